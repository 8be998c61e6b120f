import type { Db } from '@banso/database';
import { cases, outbox } from '@banso/database';
import { touched } from '@banso/domain/cases';
import type { Instant } from '@banso/domain/time';
import type { Principal } from '../app-env.ts';
import { caseFollowUp } from './case-follow-up.ts';

/** Who spoke to which customer, and when. */
export interface CaseAnswer {
  contactId: string;
  at: Instant;
  principal: Principal;
}

/**
 * A reply to a customer touches the open case of theirs, and a case that was nobody's is its writer's from then on. Call it while
 * nobody else works on this person.
 * @returns the id of the case; undefined when none is open.
 */
export async function caseAnswered(
  db: Db,
  workspaceId: string,
  { contactId, at, principal }: CaseAnswer,
): Promise<string | undefined> {
  const open = (await cases.listOf(db, workspaceId, [contactId])).find(({ status }) => status === 'open');
  if (!open) return undefined;
  const ownerId = open.ownerId ?? (principal.kind === 'member' ? principal.id : null);
  const after = { ...open, ...touched(open, at, true), ownerId };
  await cases.update(db, workspaceId, after, at);
  await outbox.add(db, workspaceId, [caseFollowUp(open, after, at)]);
  return open.id;
}
