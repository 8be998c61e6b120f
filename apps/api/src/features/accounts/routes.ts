import { account, common } from '@banso/contract';
import { HEALTH_DAYS, HEALTH_LEVELS, healthAt } from '@banso/domain/health';
import { addMs, DAY_MS, type Instant } from '@banso/domain/time';
import {
  type AccountChange,
  type AccountRecord,
  type AccountSort,
  accounts,
  audit,
  brokenConstraint,
  type Db,
  members,
} from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps, Principal } from '../../app-env.ts';
import { checklistsOf } from '../../checklist-standing.ts';
import { AppError, invalidField } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { etagOf, requiredRevision } from '../../revision.ts';
import { timelinePage } from '../../timeline-page.ts';

const tags = ['accounts'];
const Params = z.object({ id: common.AccountId });
const IfMatch = z.object({ 'if-match': z.string().optional() });
const SORTS = [
  'name',
  '-name',
  'renewalDate',
  '-renewalDate',
  'recurringRevenue',
  '-recurringRevenue',
  'lastSeenAt',
  '-lastSeenAt',
] as const;
const Query = common.PageQuery.extend({
  search: z.string().max(200).optional(),
  ownerId: common.MemberId.optional(),
  plan: z.string().max(100).optional(),
  lifecycle: z.enum(account.LIFECYCLES).optional(),
  health: z.enum(HEALTH_LEVELS).optional(),
  sort: z.enum(SORTS).default('name'),
});
type Lifecycle = account.Lifecycle;

const sortOf = (sort: (typeof SORTS)[number]): AccountSort => ({
  by: sort.replace('-', '') as AccountSort['by'],
  direction: sort.startsWith('-') ? 'desc' : 'asc',
});

/** Without the revision, which is the ETag. */
function onWire({ revision, ...record }: AccountRecord, now: Instant) {
  const health = healthAt(record.health, now) === undefined ? null : record.health;
  return { ...record, lifecycle: record.lifecycle as Lifecycle, health };
}

/**
 * What is to be written of a request.
 * @throws {AppError} `invalid` naming `health.until` when a judgement would hold for no time, or for ever.
 */
function changeOf(
  { health, ...values }: z.infer<typeof account.AccountUpdate>,
  principal: Principal,
  at: Instant,
): AccountChange {
  if (!health) return { ...values, health };
  const { level, reason, until = addMs(at, HEALTH_DAYS * DAY_MS) } = health;
  if (until <= at || until > addMs(at, 366 * DAY_MS))
    throw invalidField('health.until', 'out_of_range', 'has to be ahead, by a year at most');
  const by = principal.kind === 'member' ? principal.id : null;
  return { ...values, health: { level, reason, at, until, by } };
}

const notFound = () => new AppError('not_found', 'There is no such account.');
const taken = () =>
  new AppError('conflict', 'externalId: another account has it', {
    errors: [{ path: 'externalId', code: 'taken', message: 'another account has it' }],
  });

