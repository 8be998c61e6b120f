import { scoreReport } from '@banso/contract';
import { members } from '@banso/database';
import type { ScoreKind } from '@banso/domain/statistics';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { json, operation } from '../../operation.ts';
import { listeningRoutes } from './listening-routes.ts';
import { rollUpsOf } from './roll-ups.ts';
import { scoreCsv } from './score-csv.ts';
import { scoreReportOf } from './score-report.ts';

const tags = ['reports'];
const CSV = { 'text/csv': { schema: z.string() } };

const NAMES: Readonly<Record<ScoreKind, string>> = {
  nps: 'Net Promoter Score',
  csat: 'Customer satisfaction (CSAT)',
  ces: 'Customer Effort Score (CES 2.0)',
};
const COUNTING: Readonly<Record<ScoreKind, string>> = {
  nps: 'One score per person: the latest in the period. Interval: adjusted Wald, 95 %. Changes: the same people in both periods are compared with themselves.',
  csat: 'The share of 4 and 5 among all answers from 1 to 5. Interval: Wilson, 95 %. Changes: the two-proportion test with N − 1.',
  ces: 'The share of 5 to 7 among all answers from 1 to 7. Interval: Wilson, 95 %. Changes: the two-proportion test with N − 1.',
};

const routeOf = <K extends ScoreKind>(kind: K) =>
  operation('read', {
    method: 'get',
    path: `/v1/reports/${kind}`,
    tags,
    summary: `${NAMES[kind]} of a survey in a period`,
    description: `${COUNTING[kind]} Segments are each compared with everybody else, corrected by Holm. Read from counters, so that the cost does not grow with the answers.`,
    request: { query: scoreReport.ScoreQuery },
    responses: {
      200: {
        description:
          'The score, its interval and n, the change, the trend, the distribution, segments, waves and rates',
        content: { ...json(scoreReport.ScoreReport, '').content, ...CSV },
      },
    },
  });

/** Numbers with what they stand on. Mounted at the root: `/v1/reports`. */
export const reportRoutes = (deps: Deps) => {
  const { database, clock } = deps;
  const report = async (
    workspaceId: string,
    kind: ScoreKind,
    query: z.infer<typeof scoreReport.ScoreQuery>,
  ) => {
    const nameOf = await members.namesOf(database.control, workspaceId);
    return database.forWorkspace(workspaceId).read(async (db) => ({
      found: await scoreReportOf(db, workspaceId, kind, query, { now: clock.now(), nameOf }),
      rollUps: kind === 'nps' && query.format === 'csv' ? await rollUpsOf(db, workspaceId, query) : undefined,
    }));
  };
  const file = (kind: ScoreKind, { from, to }: { from: string; to: string }) => ({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${kind}-${from.slice(0, 10)}-${to.slice(0, 10)}.csv"`,
  });

  return listeningRoutes(deps)
    .openapi(routeOf('nps'), async (c) => {
      const query = c.req.valid('query');
      const { found, rollUps } = await report(c.var.workspaceId, 'nps', query);
      if (query.format === 'csv') return c.body(scoreCsv(found, rollUps), 200, file('nps', query));
      return c.json(found, 200);
    })
    .openapi(routeOf('csat'), async (c) => {
      const query = c.req.valid('query');
      const { found } = await report(c.var.workspaceId, 'csat', query);
      if (query.format === 'csv') return c.body(scoreCsv(found, undefined), 200, file('csat', query));
      return c.json(found, 200);
    })
    .openapi(routeOf('ces'), async (c) => {
      const query = c.req.valid('query');
      const { found } = await report(c.var.workspaceId, 'ces', query);
      if (query.format === 'csv') return c.body(scoreCsv(found, undefined), 200, file('ces', query));
      return c.json(found, 200);
    })
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/reports/nps/roll-ups',
        tags,
        summary: 'Net Promoter Score of a survey, counted by account',
        description:
          'The same answers counted four ways: every respondent; the mean of each account, then of accounts; those who decide first (people with the trait `decision_maker`, or without it the role admin, decision_maker, executive or owner), others where none of them answered; and accounts weighted by revenue. The cost grows with the accounts that answered and the days.',
        request: { query: scoreReport.RollUpQuery },
        responses: { 200: json(scoreReport.RollUps, 'One score a way of counting') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const query = c.req.valid('query');
        return c.json(
          await database.forWorkspace(workspaceId).read((db) => rollUpsOf(db, workspaceId, query)),
          200,
        );
      },
    );
};
