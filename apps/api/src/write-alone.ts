import type { Database, Db } from '@banso/database';

/**
 * Writes in one durable transaction while nobody else works on the people of these names, in any process: neither the
 * recorder nor another one of these.
 * @param names - The first one a person's name as `nameOf` makes it, then ids: the recorder locks in the same order.
 */
export function writeAlone<T>(
  database: Database,
  workspaceId: string,
  names: readonly string[],
  work: (db: Db) => Promise<T>,
): Promise<T> {
  return database.record(async (tx) => {
    for (const name of names) await tx.lock([`${workspaceId} ${name}`]);
    return work(await tx.enter(workspaceId));
  });
}
