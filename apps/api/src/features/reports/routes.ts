import { report } from '@banso/contract';
import { contents, scores } from '@banso/database';
import { answersNeeded, npsChange, tallyOf } from '@banso/domain/statistics';
import {
  addMs,
  DAY_MS,
  dayOf,
  HOUR_MS,
  hourOf,
  msBetween,
  type Period,
  periodBefore,
  trendPoints,
} from '@banso/domain/time';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { json, operation, router } from '../../operation.ts';
import { npsFigure } from './nps-figure.ts';

const TREND_WEEKS = 39;

/** The hours in UTC that a period touches: what the roll-ups can answer exactly. */
function wholeHours({ from, to }: Period): Period {
  const end = hourOf(to);
  return { from: hourOf(from), to: end === to ? to : addMs(end, HOUR_MS) };
}

/** Numbers with what they stand on. Mounted at the root: `/v1/reports`. */
export const reportRoutes = ({ database }: Deps) =>
  router().openapi(
    operation('read', {
      method: 'get',
      path: '/v1/reports/nps',
      tags: ['reports'],
      summary: 'Net Promoter Score of a survey in a period',
      description:
        'One score per person: the latest in the period. Interval: adjusted Wald, 95 %. Read from hourly counts, so that the cost does not grow with the answers.',
      request: { query: report.NpsReportQuery },
      responses: {
        200: json(
          report.NpsReport,
          'The score, its interval and n, the change, the trend, and the distribution',
        ),
      },
    }),
    async (c) => {
      const { workspaceId } = c.var;
      const { surveyId, from, to, locale, version, unverified } = c.req.valid('query');
      if (msBetween(from, to) < HOUR_MS || msBetween(from, to) > 3_660 * DAY_MS) {
        throw new AppError('invalid', 'to: must be at least an hour and at most ten years after from', {
          errors: [
            {
              path: 'query.to',
              code: 'invalid_period',
              message: 'must be at least an hour and at most ten years after from',
            },
          ],
        });
      }
      const period = wholeHours({ from, to });
      const filter = { locale, version, ...(unverified === 'exclude' && { verified: true }) };

      const answer = await database.forWorkspace(workspaceId).read(async (db) => {
        const survey = await contents.find(db, workspaceId, 'survey', surveyId);
        if (!survey) throw new AppError('not_found', 'There is no such survey.');
        const before = periodBefore(period);
        const days = Math.max(1, Math.round(msBetween(period.from, period.to) / DAY_MS));
        const windows = [period, before, ...trendPoints(addMs(period.to, -1), TREND_WEEKS, 7, days)];
        const histograms = await scores.histogramsIn(db, workspaceId, surveyId, windows, filter);
        const [current, previous, ...trend] = windows.map((window, index) => ({
          window,
          histogram: histograms[index] ?? [],
        }));
        if (!current || !previous) throw new RangeError('A report has at least two windows');
        const [now, then] = [tallyOf(current.histogram), tallyOf(previous.histogram)];
        const change = npsChange(then, now);

        const locales = [];
        for (const each of await scores.localesIn(db, workspaceId, surveyId, period)) {
          const histogram = await scores.histogramIn(db, workspaceId, surveyId, period, {
            ...filter,
            locale: each,
          });
          locales.push({ locale: each, ...npsFigure(period, histogram) });
        }

        return {
          survey: { id: survey.id, name: survey.name },
          current: npsFigure(period, current.histogram),
          previous: npsFigure(before, previous.histogram),
          change: change ? { ...change, answersNeeded: answersNeeded(then, now) ?? null } : null,
          shown: await contents.countBetween(
            db,
            workspaceId,
            surveyId,
            'shown',
            dayOf(period.from),
            dayOf(period.to),
          ),
          histogram: [...current.histogram],
          trend: trend.map((point) => npsFigure(point.window, point.histogram)),
          locales,
          versions: (await contents.listVersions(db, workspaceId, surveyId, { limit: 200 }))
            .map((each) => ({ version: each.version, publishedAt: each.publishedAt }))
            .reverse(),
        };
      });
      return c.json(answer, 200);
    },
  );
