import type { Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import type { Db } from '../tables.ts';

/** People who may come again, or some of them. */
export interface Crowd {
  /** In a fixed order that has nothing to do with who they are. */
  ids: string[];
  /** How many there are. */
  of: number;
}

/**
 * People who were here after `since`, at most `limit` of them. Whole accounts come together, the last one perhaps in part, since
 * people of one account take turns; the random end of an id decides which, so the same ones every time.
 */
export async function crowd(
  db: Db,
  workspaceId: string,
  { since, limit }: { since: Instant; limit: number },
): Promise<Crowd> {
  const lately = db
    .selectFrom('contact')
    .where('workspace_id', '=', workspaceId)
    .where('erased_at', 'is', null)
    .where('last_seen_at', '>', since);
  const counted = await lately.select(({ fn }) => fn.countAll().as('people')).executeTakeFirstOrThrow();
  const rows = await lately
    .select('id')
    .orderBy(sql<string>`substr(coalesce(account_id, id), length(coalesce(account_id, id)) - 11)`)
    .orderBy('id')
    .limit(limit)
    .execute();
  return { ids: rows.map(({ id }) => id), of: Number(counted.people) };
}
