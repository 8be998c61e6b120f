import { addMs, HOUR_MS, type Period } from '@banso/domain/time';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { aContent, aWorkspace, DIALECTS, openTestDatabase } from '../testing.ts';
import * as recordedScores from './recorded-scores.ts';
import { emptyHistogram } from './score-sums.ts';
import * as scores from './scores.ts';

const START = '2026-03-01T00:00:00.000Z';
const HOURS = 14 * 24;
const at = (hour: number) => addMs(START, hour * HOUR_MS);

/** An answer in every hour but a few, so that no end of a period falls where nothing was counted. */
const ANSWERS = Array.from({ length: HOURS }, (_, hour) => ({
  hour,
  score: (hour * 7) % 11,
  count: 1 + (hour % 3),
  locale: hour % 2 === 0 ? 'ja' : 'ko',
})).filter(({ hour }) => hour % 29 !== 0);

const counted = ({ from, to }: Period, locale?: string): number[] => {
  const histogram = emptyHistogram();
  for (const { hour, score, count, locale: own } of ANSWERS)
    if (at(hour) >= from && at(hour) < to && (locale === undefined || own === locale))
      histogram[score] = (histogram[score] ?? 0) + count;
  return histogram;
};

describe.each(DIALECTS)('scores in periods on %s', (dialect) => {
  let database: Database;
  let workspaceId: string;
  let contentId: string;

  beforeAll(async () => {
    database = await openTestDatabase(dialect);
    ({ workspaceId } = await aWorkspace(database));
    contentId = await aContent(database, workspaceId);
    const hours = ANSWERS.map(({ hour, score, count, locale }) => ({
      contentId,
      version: 1,
      locale,
      verified: hour % 5 !== 0,
      score,
      accountId: null,
      plan: null,
      ownerId: null,
      lifecycle: null,
      decides: false,
      hour: at(hour),
      count,
      latest: count,
    }));
    await database
      .forWorkspace(workspaceId)
      .write((db) => recordedScores.add(db, workspaceId, { hours, repeats: [], scales: [] }));
  });
  afterAll(() => database.close());

  const period = fc
    .tuple(fc.integer({ min: 0, max: HOURS }), fc.integer({ min: 1, max: 100 }))
    .map(([from, length]): Period => ({ from: at(from), to: at(from + length) }));

  test('are what was answered in their hours, wherever they begin, end and overlap', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(period, { minLength: 1, maxLength: 6 }), async (periods) => {
        const read = database.forWorkspace(workspaceId);
        const segment = { by: 'locale', value: 'ja' } as const;
        const [all, ofOne] = await read.read(async (db) => [
          await scores.histogramsIn(db, workspaceId, contentId, periods),
          await scores.histogramsIn(db, workspaceId, contentId, periods, { segment }),
        ]);
        expect(all).toEqual(periods.map((each) => counted(each)));
        expect(ofOne).toEqual(periods.map((each) => counted(each, 'ja')));
      }),
      { numRuns: 60 },
    );
  });
});
