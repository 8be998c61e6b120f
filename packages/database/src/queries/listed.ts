import type { Db } from '../tables.ts';

/** Ids that are looked up at a time: databases take no statement of any length. */
const BATCH = 500;

/** Which of these ids of ours people and accounts of the workspace have; nobody has that of an erased person any more. */
export async function knownOf(db: Db, workspaceId: string, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    const people = await db
      .selectFrom('contact')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', batch)
      .where('erased_at', 'is', null)
      .execute();
    const accounts = await db
      .selectFrom('account')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', batch)
      .execute();
    for (const { id } of [...people, ...accounts]) known.add(id);
  }
  return known;
}
