import { LoopQuery, LoopReport } from '@banso/contract/cases';
import { caseReports } from '@banso/database';
import type { Duration, MeanChange } from '@banso/domain/statistics';
import { loopOf } from '@banso/domain/statistics';
import { DAY_MS, msBetween } from '@banso/domain/time';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { json, operation, router } from '../../operation.ts';

const LONGEST_DAYS = 731;

/** How well the loop is closed. Mounted at the root: `/v1/reports/loop`. */
export const loopRoutes = ({ database, clock }: Deps) =>
  router().openapi(
    operation('read', {
      method: 'get',
      path: '/v1/reports/loop',
      tags: ['reports'],
      summary: 'How well the loop is closed: coverage, first touch, closing, recovered',
      description:
        'Over the cases that were opened in the period, without those that were withdrawn by their person. Times are of the calendar; shares have their Wilson interval, medians one that asks nothing of the distribution.',
      request: { query: LoopQuery },
      responses: { 200: json(LoopReport, 'The figures, each with its n') },
    }),
    async (c) => {
      const { workspaceId } = c.var;
      const { from, to } = c.req.valid('query');
      const days = msBetween(from, to) / DAY_MS;
      if (days <= 0 || days > LONGEST_DAYS) {
        const message = 'must be after from, and at most two years later';
        throw new AppError('invalid', `to: ${message}`, {
          errors: [{ path: 'query.to', code: 'invalid_period', message }],
        });
      }
      const found = await database
        .forWorkspace(workspaceId)
        .read((db) => caseReports.listOpenedIn(db, workspaceId, { from, to }));
      const loop = loopOf(found, clock.now());
      return c.json(
        {
          from,
          to,
          cases: loop.cases,
          coverage: loop.coverage ?? null,
          inside: loop.inside ?? null,
          firstTouch: withNulls(loop.firstTouch),
          close: withNulls(loop.close),
          reopened: loop.reopened ?? null,
          recovered: loop.recovered ?? null,
          scoreChange: {
            followedUp: withNulls(loop.scoreChange.followedUp),
            notFollowedUp: withNulls(loop.scoreChange.notFollowedUp),
          },
        },
        200,
      );
    },
  );

function withNulls<T extends Duration | MeanChange>(figure: T | undefined) {
  return figure ? { ...figure, low: figure.low ?? null, high: figure.high ?? null } : null;
}
