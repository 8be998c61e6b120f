import { QuestionReport, QuestionsQuery } from '@banso/contract/question-report';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { json, operation, router } from '../../operation.ts';
import { questionCsv, questionReportOf } from './question-report.ts';

/** Where people leave a survey. Mounted with the other reports. */
export const questionRoutes = ({ database }: Deps) =>
  router().openapi(
    operation('read', {
      method: 'get',
      path: '/v1/reports/questions',
      tags: ['reports'],
      summary: 'Where people leave a survey, question by question',
      description:
        'What became of each question in the responses that began in these UTC days: answered, skipped by the person, left there (the response stands at it now), or not asked since answers before led past it. Reached is answered, skipped and left together. Versions are told together by the key of a question; a version from which on it has other words is marked. Imported responses and those from before this was counted are in none of it. Read from counters by the UTC day, so that the cost does not grow with the responses. The rows behind a number: `GET /v1/responses` with `question`, `outcome` and, of one version, `segment=version:2`.',
      request: { query: QuestionsQuery },
      responses: {
        200: {
          description: 'Every question that a version asks or asked',
          content: { ...json(QuestionReport, '').content, 'text/csv': { schema: z.string() } },
        },
      },
    }),
    async (c) => {
      const { workspaceId } = c.var;
      const { format, unverified, ...query } = c.req.valid('query');
      const verified = unverified === 'exclude' ? true : undefined;
      const report = await database
        .forWorkspace(workspaceId)
        .read((db) => questionReportOf(db, workspaceId, { ...query, verified }));
      if (format === 'json') return c.json(report, 200);
      return c.body(questionCsv(report), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="questions-${query.from}-${query.to}.csv"`,
      });
    },
  );
