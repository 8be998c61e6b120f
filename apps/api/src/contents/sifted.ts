import type { ContentRecord } from '@banso/database';
import { bodiesOf, missingTexts, tagKey } from '@banso/domain/content';

/** Contents that are read at a time to look into them. */
const SCANNED = 200;

/** Where a list goes on, and how many are wanted. */
interface Wanted {
  before: string | undefined;
  limit: number;
}

/** What a list is sifted by that the database cannot tell. */
interface Sieve {
  /** Its draft lacks texts in this one of its languages. */
  incompleteIn: string | undefined;
  /** It carries this tag. */
  tag: string | undefined;
}

/** Whether a content is wanted; undefined: everything is. */
export function filterOf({ incompleteIn, tag }: Sieve): ((record: ContentRecord) => boolean) | undefined {
  if (incompleteIn === undefined && tag === undefined) return undefined;
  const key = tag === undefined ? undefined : tagKey(tag);
  return (record) =>
    (incompleteIn === undefined || hasGaps(record, incompleteIn)) &&
    (key === undefined || record.tags.some((each) => tagKey(each) === key));
}

/**
 * Contents that are wanted: as many as asked for, however far back they are.
 * @param read - The list, newest first.
 */
export async function pageOf(
  read: (wanted: Wanted) => Promise<ContentRecord[]>,
  { before, limit }: Wanted,
  isWanted: (record: ContentRecord) => boolean,
): Promise<ContentRecord[]> {
  const found: ContentRecord[] = [];
  for (let last = before; found.length < limit;) {
    const page = await read({ before: last, limit: SCANNED });
    found.push(...page.filter(isWanted));
    last = page.at(-1)?.id;
    if (page.length < SCANNED) break;
  }
  return found.slice(0, limit);
}

function hasGaps({ kind, draft }: ContentRecord, locale: string): boolean {
  return (
    draft.locales.includes(locale) &&
    bodiesOf(draft).some(({ body }) => missingTexts(kind, body, [locale]).length > 0)
  );
}
