import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { isPostgres } from '../is-postgres.ts';
import type { Db, Tables } from '../tables.ts';

/** A word of the team for answers. */
export interface TagRecord {
  id: string;
  /** What makes it the same tag as another spelling. */
  key: string;
  name: string;
  /** How many answers carry it, tests aside. */
  responses: number;
  createdAt: Instant;
}

const recordOf = (row: Selectable<Tables['tag']>): TagRecord => ({
  id: row.id,
  key: row.key,
  name: row.name,
  responses: Number(row.responses),
  createdAt: row.created_at,
});

/** Every tag of the workspace, by its letters. */
export async function list(db: Db, workspaceId: string): Promise<TagRecord[]> {
  const rows = await db
    .selectFrom('tag')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('key')
    .execute();
  return rows.map(recordOf);
}

/** {@link list} in a transaction that changes tags, or who carries them: no other transaction does meanwhile. */
export async function listToChange(db: Db, workspaceId: string): Promise<TagRecord[]> {
  const query = db.selectFrom('tag').selectAll().where('workspace_id', '=', workspaceId).orderBy('id');
  // SQLite has one writer
  const rows = await (isPostgres(db) ? query.forUpdate() : query).execute();
  return rows.map(recordOf);
}

/** Adds a tag that no answer carries yet. @throws a broken `unique` constraint when there is one like it. */
export async function create(
  db: Db,
  workspaceId: string,
  tag: Omit<TagRecord, 'responses'>,
): Promise<TagRecord> {
  const row = { id: tag.id, key: tag.key, name: tag.name, responses: 0, created_at: tag.createdAt };
  await db
    .insertInto('tag')
    .values({ workspace_id: workspaceId, ...row })
    .execute();
  return { ...tag, responses: 0 };
}

