import type { Db } from '@banso/database';
import { contentState } from '@banso/database';
import type { Answered, Candidate } from '@banso/domain/decide';
import { waveAt } from '@banso/domain/decide';
import type { Instant } from '@banso/domain/time';

/** How many have answered each of these contents with a quota, in all and in the wave of `now`. */
export async function answeredAt(
  db: Db,
  workspaceId: string,
  limited: readonly Pick<Candidate, 'id' | 'quota' | 'waves'>[],
  now: Instant,
): Promise<Map<string, Answered>> {
  const ids = limited.map(({ id }) => id);
  const totals = await contentState.countAnswered(db, workspaceId, ids);
  const found = new Map<string, Answered>();
  for (const { id, quota, waves } of limited) {
    const total = totals.get(id) ?? 0;
    if (quota?.per !== 'wave' || waves === undefined) {
      found.set(id, { total });
      continue;
    }
    const { index, from } = waveAt(waves, now);
    const inWave = await contentState.countAnswered(db, workspaceId, [id], from);
    found.set(id, { total, wave: { index, count: inWave.get(id) ?? 0 } });
  }
  return found;
}
