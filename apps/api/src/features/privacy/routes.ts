import { common, erasure } from '@banso/contract';
import type { ErasureRecord } from '@banso/database';
import { audit, contacts, erasures, members } from '@banso/database';
import { addMs, DAY_MS } from '@banso/domain/time';
import { ERASURE_DUE_DAYS } from '@banso/domain/work';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { erase, getErasure } from './erase.ts';
import { EXPORT_HEADERS, exportBody } from './export.ts';

const tags = ['privacy'];
const ContactParams = z.object({ id: common.ContactId });
const Params = z.object({ id: common.ErasureId });

/** What people may ask of those who know them: their data, and to be erased. Mounted at the root. */
export const privacyRoutes = (deps: Deps) => {
  const { database, clock, live } = deps;
  const namesIn = (workspaceId: string) => members.namesOf(database.control, workspaceId);

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/erasures',
        tags,
        summary: 'List requests for erasure: the open ones first, then the newest',
        request: { query: erasure.ErasureQuery },
        responses: { 200: json(common.page(erasure.Erasure), 'A page of requests') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { status, contactId, cursor, limit } = c.req.valid('query');
        const nameOf = await namesIn(workspaceId);
        const { data, nextCursor } = await database
          .forWorkspace(workspaceId)
          .read((db) => erasures.list(db, workspaceId, { status, contactId }, { cursor, limit }));
        return c.json({ data: data.map((record) => onWire(record, nameOf)), nextCursor }, 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'post',
        path: '/v1/erasures/{id}/lift',
        tags,
        summary: 'Let a person come back whose user id was erased',
        description:
          'From then on somebody with this user id is a new person, of whom nothing is known. What was erased does not come back.',
        request: { params: Params },
        responses: { 200: json(erasure.Erasure, 'The request as it is now') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const at = clock.now();
        const nameOf = await namesIn(workspaceId);
        const record = await database.forWorkspace(workspaceId).write(async (db) => {
          await getErasure(db, workspaceId, id);
          if (!(await erasures.lift(db, workspaceId, id, { at, by: principal.id })))
            throw new AppError('conflict', 'Nobody is kept out by this request.');
          const change = {};
          await audit.append(db, workspaceId, { at, principal, action: 'erasure.lift', target: id, change });
          return getErasure(db, workspaceId, id);
        });
        live.publish(workspaceId, { type: 'erasure', contactId: record.contact.id });
        return c.json(onWire(record, nameOf), 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'post',
        path: '/v1/contacts/{id}/erase',
        tags,
        summary: 'Erase a person',
        description:
          'Everything goes that tells who they are and what they wrote; their sessions end, and their user id is kept out. Scores, steps and counts stay, as those of somebody who was erased. This cannot be undone.',
        request: { params: ContactParams, body: body(erasure.EraseRequest) },
        responses: { 200: json(erasure.Erasure, 'The request that was carried out') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id: contactId } = c.req.valid('param');
        const { requestId } = c.req.valid('json');
        const nameOf = await namesIn(workspaceId);
        const record = await erase(deps, { workspaceId, contactId, requestId, principal });
        return c.json(onWire(record, nameOf), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'get',
        path: '/v1/contacts/{id}/export',
        tags,
        summary: 'Everything that is kept of a person, as a file',
        description: 'A stream: it is whole when its JSON is. The audit log tells who fetched it.',
        request: { params: ContactParams },
        responses: { 200: json(erasure.PersonalExport, 'All of it') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id: contactId } = c.req.valid('param');
        const at = clock.now();
        await database.forWorkspace(workspaceId).write(async (db) => {
          if (!(await contacts.find(db, workspaceId, contactId)))
            throw new AppError('not_found', 'There is no such contact.');
          const entry = { at, principal, action: 'contact.export', target: contactId, change: {} };
          await audit.append(db, workspaceId, entry);
        });
        const exported = exportBody(database, { workspaceId, contactId, at });
        return c.body(exported, 200, EXPORT_HEADERS) as never; // typed by its schema, sent as it is read
      },
    );
};

/** The wire form of a request. */
function onWire(
  { contact, carriedOutBy, liftedBy, ...record }: ErasureRecord,
  nameOf: (member: string) => string | undefined,
): erasure.Erasure {
  const { id, name, email, identity, externalId, erasedAt } = contact;
  const member = (who: string | null) => (who === null ? null : { id: who, name: nameOf(who) ?? null });
  const hasUserId = identity !== 'anonymous' && erasedAt === null;
  return {
    ...record,
    contact: { id, name, email, externalId: hasUserId ? externalId : null, erased: erasedAt !== null },
    dueAt: addMs(record.requestedAt, ERASURE_DUE_DAYS * DAY_MS),
    carriedOutBy: member(carriedOutBy),
    liftedBy: member(liftedBy),
  };
}
