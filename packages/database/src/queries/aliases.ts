import type { Instant } from '@banso/domain/time';
import { bulkSelect, bulkUpsert } from '../bulk.ts';
import type { Db } from '../tables.ts';

/** A name under which a person was known before they were a user. */
export interface AliasRecord {
  /** Keyed hash of the name: it outlives an erasure, and tells nobody who that was. */
  nameHash: string;
  contactId: string;
  linkedAt: Instant;
}

const select = bulkSelect(
  'contact_alias',
  ['name_hash', 'contact_id', 'linked_at'],
  ['workspace_id', 'name_hash'],
);
const upsert = bulkUpsert(
  'contact_alias',
  ['workspace_id', 'name_hash', 'contact_id', 'linked_at'],
  ['workspace_id', 'name_hash'],
  { replace: ['contact_id', 'linked_at'] },
);

/** Whose names these are, in no order; a name that belongs to nobody is left out. */
export async function list(
  db: Db,
  workspaceId: string,
  nameHashes: readonly string[],
): Promise<AliasRecord[]> {
  const rows = await select(
    db,
    nameHashes.map((name_hash) => ({ workspace_id: workspaceId, name_hash })),
  );
  return rows.map((row) => ({
    nameHash: row.name_hash,
    contactId: row.contact_id,
    linkedAt: row.linked_at,
  }));
}

/** Gives names to people; a name that somebody has goes to the new one. */
export async function put(db: Db, workspaceId: string, aliases: readonly AliasRecord[]): Promise<void> {
  await upsert(
    db,
    aliases.map(({ nameHash, contactId, linkedAt }) => ({
      workspace_id: workspaceId,
      name_hash: nameHash,
      contact_id: contactId,
      linked_at: linkedAt,
    })),
  );
}
