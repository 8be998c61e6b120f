import { account, common } from '@banso/contract';
import {
  accounts,
  audit,
  type ContactRecord,
  type ContactSort,
  contacts,
  type Db,
  erasures,
} from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { checklistsOf } from '../../checklist-standing.ts';
import { AppError, invalidField } from '../../errors.ts';
import { erased, requirePresent } from '../../may-read.ts';
import { body, json, operation, router } from '../../operation.ts';
import { nameOf } from '../../recorder/load.ts';
import { etagOf, requiredRevision } from '../../revision.ts';
import { timelinePage } from '../../timeline-page.ts';
import { type Named, tombstonesAgainst } from '../../tombstone.ts';
import { writeAlone } from '../../write-alone.ts';

const tags = ['contacts'];
const Params = z.object({ id: common.ContactId });
const IfMatch = z.object({ 'if-match': z.string().optional() });
const SORTS = ['name', '-name', 'lastSeenAt', '-lastSeenAt'] as const;
const Query = common.PageQuery.extend({
  search: z.string().max(200).optional(),
  accountId: common.AccountId.optional(),
  identity: z.enum(['verified', 'unverified', 'anonymous']).optional(),
  sort: z.enum(SORTS).default('-lastSeenAt'),
});

const sortOf = (sort: (typeof SORTS)[number]): ContactSort => ({
  by: sort.replace('-', '') as ContactSort['by'],
  direction: sort.startsWith('-') ? 'desc' : 'asc',
});

/** Without what only the database needs; an anonymous visitor has no user id, and who is erased has none any more. */
function onWire({ revision, lastScoreAt, identity, externalId, isTest, ...record }: ContactRecord) {
  const isErased = record.erasedAt !== null;
  return {
    ...record,
    test: isTest,
    verified: identity === 'verified' && !isErased,
    externalId: identity === 'anonymous' || isErased ? null : externalId,
  };
}

/** Which fields were set; of the flag for tests also to what, since numbers depend on it. */
const changedIn = (values: z.infer<typeof account.ContactUpdate>) => ({
  fields: Object.keys(values),
  ...(values.test !== undefined && { test: values.test }),
});

const notFound = () => new AppError('not_found', 'There is no such contact.');

