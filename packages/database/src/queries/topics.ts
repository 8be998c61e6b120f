import type { Day, Instant } from '@banso/domain/time';
import type { TopicRule } from '@banso/domain/topics';
import type { Selectable } from 'kysely';
import { isPostgres } from '../is-postgres.ts';
import type { Db, Tables } from '../tables.ts';

/** A subject of what customers write. */
export interface TopicRecord {
  id: string;
  name: string;
  /** Dismissed: it is not suggested again, and given to no answer. */
  status: 'active' | 'dismissed';
  pinned: boolean;
  rules: TopicRule[];
  /** Before which place older answers have not been looked at with these rules, `''`: none has; null: all have. */
  fillBefore: string | null;
  createdAt: Instant;
  updatedAt: Instant;
  /** The member who changed it last; null: a key. */
  updatedBy: string | null;
  revision: number;
}

const recordOf = (row: Selectable<Tables['topic']>): TopicRecord => ({
  id: row.id,
  name: row.name,
  status: row.status,
  pinned: row.pinned === 1,
  rules: JSON.parse(row.rules) as TopicRule[],
  fillBefore: row.fill_before,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
  revision: row.revision,
});

/** Every topic of the workspace: pinned ones first, then by name. */
export async function list(db: Db, workspaceId: string): Promise<TopicRecord[]> {
  const rows = await db
    .selectFrom('topic')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('pinned', 'desc')
    .orderBy('name')
    .execute();
  return rows.map(recordOf);
}

/** {@link list} in a transaction that gives answers their topics: none of them is deleted meanwhile. */
export async function listToGive(db: Db, workspaceId: string): Promise<TopicRecord[]> {
  const query = db.selectFrom('topic').selectAll().where('workspace_id', '=', workspaceId).orderBy('id');
  // SQLite has one writer
  const rows = await (isPostgres(db) ? query.forKeyShare() : query).execute();
  return rows.map(recordOf);
}

/** {@link list} in a transaction that changes one of them: no other transaction does meanwhile. */
export async function listToChange(db: Db, workspaceId: string): Promise<TopicRecord[]> {
  const query = db.selectFrom('topic').selectAll().where('workspace_id', '=', workspaceId).orderBy('id');
  // SQLite has one writer
  const rows = await (isPostgres(db) ? query.forUpdate() : query).execute();
  return rows.map(recordOf);
}

/** Adds a topic. @throws a broken `unique` constraint when another one has the name. */
export async function create(db: Db, workspaceId: string, topic: TopicRecord): Promise<void> {
  await db
    .insertInto('topic')
    .values({
      workspace_id: workspaceId,
      id: topic.id,
      name: topic.name,
      status: topic.status,
      pinned: topic.pinned ? 1 : 0,
      rules: JSON.stringify(topic.rules),
      fill_before: topic.fillBefore,
      created_at: topic.createdAt,
      updated_at: topic.updatedAt,
      updated_by: topic.updatedBy,
      revision: topic.revision,
    })
    .execute();
}

/** What may change in a topic. */
export interface TopicChange {
  name?: string | undefined;
  status?: TopicRecord['status'] | undefined;
  pinned?: boolean | undefined;
  /** Older answers are looked at anew. */
  rules?: readonly TopicRule[] | undefined;
}

/** Changes a topic. @throws a broken `unique` constraint when another one has the name. */
export async function update(
  db: Db,
  workspaceId: string,
  id: string,
  { name, status, pinned, rules }: TopicChange,
  by: { at: Instant; member: string | null },
): Promise<void> {
  await db
    .updateTable('topic')
    .set((eb) => ({
      ...(name !== undefined && { name }),
      ...(status !== undefined && { status }),
      ...(pinned !== undefined && { pinned: pinned ? 1 : 0 }),
      ...(rules !== undefined && { rules: JSON.stringify(rules) }),
      ...((rules !== undefined || status !== undefined) && { fill_before: '' }),
      updated_at: by.at,
      updated_by: by.member,
      revision: eb('revision', '+', 1),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Notes how far older answers have been looked at; null: all have. */
export async function putFillBefore(
  db: Db,
  workspaceId: string,
  id: string,
  fillBefore: string | null,
): Promise<void> {
  await db
    .updateTable('topic')
    .set({ fill_before: fillBefore })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Deletes a topic, and that answers are about it. */
export async function remove(db: Db, workspaceId: string, id: string): Promise<void> {
  for (const table of ['topic_answer', 'topic_day'] as const)
    await db.deleteFrom(table).where('workspace_id', '=', workspaceId).where('topic_id', '=', id).execute();
  await db.deleteFrom('topic').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** Answers of a day, about a topic or with words at all. */
export interface TopicDay {
  /** `''`: every answer with words. */
  topicId: string;
  day: Day;
  count: number;
}

/** Answers by day from one on, of these topics, `''` being all answers with words. */
export async function days(
  db: Db,
  workspaceId: string,
  { topicIds, from }: { topicIds: readonly string[]; from: Day },
): Promise<TopicDay[]> {
  if (topicIds.length === 0) return [];
  const rows = await db
    .selectFrom('topic_day')
    .select(['topic_id', 'day', 'count'])
    .where('workspace_id', '=', workspaceId)
    .where('topic_id', 'in', topicIds)
    .where('day', '>=', from)
    .where('count', '>', 0)
    .orderBy('topic_id')
    .orderBy('day')
    .execute();
  return rows.map(({ topic_id, day, count }) => ({ topicId: topic_id, day, count }));
}

/** How many answers each topic has in all, by its id. */
export async function totals(db: Db, workspaceId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('topic_day')
    .select(['topic_id', ({ fn }) => fn.sum<number>('count').as('total')])
    .where('workspace_id', '=', workspaceId)
    .groupBy('topic_id')
    .execute();
  return new Map(rows.map(({ topic_id, total }) => [topic_id, Number(total)]));
}
