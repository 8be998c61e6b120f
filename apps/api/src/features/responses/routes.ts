import { common, response } from '@banso/contract';
import { audit, decodeCursor, encodeCursor, members, type ResponseFilter, responses } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { withAnswers } from './records.ts';

const SCORES = { detractor: [0, 6], passive: [7, 8], promoter: [9, 10] } as const;
const flag = (value: 'true' | 'false' | undefined) => (value === undefined ? undefined : value === 'true');
const tags = ['responses'];
const Params = z.object({ id: common.ResponseId });

/** What customers answered. Mounted at the root: `/v1/responses`. */
export const responseRoutes = ({ database, clock }: Deps) =>
  router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/responses',
        tags,
        summary: 'List answers, newest first',
        request: { query: response.ResponseQuery },
        responses: { 200: json(common.page(response.ResponseRecord), 'A page of responses') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const query = c.req.valid('query');
        const filter: ResponseFilter = {
          surveyId: query.surveyId,
          scores: query.score !== undefined ? [query.score, query.score] : query.band && SCORES[query.band],
          locale: query.locale,
          accountId: query.accountId,
          contactId: query.contactId,
          from: query.from,
          to: query.to,
          hasComment: flag(query.hasComment),
          read: flag(query.read),
          verified: flag(query.verified),
          counted: flag(query.counted),
        };
        const after =
          query.cursor === undefined ? undefined : decodeCursor('responses', 'string', query.cursor);
        const nameOf = await members.namesOf(database.control, workspaceId);
        const page = await database.forWorkspace(workspaceId).read(async (db) => {
          const found = await responses.list(db, workspaceId, filter, {
            after: after && { answeredAt: `${after.value}`, id: after.id },
            limit: query.limit + 1,
          });
          const records = found.slice(0, query.limit);
          const last = records.at(-1);
          return {
            data: await withAnswers(db, workspaceId, records, nameOf),
            nextCursor:
              found.length > query.limit && last
                ? encodeCursor('responses', { value: last.answeredAt, id: last.id })
                : null,
          };
        });
        return c.json(page, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/responses/unread',
        tags,
        summary: 'Count the answers that nobody on the team has read',
        responses: { 200: json(response.UnreadCount, 'How many') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const unread = await database
          .forWorkspace(workspaceId)
          .read((db) => responses.countUnread(db, workspaceId));
        return c.json({ unread }, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/responses/{id}',
        tags,
        summary: 'Read one with every answer',
        request: { params: Params },
        responses: { 200: json(response.ResponseRecord, 'The response') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const nameOf = await members.namesOf(database.control, workspaceId);
        const [found] = await database.forWorkspace(workspaceId).read(async (db) => {
          const record = await responses.find(db, workspaceId, id);
          return withAnswers(db, workspaceId, record ? [record] : [], nameOf);
        });
        if (!found) throw new AppError('not_found', 'There is no such response.');
        return c.json(found, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'patch',
        path: '/v1/responses/{id}',
        tags,
        summary: 'Mark as read or unread for the whole team',
        request: { params: Params, body: body(response.ResponseUpdate) },
        responses: { 200: json(response.ResponseRecord, 'The response') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const { read } = c.req.valid('json');
        const at = clock.now();
        const nameOf = await members.namesOf(database.control, workspaceId);
        const [found] = await database.forWorkspace(workspaceId).write(async (db) => {
          if (await responses.setRead(db, workspaceId, id, read ? at : null)) {
            await audit.append(db, workspaceId, {
              at,
              principal,
              action: 'response.update',
              target: id,
              change: { read },
            });
          }
          const record = await responses.find(db, workspaceId, id);
          return withAnswers(db, workspaceId, record ? [record] : [], nameOf);
        });
        if (!found) throw new AppError('not_found', 'There is no such response.');
        return c.json(found, 200);
      },
    );