/** People in customer companies. Mounted at the root: `/v1/contacts`. */
export const contactRoutes = (deps: Deps) => {
  const { database, clock, newId, settings } = deps;
  const answer = (c: Context<AppEnv>, record: ContactRecord) => {
    c.header('etag', etagOf(record.revision));
    return onWire(record);
  };
  const get = async (db: Db, workspaceId: string, id: string) => {
    const found = await contacts.find(db, workspaceId, id);
    if (!found) throw notFound();
    return found;
  };
  /** @throws {AppError} `erased` when this user id was erased and nobody has let it in again. */
  const requireWelcome = async (db: Db, workspaceId: string, named: Named) => {
    const against = tombstonesAgainst(settings.secret, workspaceId, named);
    if ((await erasures.standing(db, workspaceId, against)).size > 0) throw erased();
    // the row of somebody erased goes by an id of ours, which anybody could name as theirs
    const known = await contacts.findByExternalId(db, workspaceId, named.identity, named.externalId);
    if (known) requirePresent(known);
  };
  /** A foreign account answers exactly like an absent one. */
  const checkAccount = async (db: Db, workspaceId: string, accountId: string | null | undefined) => {
    if (accountId && !(await accounts.find(db, workspaceId, accountId))) {
      throw invalidField('accountId', 'unknown', 'there is no such account');
    }
  };

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/contacts',
        tags,
        summary: 'List people',
        request: { query: Query },
        responses: { 200: json(common.page(account.Contact), 'A page of contacts') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { limit, cursor, sort, search, accountId, identity } = c.req.valid('query');
        const page = await database
          .forWorkspace(workspaceId)
          .read((db) =>
            contacts.list(db, workspaceId, { search, accountId, identity }, sortOf(sort), { cursor, limit }),
          );
        return c.json({ data: page.data.map(onWire), nextCursor: page.nextCursor }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: '/v1/contacts',
        tags,
        summary: 'Create a person with the user id of your product',
        request: { body: body(account.ContactCreate) },
        responses: { 201: json(account.Contact, 'The contact') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { test: isTest, ...values } = c.req.valid('json');
        const at = clock.now();
        const id = newId('con');
        const named = { identity: 'verified', externalId: values.externalId } as const;
        const record = await writeAlone(database, workspaceId, [nameOf(named)], async (db) => {
          await requireWelcome(db, workspaceId, named);
          await checkAccount(db, workspaceId, values.accountId);
          if (!(await contacts.create(db, workspaceId, { ...values, isTest, ...named, id, at }))) {
            throw new AppError('conflict', 'externalId: another contact has it', {
              errors: [{ path: 'externalId', code: 'taken', message: 'another contact has it' }],
            });
          }
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'contact.create',
            target: id,
            change: changedIn(c.req.valid('json')),
          });
          return get(db, workspaceId, id);
        });
        return c.json(answer(c, record), 201);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/contacts/{id}',
        tags,
        summary: 'Read one',
        request: { params: Params },
        responses: { 200: json(account.Contact, 'The contact; the ETag guards the next change') },
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
        path: '/v1/contacts/{id}',
        tags,
        summary: 'Change a person',
        request: { params: Params, headers: IfMatch, body: body(account.ContactUpdate) },
        responses: { 200: json(account.Contact, 'The contact as it is now') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const { test: isTest, ...values } = c.req.valid('json');
        const at = clock.now();
        const record = await database.forWorkspace(workspaceId).write(async (db) => {
          const found = await get(db, workspaceId, id);
          requirePresent(found);
          requiredRevision(c, found.revision);
          await checkAccount(db, workspaceId, values.accountId);
          await contacts.update(db, workspaceId, id, found.revision, { ...values, isTest }, at);
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'contact.update',
            target: id,
            change: changedIn(c.req.valid('json')),
          });
          return get(db, workspaceId, id);
        });
        return c.json(answer(c, record), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'put',
        path: '/v1/contacts/by-external-id/{externalId}',
        tags,
        summary: 'Create or change the person with this user id',
        request: { params: z.object({ externalId: common.ExternalId }), body: body(account.ContactUpdate) },
        responses: {
          200: json(account.Contact, 'The contact was there and is changed'),
          201: json(account.Contact, 'The contact is new'),
        },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { externalId } = c.req.valid('param');
        const { test: isTest, ...values } = c.req.valid('json');
        const at = clock.now();
        const named = { identity: 'verified', externalId } as const;
        const { record, isNew } = await writeAlone(database, workspaceId, [nameOf(named)], async (db) => {
          await requireWelcome(db, workspaceId, named);
          await checkAccount(db, workspaceId, values.accountId);
          const put = await contacts.putByExternalId(db, workspaceId, {
            ...values,
            isTest,
            ...named,
            id: newId('con'),
            at,
          });
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'contact.put',
            target: put.id,
            change: changedIn(c.req.valid('json')),
          });
          return { record: await get(db, workspaceId, put.id), isNew: put.isNew };
        });
        return isNew ? c.json(answer(c, record), 201) : c.json(answer(c, record), 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/contacts/{id}/progress',
        tags,
        summary: 'How far the person is with each checklist, shared ones included',
        request: { params: Params },
        responses: {
          200: json(z.object({ data: z.array(account.ChecklistProgress) }), 'Checklists that were begun'),
        },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const contact = await database.forWorkspace(workspaceId).read((db) => get(db, workspaceId, id));
        return c.json(
          { data: await checklistsOf(deps, workspaceId, contact.account ? [id, contact.account.id] : [id]) },
          200,
        );
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/contacts/{id}/timeline',
        tags,
        summary: 'What the person did, newest first',
        request: { params: Params, query: common.PageQuery },
        responses: { 200: json(common.page(account.TimelineEntry), 'A page of the timeline') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const page = await database.forWorkspace(workspaceId).read(async (db) => {
          await get(db, workspaceId, id);
          return timelinePage(db, workspaceId, { contactId: id }, c.req.valid('query'));
        });
        return c.json(page, 200);
      },
    );
};