/** Renames a tag. @throws a broken `unique` constraint when there is one like it. */
export async function rename(
  db: Db,
  workspaceId: string,
  id: string,
  { key, name }: Pick<TagRecord, 'key' | 'name'>,
): Promise<void> {
  await db
    .updateTable('tag')
    .set({ key, name })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Everything that carries one tag carries the other from now on, and the one is gone. */
export async function merge(db: Db, workspaceId: string, from: string, into: string): Promise<void> {
  await db
    .insertInto('response_tag')
    .columns(['workspace_id', 'response_id', 'tag_id', 'answered_at', 'tagged_at', 'tagged_by'])
    .expression((eb) =>
      eb
        .selectFrom('response_tag')
        .select([
          'workspace_id',
          'response_id',
          eb.val(into).as('tag_id'),
          'answered_at',
          'tagged_at',
          'tagged_by',
        ])
        .where('workspace_id', '=', workspaceId)
        .where('tag_id', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await remove(db, workspaceId, from);
  await recount(db, workspaceId, [into]);
}

/** Takes a tag off every answer and out of the list. */
export async function remove(db: Db, workspaceId: string, id: string): Promise<void> {
  await db
    .deleteFrom('response_tag')
    .where('workspace_id', '=', workspaceId)
    .where('tag_id', '=', id)
    .execute();
  await db.deleteFrom('tag').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

async function recount(db: Db, workspaceId: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { carried } = await db
      .selectFrom('response_tag')
      .innerJoin('response', (join) =>
        join
          .onRef('response.workspace_id', '=', 'response_tag.workspace_id')
          .onRef('response.id', '=', 'response_tag.response_id'),
      )
      .select(({ fn }) => fn.countAll<number>().as('carried'))
      .where('response_tag.workspace_id', '=', workspaceId)
      .where('response_tag.tag_id', '=', id)
      .where('response.is_test', '=', 0)
      .executeTakeFirstOrThrow();
    await db
      .updateTable('tag')
      .set({ responses: Number(carried) })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute();
  }
}

/** Names of the tags that these answers carry, by their letters; answers without any are left out. */
export async function namesOn(
  db: Db,
  workspaceId: string,
  responseIds: readonly string[],
): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  if (responseIds.length === 0) return names;
  const rows = await db
    .selectFrom('response_tag')
    .innerJoin('tag', (join) =>
      join
        .onRef('tag.workspace_id', '=', 'response_tag.workspace_id')
        .onRef('tag.id', '=', 'response_tag.tag_id'),
    )
    .select(['response_tag.response_id', 'tag.name'])
    .where('response_tag.workspace_id', '=', workspaceId)
    .where('response_tag.response_id', 'in', responseIds)
    .orderBy('tag.key')
    .execute();
  for (const { response_id, name } of rows) names.set(response_id, [...(names.get(response_id) ?? []), name]);
  return names;
}

/** Puts a tag on answers. @returns the answers that did not carry it before. */
export async function put(
  db: Db,
  workspaceId: string,
  tagId: string,
  responses: readonly { id: string; answeredAt: Instant }[],
  by: { at: Instant; member: string | null },
): Promise<string[]> {
  if (responses.length === 0) return [];
  const rows = await db
    .insertInto('response_tag')
    .values(
      responses.map(({ id, answeredAt }) => ({
        workspace_id: workspaceId,
        response_id: id,
        tag_id: tagId,
        answered_at: answeredAt,
        tagged_at: by.at,
        tagged_by: by.member,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('response_id')
    .execute();
  const tagged = rows.map((row) => row.response_id);
  await addTo(db, workspaceId, tagId, (await listAnswers(db, workspaceId, tagged)).length);
  return tagged;
}

/** Takes a tag off answers. @returns the answers that carried it. */
export async function take(
  db: Db,
  workspaceId: string,
  tagId: string,
  responseIds: readonly string[],
): Promise<string[]> {
  if (responseIds.length === 0) return [];
  const rows = await db
    .deleteFrom('response_tag')
    .where('workspace_id', '=', workspaceId)
    .where('tag_id', '=', tagId)
    .where('response_id', 'in', responseIds)
    .returning('response_id')
    .execute();
  const untagged = rows.map((row) => row.response_id);
  await addTo(db, workspaceId, tagId, -(await listAnswers(db, workspaceId, untagged)).length);
  return untagged;
}

/**
 * Counts answers in all of their tags, or leaves them out: they are no tests any more, have become some, or are about to go.
 * Takes the lock of {@link listToChange}, so that nobody puts a tag on one meanwhile.
 * @param change - 1 or −1 for each of them.
 */
export async function recountAnswers(
  db: Db,
  workspaceId: string,
  changes: ReadonlyMap<string, number>,
): Promise<void> {
  if (changes.size === 0) return;
  await listToChange(db, workspaceId);
  const rows = await db
    .selectFrom('response_tag')
    .select(['tag_id', 'response_id'])
    .where('workspace_id', '=', workspaceId)
    .where('response_id', 'in', [...changes.keys()])
    .orderBy('tag_id')
    .execute();
  for (const [tagId, carried] of Map.groupBy(rows, ({ tag_id }) => tag_id)) {
    const many = carried.reduce((sum, { response_id }) => sum + (changes.get(response_id) ?? 0), 0);
    await addTo(db, workspaceId, tagId, many);
  }
}

/** Takes every tag off responses that are about to go. */
export async function takeAll(db: Db, workspaceId: string, responseIds: readonly string[]): Promise<void> {
  const counted = await listAnswers(db, workspaceId, responseIds);
  await recountAnswers(db, workspaceId, new Map(counted.map((id) => [id, -1])));
  await db
    .deleteFrom('response_tag')
    .where('workspace_id', '=', workspaceId)
    .where('response_id', 'in', responseIds)
    .execute();
}

/** Which of these are answers: no tests. */
async function listAnswers(db: Db, workspaceId: string, responseIds: readonly string[]): Promise<string[]> {
  if (responseIds.length === 0) return [];
  const rows = await db
    .selectFrom('response')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', responseIds)
    .where('is_test', '=', 0)
    .execute();
  return rows.map(({ id }) => id);
}

async function addTo(db: Db, workspaceId: string, id: string, many: number): Promise<void> {
  if (many === 0) return;
  await db
    .updateTable('tag')
    .set((eb) => ({ responses: eb('responses', '+', many) }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}
