import { common, response } from '@banso/contract';
import { ResponseQuery } from '@banso/contract/response-query';
import { ChangedResponses, MarkedTests, ResponsesChange, TestMarks } from '@banso/contract/response-tags';
import { audit, inbox, members, responses } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { changeResponses } from './changes.ts';
import { CSV_HEADERS, csvBody } from './csv.ts';
import { filterOf } from './query.ts';
import { withAnswers } from './records.ts';

const tags = ['responses'];
const Params = z.object({ id: common.ResponseId });

/** What customers answered. Mounted at the root: `/v1/responses`. */
export const responseRoutes = ({ database, clock, newId, live, recorder }: Deps) =>
  router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/responses',
        tags,
        summary: 'List answers, newest first',
        description:
          'A page looks at a bounded number of answers, so that it is fast whatever is asked for: where few fit, it may be short or empty although there are more. `nextCursor` tells.',
        request: { query: ResponseQuery },
        responses: { 200: json(common.page(response.ResponseRecord), 'A page of responses') },
      }),
      async (c) => {
        const { workspaceId, withholdsTexts } = c.var;
        const query = c.req.valid('query');
        const { sort, cursor, limit } = query;
        if (withholdsTexts && query.words !== undefined) return c.json({ data: [], nextCursor: null }, 200);
        const nameOf = await members.namesOf(database.control, workspaceId);
        const page = await database.forWorkspace(workspaceId).read(async (db) => {
          const { data, nextCursor } = await inbox.list(db, workspaceId, filterOf(query), {
            sort,
            cursor,
            limit,
          });
          return { data: await withAnswers(db, workspaceId, data, nameOf), nextCursor };
        });
        return c.json(page, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/responses/csv',
        tags,
        summary: 'The list as CSV: every answer that the same query lists, in its order',
        description:
          'Columns are always the same and in the same order. Texts that the reader may not read are `[withheld]`. What a spreadsheet would take for a formula has an apostrophe in front. `limit` and `cursor` are not looked at.',
        request: { query: ResponseQuery },
        responses: {
          200: {
            description: 'The file, written as fast as it is fetched',
            content: { 'text/csv': { schema: z.string() } },
          },
        },
      }),
      async (c) => {
        const { workspaceId, withholdsTexts } = c.var;
        const query = c.req.valid('query');
        const nameOf = await members.namesOf(database.control, workspaceId);
        const asked = { filter: filterOf(query), sort: query.sort, nameOf, withholdsTexts };
        return c.body(csvBody(database, workspaceId, asked), 200, CSV_HEADERS);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: '/v1/responses/changes',
        tags,
        summary: 'Tag several answers, or mark them as read, all of them or none',
        description:
          'The answer tells what was changed in each: what has to be done to take it back. A tag that is not there yet is made.',
        request: { body: body(ResponsesChange) },
        responses: { 200: json(ChangedResponses, 'The answers, in the order asked for') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { responses: asked, ...change } = c.req.valid('json');
        const doing = { workspaceId, principal, at: clock.now(), newId };
        const ids = [...new Set(asked)];
        const data = await database
          .forWorkspace(workspaceId)
          .write((db) => changeResponses(db, doing, ids, change));
        const [first] = ids;
        // one hint for all: whoever listens reads the list again
        if (first !== undefined) live.publish(workspaceId, { type: 'response', id: first, surveyId: '' });
        return c.json({ data }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: '/v1/responses/tests',
        tags,
        summary: 'Call answers tests, or answers again: all of them or none',
        description:
          'A test is in no number, no alert and no report, and what was counted of it is taken off in the same commit. Called an answer again, it counts as if it had never been a test. The answer tells which of them were not so already.',
        request: { body: body(TestMarks) },
        responses: { 200: json(MarkedTests, 'The answers that were changed') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { responses: asked, test: isTest } = c.req.valid('json');
        const ids = [...new Set(asked)];
        const found = await database
          .forWorkspace(workspaceId)
          .read((db) => responses.listByIds(db, workspaceId, ids));
        if (found.length < ids.length) throw new AppError('not_found', 'There is no such response.');
        const data = await recorder.markTests(workspaceId, {
          responses: found.map(({ id, contact, surveyId, version }) => ({
            responseId: id,
            contactId: contact.id,
            contentId: surveyId,
            version,
          })),
          isTest,
          principal,
        });
        return c.json({ data }, 200);
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
