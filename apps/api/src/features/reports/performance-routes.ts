import { PerformanceQuery, PerformanceReport } from '@banso/contract/journey';
import { contentPerformance, type PerformanceRecord } from '@banso/database';
import { performanceRates } from '@banso/domain/statistics';
import type { Deps } from '../../app-env.ts';
import { json, operation, router } from '../../operation.ts';

/** What contents of every kind come to. Mounted with the other reports. */
export const performanceRoutes = ({ database }: Deps) =>
  router().openapi(
    operation('read', {
      method: 'get',
      path: '/v1/reports/content',
      tags: ['reports'],
      summary: 'How often each content was shown, and what came of it',
      description:
        'Times, not people: whoever saw something twice counts twice. Read from counters by the UTC day, so that the cost grows with contents and days and not with what people did. To begin a survey is to answer it; to begin anything else is to open it.',
      request: { query: PerformanceQuery },
      responses: { 200: json(PerformanceReport, 'Every content that was ever published') },
    }),
    async (c) => {
      const { workspaceId } = c.var;
      const { from, to, kind } = c.req.valid('query');
      const records = await database
        .forWorkspace(workspaceId)
        .read((db) => contentPerformance.list(db, workspaceId, { from, to, kind }));
      return c.json({ from, to, contents: records.map(performanceOf) }, 200);
    },
  );

function performanceOf({ opened, answered, ...record }: PerformanceRecord) {
  const counts = { ...record, started: record.kind === 'survey' ? answered : opened };
  const rates = performanceRates(counts);
  // a guide or a piece of news is read, and not completed
  const hasEnd = record.kind === 'checklist' || record.kind === 'survey';
  return {
    ...counts,
    rates: {
      response: rates.response ?? null,
      completion: hasEnd ? (rates.completion ?? null) : null,
      completed: hasEnd ? (rates.completed ?? null) : null,
      dismissal: rates.dismissal ?? null,
      postponement: rates.postponement ?? null,
    },
  };
}
