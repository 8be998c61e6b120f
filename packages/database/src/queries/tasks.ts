import type { Day, Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import type { Page, PageRequest, SortOrder } from '../sort-order.ts';
import { behind, pageOf } from '../sort-order.ts';
import type { Db } from '../tables.ts';
import type { NoteSubject } from './notes.ts';

/** Who did something: a member, or a key, which has no id here. */
export interface TaskActor {
  id: string | null;
  name: string;
}

/** Something that the team has set itself to do. */
export interface TaskRecord {
  id: string;
  title: string;
  /** Null: about nothing in particular. */
  subject: NoteSubject | null;
  /** The person it speaks of, with whom it is erased; null: nobody in particular. */
  contactId: string | null;
  accountId: string | null;
  /** Null: nobody's yet. */
  ownerId: string | null;
  /** The last day on which it is in time; null: some time. */
  dueOn: Day | null;
  /** Null: it is still to be done. */
  done: { at: Instant; by: TaskActor } | null;
  createdAt: Instant;
  createdBy: TaskActor;
  revision: number;
}

/** A task as a list shows it. */
export interface ListedTask extends TaskRecord {
  contactName: string | null;
  account: { name: string; revenueMinor: number | null } | null;
}

/** Absent fields do not filter. */
export interface TaskFilter {
  view: 'open' | 'done';
  /** Null: nobody's. */
  ownerId?: string | null | undefined;
  contactId?: string | undefined;
  accountId?: string | undefined;
  /** The last day that counts; null: those without a day. */
  dueTo?: Day | null | undefined;
}

/** One of these orders; each has an index. */
const ORDERS: Readonly<Record<TaskFilter['view'], SortOrder>> = {
  open: {
    name: 'tasks by due',
    value: sql<string>`coalesce(task.due_on, '9')`,
    kind: 'string',
    direction: 'asc',
  },
  done: { name: 'tasks by done', value: sql<string>`task.done_at`, kind: 'string', direction: 'desc' },
};

const selected = (db: Db, workspaceId: string) =>
  db
    .selectFrom('task')
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'task.workspace_id')
        .onRef('contact.id', '=', 'task.contact_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'task.workspace_id')
        .onRef('account.id', '=', 'task.account_id'),
    )
    .selectAll('task')
    .select(['contact.name as contact_name', 'account.name as account_name', 'account.revenue_minor'])
    .where('task.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const listedOf = (row: Row): ListedTask => ({
  id: row.id,
  title: row.title,
  subject:
    row.subject_kind === null || row.subject_id === null
      ? null
      : { kind: row.subject_kind, id: row.subject_id },
  contactId: row.contact_id,
  accountId: row.account_id,
  ownerId: row.owner_id,
  dueOn: row.due_on,
  done: row.done_at === null ? null : { at: row.done_at, by: { id: row.done_by, name: row.doer_name ?? '' } },
  createdAt: row.created_at,
  createdBy: { id: row.created_by, name: row.creator_name },
  revision: row.revision,
  contactName: row.contact_name,
  account:
    row.account_name === null
      ? null
      : {
          name: row.account_name,
          revenueMinor: row.revenue_minor === null ? null : Number(row.revenue_minor),
        },
});

/**
 * One page of tasks: open ones by their day, those without one last; done ones by when they were done, the latest first.
 * @throws {InvalidCursor} for a cursor of another list.
 */
export async function list(
  db: Db,
  workspaceId: string,
  { view, ownerId, contactId, accountId, dueTo }: TaskFilter,
  page: PageRequest,
): Promise<Page<ListedTask>> {
  const order = ORDERS[view];
  let query = selected(db, workspaceId)
    .select(sql<string>`${order.value}`.as('sort_value'))
    .where('task.done_at', view === 'done' ? 'is not' : 'is', null)
    .where(behind(order, sql<string>`task.id`, page));
  if (ownerId !== undefined) query = query.where('task.owner_id', ownerId === null ? 'is' : '=', ownerId);
  if (contactId !== undefined) query = query.where('task.contact_id', '=', contactId);
  if (accountId !== undefined) query = query.where('task.account_id', '=', accountId);
  if (dueTo !== undefined) query = query.where('task.due_on', dueTo === null ? 'is' : '<=', dueTo);
  const rows = await query
    .orderBy(order.value, order.direction)
    .orderBy('task.id', order.direction)
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page, order, listedOf);
}

/** One task; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<ListedTask | undefined> {
  const row = await selected(db, workspaceId).where('task.id', '=', id).executeTakeFirst();
  return row && listedOf(row);
}

const changeable = ({ title, ownerId, dueOn, done }: TaskRecord) => ({
  title,
  owner_id: ownerId,
  due_on: dueOn,
  done_at: done?.at ?? null,
  done_by: done?.by.id ?? null,
  doer_name: done?.by.name ?? null,
});

/** Adds a task. */
export async function add(db: Db, workspaceId: string, task: TaskRecord): Promise<void> {
  await db
    .insertInto('task')
    .values({
      workspace_id: workspaceId,
      id: task.id,
      subject_kind: task.subject?.kind ?? null,
      subject_id: task.subject?.id ?? null,
      contact_id: task.contactId,
      account_id: task.accountId,
      ...changeable(task),
      created_at: task.createdAt,
      created_by: task.createdBy.id,
      creator_name: task.createdBy.name,
      updated_at: task.createdAt,
      revision: task.revision,
    })
    .execute();
}

/**
 * Writes a changed task, one revision later.
 * @returns the new revision; undefined when somebody else changed it since.
 */
export async function update(
  db: Db,
  workspaceId: string,
  task: TaskRecord,
  at: Instant,
): Promise<number | undefined> {
  const revision = task.revision + 1;
  const done = await db
    .updateTable('task')
    .set({ ...changeable(task), updated_at: at, revision })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', task.id)
    .where('revision', '=', task.revision)
    .returning('id')
    .executeTakeFirst();
  return done && revision;
}

/** Deletes a task. */
export async function remove(db: Db, workspaceId: string, id: string): Promise<void> {
  await db.deleteFrom('task').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** Takes what is still to be done out of the hands of a member who leaves. */
export async function release(db: Db, workspaceId: string, ownerId: string): Promise<void> {
  await db
    .updateTable('task')
    .set((eb) => ({ owner_id: null, revision: eb('revision', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('owner_id', '=', ownerId)
    .where('done_at', 'is', null)
    .execute();
}
