import type * as decision from '@banso/contract/decision';
import type { Db } from '@banso/database';
import type { PageContext } from '@banso/domain/decide';
import { isSameOutcome, supposing } from '@banso/domain/decide';
import { explain } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import { judge, readPerson, situationOfOne } from '../../offer/one-person.ts';
import type { LiveContent } from '../../published-contents.ts';
import type { Catalogue } from '../../recorder/catalogue.ts';

/** What is asked, and when. */
interface Supposed {
  catalogue: Catalogue;
  contact: string;
  page: PageContext;
  changes: readonly decision.WhatIfChange[];
  at: Instant;
}

/**
 * What would be decided for a person who came at `at`, and what with some facts changed, of every live content by name.
 * @throws {AppError} `not_found`, or `erased`.
 */
export async function whatIf(
  db: Db,
  workspaceId: string,
  { catalogue, contact, page, changes, at }: Supposed,
): Promise<decision.WhatIfContent[]> {
  const one = await readPerson(db, workspaceId, catalogue, contact);
  const later = changes.findLast((change) => change.fact === 'time')?.value ?? at;
  const suppositions = changes.filter((change) => change.fact !== 'time');
  const live = liveIn(catalogue);
  const candidates = live.map(({ candidate }) => candidate);
  const now = judge(await situationOfOne(db, workspaceId, one, { page, at }), candidates);
  const situation = supposing(await situationOfOne(db, workspaceId, one, { page, at: later }), suppositions);
  const then = judge(situation, candidates);
  return live.map(({ id, name, kind, candidate }) => {
    const [before, after] = [now(candidate), then(candidate)];
    return {
      content: { id, name, kind },
      now: before.verdict,
      supposed: after.verdict,
      differs: !isSameOutcome(before.outcome, after.outcome),
      audience: explain(candidate.audience, situation.facts),
    };
  });
}

/** What is paused is decided for nobody. */
function liveIn({ contents }: Catalogue): LiveContent[] {
  return [...contents.values()]
    .filter(({ candidate }) => candidate.status !== 'paused')
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
