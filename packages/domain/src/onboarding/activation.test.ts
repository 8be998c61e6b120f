import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../time/instant.ts';
import { activationOf, cohortsOf, type StartGroup } from './activation.ts';

const TODAY = '2026-03-31';
const began = (startedOn: string, goalOn: string | null, over: Partial<StartGroup> = {}): StartGroup => ({
  startedOn,
  goalOn,
  hadGoal: false,
  count: 1,
  ...over,
});

describe('activationOf', () => {
  test('counts in the rate only units whose days have fully elapsed', () => {
    const found = activationOf(
      [
        began('2026-03-01', '2026-03-15', { count: 6 }), // on the last of 14 days
        began('2026-03-01', '2026-03-16', { count: 2 }), // a day late
        began('2026-03-01', null, { count: 4 }),
        began('2026-03-17', null), // its 14th day is today: not over yet
        began('2026-03-20', '2026-03-21', { count: 3 }), // activated, but young
        began('2026-03-02', '2026-03-02', { hadGoal: true, count: 5 }),
      ],
      14,
      TODAY,
    );
    expect(found).toMatchObject({ started: 21, hadGoal: 5, waiting: 4, reached: 11 });
    expect(found.rate).toMatchObject({ count: 6, n: 12, percent: 50 });
  });

  test('tells the time of those who made it beside that of all', () => {
    const found = activationOf(
      [
        began('2026-03-01', '2026-03-03', { count: 2 }),
        began('2026-03-01', '2026-03-11'),
        began('2026-03-01', null, { count: 2 }),
      ],
      7,
      TODAY,
    );
    expect(found).toMatchObject({ p50: 2, p75: 6 * 2 - 2 });
    expect(found.time).toMatchObject({ n: 5, reached: 3, median: 10 });
  });

  test('takes no event from the future, and says nothing of nobody', () => {
    expect(activationOf([began('2026-03-30', '2026-04-02')], 7, TODAY).reached).toBe(0);
    expect(activationOf([], 7, TODAY)).toMatchObject({ rate: undefined, p50: undefined, time: undefined });
  });

  const group = fc
    .record({
      start: fc.nat({ max: 120 }),
      goal: fc.option(fc.nat({ max: 60 })),
      hadGoal: fc.boolean(),
      count: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ start, goal, hadGoal, count }) => {
      const startedOn = addDays(TODAY, -start);
      return { startedOn, goalOn: goal === null ? null : addDays(startedOn, goal), hadGoal, count };
    });

  test('loses nobody: all are counted in the rate, wait, or had reached it; and months add up', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 40 }), fc.integer({ min: 1, max: 60 }), (groups, days) => {
        const all = activationOf(groups, days, TODAY);
        expect((all.rate?.n ?? 0) + all.waiting + all.hadGoal).toBe(all.started);
        expect(all.time?.reached ?? 0).toBe(all.reached);
        const cohorts = cohortsOf(groups, days, TODAY);
        const total = (of: (cohort: (typeof cohorts)[number]) => number) =>
          cohorts.reduce((sum, cohort) => sum + of(cohort), 0);
        expect(total(({ started }) => started)).toBe(all.started);
        expect(total(({ rate }) => rate?.count ?? 0)).toBe(all.rate?.count ?? 0);
        expect(cohorts.map(({ month }) => month)).toEqual(
          cohorts
            .map(({ month }) => month)
            .toSorted()
            .reverse(),
        );
      }),
    );
  });
});
