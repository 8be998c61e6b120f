import { addMs, HOUR_MS } from '@banso/domain/time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScoredResponse } from './score-contributions.ts';
import { scoreContributions, scoreDifference, sumOf } from './score-contributions.ts';

const START = '2026-03-02T00:00:00.000Z';
const somebody = { accountId: 'acc_1', plan: 'team', ownerId: null, lifecycle: 'live', decides: false };
const aResponse = (id: number, hours: number, score: number | null): ScoredResponse => ({
  id: `rsp_${id}`,
  version: 1,
  locale: 'en',
  verified: true,
  ...somebody,
  score,
  scoreAt: score === null ? null : addMs(START, hours * HOUR_MS),
  isTest: false,
});
const segment = { version: 1, locale: 'en', verified: true, ...somebody };
const hour = (hours: number) => addMs(START, hours * HOUR_MS);

const responses = fc
  .uniqueArray(
    fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 2_000 }), fc.option(fc.nat({ max: 10 }), { freq: 5 })),
    { selector: ([id]) => id, maxLength: 8 },
  )
  .map((list) => list.map(([id, quarters, score]) => aResponse(id, quarters / 4, score)));

describe('what a person adds to the roll-ups', () => {
  test('is nothing for what was skipped', () => {
    expect(scoreContributions([aResponse(1, 0, null)])).toEqual({ hours: [], repeats: [] });
  });

  test('is each answer in its hour, the last one as the latest, and each pair of neighbours', () => {
    expect(scoreContributions([aResponse(2, 50.5, 9), aResponse(1, 0.25, 3)])).toEqual({
      hours: [
        { hour: hour(0), ...segment, score: 3, count: 1, latest: 0 },
        { hour: hour(50), ...segment, score: 9, count: 1, latest: 1 },
      ],
      repeats: [
        {
          gapDays: 2,
          earlierHour: hour(0),
          laterHour: hour(50),
          ...segment,
          score: 3,
          laterScore: 9,
          count: 1,
        },
      ],
    });
  });

  test('answers every window in whole hours with the latest answer in it', () => {
    fc.assert(
      fc.property(responses, fc.nat({ max: 520 }), fc.nat({ max: 520 }), (list, one, other) => {
        const [from, to] = [hour(Math.min(one, other)), hour(Math.max(one, other))];
        const { hours, repeats } = scoreContributions(list);
        const count = Array.from({ length: 11 }, (_, score) => {
          const all = hours.filter((row) => row.score === score && row.hour >= from && row.hour < to);
          const taken = repeats.filter(
            (row) => row.score === score && row.earlierHour >= from && row.laterHour < to,
          );
          return all.length - taken.length;
        });
        const inside = list
          .filter(
            (response) => response.scoreAt !== null && response.scoreAt >= from && response.scoreAt < to,
          )
          .toSorted((a, b) => (`${a.scoreAt} ${a.id}` < `${b.scoreAt} ${b.id}` ? -1 : 1));
        const latest = inside.at(-1)?.score;
        expect(count).toEqual(Array.from({ length: 11 }, (_, score) => (score === latest ? 1 : 0)));
      }),
    );
  });
});

test('the difference brings the old rows to the new ones, and to nothing what did not change', () => {
  fc.assert(
    fc.property(responses, responses, (before, after) => {
      const [was, is] = [scoreContributions(before), scoreContributions(after)];
      const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();
      const [reached, wanted] = [sumOf([was, scoreDifference(was, is)]), sumOf([is])];
      expect(sorted(reached.hours)).toEqual(sorted(wanted.hours));
      expect(sorted(reached.repeats)).toEqual(sorted(wanted.repeats));
      expect(scoreDifference(is, is)).toEqual({ hours: [], repeats: [] });
    }),
  );
});
