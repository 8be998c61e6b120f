import type { AlertWhen } from '@banso/domain/alerts';
import type { OfficeHours } from '@banso/domain/cases';
import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { decodeJson, encodeJson } from '../json.ts';
import type { Db, Tables } from '../tables.ts';

/** Whom a rule tells. */
export interface Receivers {
  /** At the bell: everybody, these roles, these members. */
  members:
    | { type: 'all' }
    | { type: 'roles'; roles: readonly string[] }
    | { type: 'members'; ids: readonly string[] };
  /** What is found at the bell is mailed to the same members too. */
  byMail?: boolean | undefined;
  /** Webhooks, those of chat services among them. */
  webhookIds: readonly string[];
}

/** What people want to be told at once. */
export interface AlertRuleRecord {
  id: string;
  name: string;
  status: Tables['alert_rule']['status'];
  when: AlertWhen;
  receivers: Receivers;
  /** When messages go out; `timeZone` null: the workspace's. Null: at any time. */
  hours: (Omit<OfficeHours, 'timeZone' | 'closedOn'> & { timeZone: string | null }) | null;
  perHour: number;
  createdAt: Instant;
  updatedAt: Instant;
  /** Null: a key changed it last. */
  updatedBy: string | null;
  revision: number;
  /** When it was last looked whether the score fell; null: not since the rule was written. Not written with the rest. */
  lookedAt: Instant | null;
}

const as = <T>(value: unknown): T => value as T;

const recordOf = (row: Selectable<Tables['alert_rule']>): AlertRuleRecord => ({
  id: row.id,
  name: row.name,
  status: row.status,
  when: decodeJson(row.condition, as<AlertWhen>),
  receivers: decodeJson(row.receivers, as<Receivers>),
  hours: row.hours === null ? null : decodeJson(row.hours, as<NonNullable<AlertRuleRecord['hours']>>),
  perHour: row.per_hour,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
  revision: row.revision,
  lookedAt: row.looked_at,
});

const changingOf = (record: AlertRuleRecord) => ({
  name: record.name,
  status: record.status,
  condition: encodeJson(record.when),
  receivers: encodeJson(record.receivers),
  hours: record.hours && encodeJson(record.hours),
  per_hour: record.perHour,
  updated_at: record.updatedAt,
  updated_by: record.updatedBy,
});

/** All of them, the oldest first. */
export async function list(db: Db, workspaceId: string): Promise<AlertRuleRecord[]> {
  const rows = await db
    .selectFrom('alert_rule')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}

export async function find(db: Db, workspaceId: string, id: string): Promise<AlertRuleRecord | undefined> {
  const row = await db
    .selectFrom('alert_rule')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

export async function create(db: Db, workspaceId: string, record: AlertRuleRecord): Promise<void> {
  await db
    .insertInto('alert_rule')
    .values({
      workspace_id: workspaceId,
      id: record.id,
      created_at: record.createdAt,
      revision: record.revision,
      ...changingOf(record),
    })
    .execute();
}

/** Writes a changed one, one revision later. @returns `false` when somebody else changed it since. */
export async function update(db: Db, workspaceId: string, record: AlertRuleRecord): Promise<boolean> {
  const row = await db
    .updateTable('alert_rule')
    .set({ ...changingOf(record), looked_at: null, revision: record.revision + 1 })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', record.id)
    .where('revision', '=', record.revision)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps when it was looked whether the score of a rule fell. */
export async function noteLooked(db: Db, workspaceId: string, id: string, at: Instant): Promise<void> {
  await db
    .updateTable('alert_rule')
    .set({ looked_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Deletes it with what it held back. */
export async function remove(db: Db, workspaceId: string, id: string): Promise<void> {
  await db.deleteFrom('alert').where('workspace_id', '=', workspaceId).where('rule_id', '=', id).execute();
  await db.deleteFrom('alert_rule').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}
