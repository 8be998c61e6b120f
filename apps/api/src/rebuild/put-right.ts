import type { Db } from '@banso/database';
import { counters, recountSources } from '@banso/database';
import type { Comparison } from './compare.ts';

/**
 * Puts right what a comparison found wrong, in one transaction. Sums get the difference added, so that what was counted since the comparison
 * stays counted; a score that changed since is left as it is.
 *
 * @returns `false` when somebody else has put them right since the comparison: nothing was written.
 */
export async function putRight(db: Db, workspaceId: string, found: Comparison): Promise<boolean> {
  if (!(await counters.noteRebuild(db, workspaceId, found.rebuilds))) return false;
  await counters.add(db, workspaceId, found.missing);
  for (const each of found.successors) await recountSources.putSuperseded(db, workspaceId, each);
  for (const each of found.scores) await recountSources.putLastScore(db, workspaceId, each);
  return true;
}