/** Customer companies. Mounted at the root: `/v1/accounts`. */
export const accountRoutes = (deps: Deps) => {
  const { database, clock, newId } = deps;
  const answer = (c: Context<AppEnv>, record: AccountRecord) => {
    c.header('etag', etagOf(record.revision));
    return onWire(record, clock.now());
  };
  const get = async (db: Db, workspaceId: string, id: string) => {
    const found = await accounts.find(db, workspaceId, id);
    if (!found) throw notFound();
    return found;
  };
  /** An owner must be a member of the organisation that the workspace belongs to. */
  const checkOwner = async (workspaceId: string, ownerId: string | null | undefined) => {
    if (!ownerId) return;
    const nameOf = await members.namesOf(database.control, workspaceId);
    if (nameOf(ownerId) === undefined) {
      throw invalidField('ownerId', 'unknown', 'is not a member');
    }
  };

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/accounts',
        tags,
        summary: 'List accounts',
        request: { query: Query },
        responses: { 200: json(common.page(account.Account), 'A page of accounts') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { limit, cursor, sort, search, ownerId, plan, lifecycle, health } = c.req.valid('query');
        const at = clock.now();
        const filter = { search, ownerId, plan, lifecycle, health: health && { level: health, at } };
        const page = await database.forWorkspace(workspaceId).read((db) =>
          accounts.list(db, workspaceId, filter, sortOf(sort), {
            cursor,
            limit,
          }),
        );
        return c.json(
          { data: page.data.map((record) => onWire(record, at)), nextCursor: page.nextCursor },
          200,
        );
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/accounts/plans',
        tags,
        summary: 'List the plans that accounts have',
        responses: { 200: json(z.object({ data: z.array(z.string()) }), 'Plans, in order') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        return c.json(
          {
            data: await database.forWorkspace(workspaceId).read((db) => accounts.listPlans(db, workspaceId)),
          },
          200,
        );
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: '/v1/accounts',
        tags,
        summary: 'Create an account',
        request: { body: body(account.AccountCreate) },
        responses: { 201: json(account.Account, 'The account') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const values = c.req.valid('json');
        await checkOwner(workspaceId, values.ownerId);
        const at = clock.now();
        const id = newId('acc');
        const record = await database.forWorkspace(workspaceId).write(async (db) => {
          if (
            !(await accounts.create(db, workspaceId, {
              ...changeOf(values, principal, at),
              name: values.name,
              id,
              at,
            }))
          )
            throw taken();
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'account.create',
            target: id,
            change: values,
          });
          return get(db, workspaceId, id);
        });
        return c.json(answer(c, record), 201);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/accounts/{id}',
        tags,
        summary: 'Read one',
        request: { params: Params },
        responses: { 200: json(account.Account, 'The account; the ETag guards the next change') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        return c.json(
          answer(c, await database.forWorkspace(workspaceId).read((db) => get(db, workspaceId, id))),
          200,
        );
      },
    )
    .openapi(
      operation('write', {
        method: 'patch',
        path: '/v1/accounts/{id}',
        tags,
        summary: 'Change what the team keeps of it',
        request: { params: Params, headers: IfMatch, body: body(account.AccountUpdate) },
        responses: { 200: json(account.Account, 'The account as it is now') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const values = c.req.valid('json');
        await checkOwner(workspaceId, values.ownerId);
        const at = clock.now();
        const record = await database
          .forWorkspace(workspaceId)
          .write(async (db) => {
            const found = await get(db, workspaceId, id);
            requiredRevision(c, found.revision);
            await accounts.update(db, workspaceId, id, found.revision, changeOf(values, principal, at), at);
            await audit.append(db, workspaceId, {
              at,
              principal,
              action: 'account.update',
              target: id,
              change: values,
            });
            return get(db, workspaceId, id);
          })
          .catch((error: unknown) => {
            throw brokenConstraint(error) === 'unique' ? taken() : error;
          });
        return c.json(answer(c, record), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'put',
        path: '/v1/accounts/by-external-id/{externalId}',
        tags,
        summary: 'Create or change the account with this external id',
        request: { params: z.object({ externalId: common.ExternalId }), body: body(account.AccountUpsert) },
        responses: {
          200: json(account.Account, 'The account was there and is changed'),
          201: json(account.Account, 'The account is new'),
        },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { externalId } = c.req.valid('param');
        const values = c.req.valid('json');
        await checkOwner(workspaceId, values.ownerId);
        const at = clock.now();
        const { record, isNew } = await database.forWorkspace(workspaceId).write(async (db) => {
          const put = await accounts.putByExternalId(db, workspaceId, externalId, {
            ...changeOf(values, principal, at),
            id: newId('acc'),
            at,
          });
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'account.put',
            target: put.id,
            change: values,
          });
          return { record: await get(db, workspaceId, put.id), isNew: put.isNew };
        });
        return isNew ? c.json(answer(c, record), 201) : c.json(answer(c, record), 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/accounts/{id}/progress',
        tags,
        summary: 'How far the account is with shared checklists',
        request: { params: Params },
        responses: {
          200: json(z.object({ data: z.array(account.ChecklistProgress) }), 'Checklists that were begun'),
        },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        await database.forWorkspace(workspaceId).read((db) => get(db, workspaceId, id));
        return c.json({ data: await checklistsOf(deps, workspaceId, [id]) }, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/accounts/{id}/timeline',
        tags,
        summary: 'What happened with its people, newest first',
        request: { params: Params, query: common.PageQuery },
        responses: { 200: json(common.page(account.TimelineEntry), 'A page of the timeline') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const page = await database.forWorkspace(workspaceId).read(async (db) => {
          await get(db, workspaceId, id);
          return timelinePage(db, workspaceId, { accountId: id }, c.req.valid('query'));
        });
        return c.json(page, 200);
      },
    );
};
