import { common } from '@banso/contract';
import * as topic from '@banso/contract/topic';
import { topicAnswers, topics } from '@banso/database';
import { addMs, DAY_MS, dayOf } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { json, operation, router } from '../../operation.ts';
import { getTopic } from './desk.ts';
import { accountsOnWire, trendOf } from './records.ts';

const tags = ['topics'];
const path = '/v1/topics';
const Params = z.object({ id: common.TopicId });

/** How often a topic comes up, and who brings it up. */
export const topicReportRoutes = ({ database, clock }: Deps) =>
  router()
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}/trend`,
        tags,
        summary: 'How often a topic came up, by week',
        description:
          'Its share of all answers with words, with the Wilson interval of 95 %, in weeks of seven UTC days that end with today. Null: nobody wrote anything in that week.',
        request: { params: Params, query: topic.TopicTrendQuery },
        responses: { 200: json(topic.TopicTrend, 'The oldest week first') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const { weeks } = c.req.valid('query');
        const trend = await database.forWorkspace(workspaceId).read(async (db) => {
          const found = getTopic(await topics.list(db, workspaceId), id);
          return trendOf(db, workspaceId, found, { today: dayOf(clock.now()), weeks });
        });
        return c.json(trend, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}/accounts`,
        tags,
        summary: 'Whose people talk of a topic, and what they pay',
        request: { params: Params, query: topic.TopicAccountsQuery },
        responses: { 200: json(topic.TopicAccounts, 'Accounts, those with the most answers first') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const from = addMs(clock.now(), -c.req.valid('query').days * DAY_MS);
        const found = await database.forWorkspace(workspaceId).read(async (db) => {
          getTopic(await topics.list(db, workspaceId), id);
          return topicAnswers.accountsOf(db, workspaceId, id, from);
        });
        return c.json(accountsOnWire(found), 200);
      },
    );
