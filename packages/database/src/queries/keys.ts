import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import type { Db, Tables } from '../tables.ts';

/** A key of one workspace. What a caller presents is never stored: only its SHA-256 is. */
export interface KeyRecord {
  id: string;
  kind: 'publishable' | 'secret' | 'identity';
  name: string;
  /** The last characters, to tell one key from another. */
  hint: string;
  scopes: string[];
  algorithm: 'HS256' | 'EdDSA' | null;
  /** What is no secret: the publishable key itself, or the uploaded public key as PEM. Else null. */
  value: string | null;
  createdAt: Instant;
  lastUsedAt: Instant | null;
}

/** A key that identity tokens may be signed with. */
export interface IdentityKey {
  id: string;
  name: string;
  algorithm: 'HS256' | 'EdDSA';
  /** HS256: the secret, sealed; EdDSA: the public key as PEM. */
  material: string;
}

const recordOf = (row: Selectable<Tables['key']>): KeyRecord => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  hint: row.hint,
  scopes: JSON.parse(row.scopes) as string[],
  algorithm: row.algorithm,
  value: row.algorithm === 'HS256' ? null : row.material,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
});

export interface NewKey extends Omit<KeyRecord, 'value' | 'lastUsedAt'> {
  /** SHA-256 of the key, hex; null for identity keys, which are never presented. */
  hash: string | null;
  /** See `KeyRecord.value` and `IdentityKey.material`. */
  material: string | null;
}

export async function create(db: Db, workspaceId: string, key: NewKey): Promise<void> {
  await db
    .insertInto('key')
    .values({
      workspace_id: workspaceId,
      id: key.id,
      kind: key.kind,
      name: key.name,
      hash: key.hash,
      hint: key.hint,
      scopes: JSON.stringify(key.scopes),
      algorithm: key.algorithm,
      material: key.material,
      created_at: key.createdAt,
      last_used_at: null,
      revoked_at: null,
    })
    .execute();
}

/** Keys that work, oldest first. `after` is the id after which to go on. */
export async function list(
  db: Db,
  workspaceId: string,
  page: { after?: string | undefined; limit: number },
): Promise<KeyRecord[]> {
  let query = db
    .selectFrom('key')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('revoked_at', 'is', null);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  const rows = await query.orderBy('id').limit(page.limit).execute();
  return rows.map(recordOf);
}

/** The publishable key that was made first and still works; undefined when there is none. */
export async function findPublishable(db: Db, workspaceId: string): Promise<KeyRecord | undefined> {
  const row = await db
    .selectFrom('key')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'publishable')
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** The keys that identity tokens of this workspace may be signed with, newest first. */
export async function activeIdentityKeys(db: Db, workspaceId: string): Promise<IdentityKey[]> {
  const rows = await db
    .selectFrom('key')
    .select(['id', 'name', 'algorithm', 'material'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'identity')
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.flatMap(({ id, name, algorithm, material }) =>
    algorithm === null || material === null ? [] : [{ id, name, algorithm, material }],
  );
}

/** Stops a key for ever; answers what it was, or undefined when there is no such key that works. */
export async function revoke(
  db: Db,
  workspaceId: string,
  id: string,
  at: Instant,
): Promise<KeyRecord | undefined> {
  const row = await db
    .updateTable('key')
    // a sealed secret that nothing may be checked with any more is not kept
    .set((eb) => ({
      revoked_at: at,
      material: eb.case().when('algorithm', '=', 'HS256').then(null).else(eb.ref('material')).end(),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Remembers that a key was used. */
export async function touch(db: Db, workspaceId: string, id: string, at: Instant): Promise<void> {
  await db
    .updateTable('key')
    .set({ last_used_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}
