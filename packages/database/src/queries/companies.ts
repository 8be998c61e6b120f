import type { HealthJudgement } from '@banso/domain/health';
import type { Traits } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import { bulkSelect, bulkUpsert } from '../bulk.ts';
import { decodeTraits, encodeJson } from '../json.ts';
import type { Db } from '../tables.ts';

/** An account as the recorder keeps it: what the customer's product tells about it. */
export interface CompanyRecord {
  id: string;
  /** The customer's own id; null for accounts made by the team. */
  externalId: string | null;
  name: string;
  /** The member who looks after it. */
  ownerId: string | null;
  plan: string | null;
  lifecycle: string;
  /** What somebody of the team has said of its health. */
  health: HealthJudgement | null;
  traits: Traits;
  lastSeenAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  revision: number;
}

const COLUMNS = [
  'id',
  'external_id',
  'name',
  'owner_id',
  'plan',
  'lifecycle',
  'traits',
  'last_seen_at',
  'created_at',
  'updated_at',
  'revision',
] as const;
const HEALTH = ['health', 'health_until'] as const;
const selectById = bulkSelect('account', [...COLUMNS, ...HEALTH], ['workspace_id', 'id']);
const upsertSeen = bulkUpsert('account', ['workspace_id', ...COLUMNS], ['workspace_id', 'id'], {
  replace: ['last_seen_at'],
});
const selectByExternalId = bulkSelect('account', [...COLUMNS, ...HEALTH], ['workspace_id', 'external_id']);

/** These accounts, in no order. */
export async function list(db: Db, workspaceId: string, ids: readonly string[]): Promise<CompanyRecord[]> {
  const rows = await selectById(
    db,
    ids.map((id) => ({ workspace_id: workspaceId, id })),
  );
  return rows.map(recordOf);
}

/** Accounts by the customer's own ids, in no order. */
export async function listByExternalId(
  db: Db,
  workspaceId: string,
  externalIds: readonly string[],
): Promise<CompanyRecord[]> {
  const rows = await selectByExternalId(
    db,
    externalIds.map((external_id) => ({ workspace_id: workspaceId, external_id })),
  );
  return rows.map(recordOf);
}

/** Adds an account. @throws when the customer's id is taken. */
export async function add(db: Db, workspaceId: string, company: CompanyRecord): Promise<void> {
  await db
    .insertInto('account')
    .values({
      workspace_id: workspaceId,
      id: company.id,
      external_id: company.externalId,
      name: company.name,
      owner_id: company.ownerId,
      plan: company.plan,
      lifecycle: company.lifecycle,
      revenue_minor: null,
      revenue_currency: null,
      renewal_date: null,
      traits: encodeJson(company.traits),
      last_seen_at: company.lastSeenAt,
      created_at: company.createdAt,
      updated_at: company.updatedAt,
      revision: company.revision,
    })
    .execute();
}

/** Writes what the product told. @returns `false` when somebody changed the account since it was read. */
export async function updateProfile(db: Db, workspaceId: string, company: CompanyRecord): Promise<boolean> {
  const updated = await db
    .updateTable('account')
    .set({
      name: company.name,
      plan: company.plan,
      traits: encodeJson(company.traits),
      updated_at: company.updatedAt,
      revision: company.revision + 1,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', company.id)
    .where('revision', '=', company.revision)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** Writes when somebody of these accounts was here, and nothing else. */
export async function putSeen(
  db: Db,
  workspaceId: string,
  companies: readonly CompanyRecord[],
): Promise<void> {
  await upsertSeen(
    db,
    companies.map((company) => ({
      workspace_id: workspaceId,
      id: company.id,
      external_id: company.externalId,
      name: company.name,
      owner_id: company.ownerId,
      plan: company.plan,
      lifecycle: company.lifecycle,
      traits: encodeJson(company.traits),
      last_seen_at: company.lastSeenAt,
      created_at: company.createdAt,
      updated_at: company.updatedAt,
      revision: company.revision,
    })),
  );
}

type Row = Awaited<ReturnType<typeof selectById>>[number];

function recordOf(row: Row): CompanyRecord {
  return {
    id: row.id,
    externalId: row.external_id,
    name: row.name,
    ownerId: row.owner_id,
    plan: row.plan,
    lifecycle: row.lifecycle,
    health:
      row.health === null || row.health_until === null
        ? null
        : { level: row.health, until: row.health_until },
    traits: decodeTraits(row.traits),
    lastSeenAt: row.last_seen_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
  };
}
