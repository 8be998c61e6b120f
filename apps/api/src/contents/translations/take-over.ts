import type { translation } from '@banso/contract';
import type { ContentRecord, Db } from '@banso/database';
import { type Act, change, memberOf } from '../lifecycle.ts';
import { type ImportPlan, isTaken } from './import-plan.ts';

/**
 * Writes what a plan takes over into the draft, which then says something else than the one that was reviewed.
 * @returns the content as it is now; undefined when there was nothing to take over.
 */
export async function takeOver(
  db: Db,
  act: Act,
  record: ContentRecord,
  { draft, texts }: ImportPlan,
  said: { locale: string; format: translation.TranslationFormat },
): Promise<ContentRecord | undefined> {
  const count = texts.filter(isTaken).length;
  if (count === 0) return undefined;
  const to = { draft, edited: true, draftedBy: memberOf(act) };
  return change(db, act, 'translate', record, to, { ...said, texts: count });
}
