import type { FoundKey } from './database.ts';
import { decodeStrings } from './json.ts';
import type { Db } from './tables.ts';

/** The key with this hash that is not revoked. On PostgreSQL `banso.key_hash` must be set in this transaction. */
export async function findLiveKey(db: Db, hash: string): Promise<FoundKey | undefined> {
  const row = await db
    .selectFrom('key')
    .select(['workspace_id', 'id', 'kind', 'name', 'scopes'])
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row || row.kind === 'identity') return undefined;
  return {
    workspaceId: row.workspace_id,
    id: row.id,
    kind: row.kind,
    name: row.name,
    scopes: decodeStrings(row.scopes),
  };
}
