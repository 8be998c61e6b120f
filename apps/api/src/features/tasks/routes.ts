import { common } from '@banso/contract';
import type { SubjectRef } from '@banso/contract/subject';
import {
  Task,
  TaskBulkChange,
  TaskBulkChanged,
  TaskChange,
  TaskCreate,
  TaskId,
  TaskQuery,
} from '@banso/contract/task';
import { audit, type Db, type ListedTask, members, type TaskRecord, tasks } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps, Principal } from '../../app-env.ts';
import { AppError, invalidField } from '../../errors.ts';
import { erased } from '../../may-read.ts';
import { body, json, operation, router } from '../../operation.ts';
import { etagOf, requiredRevision } from '../../revision.ts';
import { SUBJECTS } from '../../subjects.ts';

const tags = ['tasks'];
const path = '/v1/tasks';
const Params = z.object({ id: TaskId });
const IfMatch = z.object({ 'if-match': z.string().optional() });
const taskJson = json(Task, 'The task');

type NameOf = (member: string) => string | undefined;

/** What the team has set itself to do. Mounted at the root: `/v1/tasks`. */
export const taskRoutes = ({ database, clock, newId, live }: Deps) => {
  const namesOf = (c: Context<AppEnv>) => members.namesOf(database.control, c.var.workspaceId);
  const writeDown = (c: Context<AppEnv>, db: Db, act: string, id: string, change: Record<string, unknown>) =>
    audit.append(db, c.var.workspaceId, {
      at: clock.now(),
      principal: c.var.principal,
      action: `task.${act}`,
      target: id,
      change,
    });
  const tell = (c: Context<AppEnv>) => live.publish(c.var.workspaceId, { type: 'task' });

  /** Changes one task inside a transaction. @returns what it is now. */
  async function apply(c: Context<AppEnv>, db: Db, record: ListedTask, change: TaskChange) {
    const at = clock.now();
    const after = changed(record, change, { at, by: authorOf(c.var.principal) });
    if (after === record) return record;
    const revision = await tasks.update(db, c.var.workspaceId, after, at);
    if (revision === undefined) throw new AppError('conflict', 'Somebody else changed the task meanwhile.');
    // a title is a text, which the log does not hold
    const { title, ...rest } = change;
    await writeDown(c, db, 'update', record.id, { ...rest, ...(title !== undefined && { title: true }) });
    return { ...after, revision };
  }

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List tasks: open ones by their day, done ones by when they were done',
        description: 'Those without a day come last.',
        request: { query: TaskQuery },
        responses: { 200: json(common.page(Task), 'A page of tasks') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { limit, cursor, ownerId, dueTo, ...rest } = c.req.valid('query');
        const filter = {
          ...rest,
          ownerId: ownerId === 'none' ? null : ownerId,
          dueTo: dueTo === 'none' ? null : dueTo,
        };
        const nameOf = await namesOf(c);
        const { data, nextCursor } = await database
          .forWorkspace(workspaceId)
          .read((db) => tasks.list(db, workspaceId, filter, { limit, cursor }));
        return c.json({ data: data.map((record) => onWire(record, nameOf)), nextCursor }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary:
          'Add a task, about an answer, a case, a thread, a person, an account or nothing in particular',
        description:
          'Customers never see it. Of what it is about it has the person, with whom it is erased, and the account.',
        request: { body: body(TaskCreate) },
        responses: { 201: taskJson },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { title, subject, dueOn, ...wish } = c.req.valid('json');
        const by = authorOf(principal);
        const ownerId = wish.ownerId === undefined ? by.id : wish.ownerId;
        const nameOf = await namesOf(c);
        checkOwner(nameOf, ownerId);
        const made = await database.forWorkspace(workspaceId).write(async (db) => {
          const of = subject && (await SUBJECTS[subject.kind](db, workspaceId, subject.id));
          if (subject && !of) throw invalidField('subject.id', 'unknown', 'there is no such thing');
          if (of?.isErased) throw erased();
          const id = newId('tsk');
          await tasks.add(db, workspaceId, {
            id,
            title,
            subject,
            contactId: of?.contactId ?? null,
            accountId: of?.accountId ?? null,
            ownerId,
            dueOn,
            done: null,
            createdAt: clock.now(),
            createdBy: by,
            revision: 1,
          });
          await writeDown(c, db, 'create', id, { subject, ownerId, dueOn });
          return get(db, workspaceId, id);
        });
        tell(c);
        c.header('etag', etagOf(made.revision));
        return c.json(onWire(made, nameOf), 201);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: `${path}/bulk`,
        tags,
        summary: 'Change several tasks in the same way',
        description: 'All at once; those that are not there are named.',
        request: { body: body(TaskBulkChange) },
        responses: { 200: json(TaskBulkChanged, 'Which were changed') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { tasks: ids, change } = c.req.valid('json');
        checkOwner(await namesOf(c), change.ownerId);
        const done = await database.forWorkspace(workspaceId).write(async (db) => {
          const found: z.infer<typeof TaskBulkChanged> = { changed: [], missing: [] };
          // in one order everywhere: two who change the same ones wait for each other
          for (const id of [...new Set(ids)].toSorted()) {
            const record = await tasks.find(db, workspaceId, id);
            if (record) await apply(c, db, record, change);
            found[record ? 'changed' : 'missing'].push(id);
          }
          return found;
        });
        if (done.changed.length > 0) tell(c);
        return c.json(done, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}`,
        tags,
        summary: 'Read a task',
        request: { params: Params },
        responses: { 200: taskJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const found = await database
          .forWorkspace(workspaceId)
          .read((db) => get(db, workspaceId, c.req.valid('param').id));
        c.header('etag', etagOf(found.revision));
        return c.json(onWire(found, await namesOf(c)), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'patch',
        path: `${path}/{id}`,
        tags,
        summary: 'Change a task, say that it is done, or that it is not',
        request: { params: Params, headers: IfMatch, body: body(TaskChange) },
        responses: { 200: taskJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const change = c.req.valid('json');
        const nameOf = await namesOf(c);
        checkOwner(nameOf, change.ownerId);
        const after = await database.forWorkspace(workspaceId).write(async (db) => {
          const record = await get(db, workspaceId, id);
          requiredRevision(c, record.revision);
          return apply(c, db, record, change);
        });
        tell(c);
        c.header('etag', etagOf(after.revision));
        return c.json(onWire(after, nameOf), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'delete',
        path: `${path}/{id}`,
        tags,
        summary: 'Delete a task',
        request: { params: Params },
        responses: { 204: { description: 'It is gone' } },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        await database.forWorkspace(workspaceId).write(async (db) => {
          const { subject } = await get(db, workspaceId, id);
          await tasks.remove(db, workspaceId, id);
          await writeDown(c, db, 'delete', id, { subject });
        });
        tell(c);
        return c.body(null, 204);
      },
    );
};

/** One task. @throws {AppError} `not_found` */
async function get(db: Db, workspaceId: string, id: string): Promise<ListedTask> {
  const found = await tasks.find(db, workspaceId, id);
  if (!found) throw new AppError('not_found', 'There is no such task.');
  return found;
}

/** A task after a change; the same object when nothing is different. What is done stays done when and by whom it was. */
function changed<T extends TaskRecord>(
  record: T,
  { done, ...change }: TaskChange,
  now: { at: Instant; by: TaskRecord['createdBy'] },
): T {
  const isDone = record.done !== null;
  const after = {
    ...record,
    title: change.title ?? record.title,
    ownerId: change.ownerId === undefined ? record.ownerId : change.ownerId,
    dueOn: change.dueOn === undefined ? record.dueOn : change.dueOn,
    done: done === undefined || done === isDone ? record.done : done ? now : null,
  };
  const isSame = (['title', 'ownerId', 'dueOn', 'done'] as const).every(
    (name) => after[name] === record[name],
  );
  return isSame ? record : after;
}

/** An owner must be a member of the organisation that the workspace belongs to. */
function checkOwner(nameOf: NameOf, ownerId: string | null | undefined): void {
  if (ownerId && nameOf(ownerId) === undefined)
    throw invalidField('ownerId', 'unknown', 'there is no such member');
}

const authorOf = ({ kind, id, name }: Principal) => ({ id: kind === 'member' ? id : null, name });

function onWire(record: ListedTask, nameOf: NameOf): Task {
  const { contactId, contactName, accountId, account, ownerId, done, createdBy } = record;
  const named = ({ id, name }: TaskRecord['createdBy']) => ({
    id,
    name: (id !== null && nameOf(id)) || name,
  });
  return {
    id: record.id,
    title: record.title,
    subject: record.subject as SubjectRef | null,
    contact: contactId === null ? null : { id: contactId, name: contactName },
    account: accountId === null || account === null ? null : { id: accountId, name: account.name },
    owner: ownerId === null ? null : { id: ownerId, name: nameOf(ownerId) ?? '' },
    dueOn: record.dueOn,
    doneAt: done?.at ?? null,
    doneBy: done && named(done.by),
    createdAt: record.createdAt,
    createdBy: named(createdBy),
  };
}
