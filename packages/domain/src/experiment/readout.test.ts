import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anExperiment } from '../testing/decisions.ts';
import { addDays } from '../time/instant.ts';
import { armOf } from './experiment.ts';
import type { UnitGroup } from './readout.ts';
import { readoutOf } from './readout.ts';

const TODAY = '2026-03-11';
const experiment = anExperiment({ plannedPerArm: 50 });
const aGroup = (over: Partial<UnitGroup> = {}): UnitGroup => ({
  arm: 'content',
  assignedOn: '2026-02-01',
  goalOn: null,
  hadGoal: false,
  exposed: false,
  finished: false,
  lost: false,
  decided: null,
  openDueOn: null,
  count: 1,
  ...over,
});

describe('readoutOf', () => {
  test('compares those whose days are over, by how they were assigned', () => {
    const { arms, comparisons, state, ratio } = readoutOf(
      experiment,
      [
        aGroup({ count: 40, goalOn: '2026-02-03', exposed: true, finished: true }),
        aGroup({ count: 5, goalOn: '2026-02-15', exposed: true }),
        aGroup({ count: 35, lost: true }),
        aGroup({ arm: 'control', count: 30, goalOn: '2026-02-05' }),
        aGroup({ arm: 'control', count: 50, lost: true }),
      ],
      TODAY,
    );
    const [{ activation, timeToValue, lost } = {}] = comparisons;
    expect(arms.content).toMatchObject({ assigned: 80, exposed: 45, finished: 40, hadGoal: 0, waiting: 0 });
    expect(arms.content?.activated).toMatchObject({ count: 45, n: 80, percent: 56.25 });
    expect(arms.content?.days).toEqual({ median: 2, low: 2, high: 2, n: 45 });
    expect(arms.control?.activated).toMatchObject({ count: 30, n: 80, percent: 37.5 });
    expect(activation?.points).toBeCloseTo(18.75, 10);
    // Wilson 45/80: 45.341–66.586, 30/80: 27.694–48.451; put together as Newcombe 1998 does
    expect(activation?.low).toBeCloseTo(3.2925, 4);
    expect(activation?.high).toBeCloseTo(32.9975, 4);
    // (40 × 2 + 40 × 14) / 80 and (30 × 4 + 50 × 14) / 80 days
    expect(arms.content?.timeToValue).toMatchObject({ mean: 8, n: 80 });
    expect(arms.control?.timeToValue).toMatchObject({ mean: 10.25, n: 80 });
    expect(timeToValue?.difference).toBe(-2.25);
    expect(timeToValue?.low).toBeLessThan(-2.25);
    expect(timeToValue?.high).toBeLessThan(0);
    expect(lost?.points).toBeCloseTo(-18.75, 10);
    expect(state).toBe('ready');
    expect(ratio).toEqual({ chiSquare: 0, isMismatch: false });
  });

  test('the last of the days counts, the day after it no more, and waits until it is over', () => {
    const at = (asOf: string, goalOn: string | null) =>
      readoutOf(experiment, [aGroup({ goalOn })], asOf).arms.content;
    expect(at('2026-02-15', '2026-02-03')).toMatchObject({ waiting: 1, activated: undefined });
    expect(at('2026-02-16', '2026-02-15')?.activated).toMatchObject({ count: 1, n: 1 });
    expect(at('2026-02-17', '2026-02-16')?.activated).toMatchObject({ count: 0, n: 1 });
  });

  test('who had reached the goal before is in neither arm', () => {
    const { arms } = readoutOf(
      experiment,
      [aGroup({ hadGoal: true, goalOn: '2026-02-01', count: 7 })],
      TODAY,
    );
    expect(arms.content).toMatchObject({ assigned: 7, hadGoal: 7, activated: undefined, days: undefined });
  });

  test.each([
    { content: 0, control: 0, state: 'nobody' },
    { content: 400, control: 49, state: 'too_early' },
    { content: 49, control: 400, state: 'too_early' },
    { content: 50, control: 50, state: 'ready' },
  ])('$content and $control of 50 each: $state', ({ content, control, state }) => {
    const groups = [aGroup({ count: content }), aGroup({ arm: 'control', count: control })];
    expect(readoutOf(experiment, groups, TODAY).state).toBe(state);
  });

  test('says of four in an arm how many, and no difference', () => {
    const groups = [aGroup({ count: 90 }), aGroup({ arm: 'control', count: 4 })];
    expect(readoutOf(experiment, groups, TODAY)).toMatchObject({
      comparisons: [{ activation: undefined, timeToValue: undefined, lost: undefined }],
    });
  });

  describe('renewals', () => {
    const due = (dueOn: string, outcome: 'renewed' | 'churned', over: Partial<UnitGroup> = {}): UnitGroup =>
      aGroup({ decided: { dueOn, outcome }, ...over });

    test('are shares of those that came due after the assignment, with those that nobody decided', () => {
      const { arms, comparisons, renewalState } = readoutOf(
        experiment,
        [
          due('2026-02-20', 'renewed', { count: 60 }),
          due('2026-02-20', 'churned', { count: 15, openDueOn: '2027-02-20' }),
          aGroup({ openDueOn: '2026-03-01', count: 5 }),
          aGroup({ openDueOn: '2026-03-12', count: 100 }),
          aGroup({ count: 100 }),
          due('2026-03-11', 'renewed', { arm: 'control', count: 40 }),
          due('2026-03-11', 'churned', { arm: 'control', count: 40 }),
        ],
        TODAY,
      );
      expect(arms.content).toMatchObject({ undecided: 5, renewed: { count: 60, n: 80, percent: 75 } });
      expect(arms.control).toMatchObject({ undecided: 0, renewed: { count: 40, n: 80, percent: 50 } });
      const renewal = comparisons[0]?.renewal;
      expect(renewal?.points).toBeCloseTo(25, 10);
      // Wilson 60/80: 64.515–83.194, 40/80: 39.297–60.703; put together as Newcombe 1998 does
      expect(renewal?.low).toBeCloseTo(10.0176, 4);
      expect(renewal?.high).toBeCloseTo(38.479, 4);
      expect(renewalState).toBe('ready');
    });

    test('count by the first one after the assignment, also when a later one is known', () => {
      const { arms } = readoutOf(
        experiment,
        [aGroup({ decided: { dueOn: '2026-03-05', outcome: 'renewed' }, openDueOn: '2026-03-02' })],
        TODAY,
      );
      expect(arms.content).toMatchObject({ undecided: 1, renewed: { count: 0, n: 1 } });
    });

    test.each([
      { decided: 50, open: 0, state: 'ready' },
      { decided: 49, open: 9, state: 'too_early' },
      { decided: 0, open: 0, state: 'nobody' },
    ])('$decided decided and $open open in each arm: $state', ({ decided, open, state }) => {
      const groups = (['control', 'content'] as const).flatMap((arm) => [
        ...(decided > 0 ? [due('2026-02-20', 'renewed', { arm, count: decided })] : []),
        ...(open > 0 ? [aGroup({ arm, openDueOn: '2026-02-20', count: open })] : []),
      ]);
      expect(readoutOf(experiment, groups, TODAY).renewalState).toBe(state);
    });
  });

  test('people have not left as accounts do', () => {
    expect(
      readoutOf(experiment, [aGroup({ lost: null, count: 60 })], TODAY).arms.content?.lost,
    ).toBeUndefined();
  });

  test('warns of arms that are not as large as they should be', () => {
    const groups = [aGroup({ count: 700 }), aGroup({ arm: 'control', count: 550 })];
    expect(readoutOf(experiment, groups, TODAY).ratio?.isMismatch).toBe(true);
    expect(readoutOf({ ...experiment, controlPercent: 44 }, groups, TODAY).ratio?.isMismatch).toBe(false);
  });

  test('every unit is in exactly one place, and groups may be cut in any way', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-10', days));
    const someGroup: fc.Arbitrary<UnitGroup> = fc.record({
      arm: fc.constantFrom('control', 'content'),
      assignedOn: day,
      goalOn: fc.option(day),
      hadGoal: fc.boolean(),
      exposed: fc.boolean(),
      finished: fc.boolean(),
      lost: fc.boolean(),
      decided: fc.option(
        fc.record({ dueOn: day, outcome: fc.constantFrom('renewed' as const, 'churned' as const) }),
      ),
      openDueOn: fc.option(day),
      count: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(someGroup), (drawn) => {
        const groups = drawn.map((one) =>
          one.goalOn !== null && one.goalOn < one.assignedOn ? { ...one, goalOn: null } : one,
        );
        const whole = readoutOf(experiment, groups, TODAY);
        for (const arm of Object.values(whole.arms))
          expect(arm.undecided).toBeLessThanOrEqual(arm.renewed?.n ?? 0);
        for (const arm of Object.values(whole.arms))
          expect(arm.hadGoal + arm.waiting + (arm.activated?.n ?? 0)).toBe(arm.assigned);
        const single = groups.flatMap((one) => Array<UnitGroup>(one.count).fill({ ...one, count: 1 }));
        expect(readoutOf(experiment, single, TODAY)).toEqual(whole);
      }),
    );
  });
});

describe('variants', () => {
  const variants = {
    base: { name: 'A', weight: 1 },
    b: { name: 'B', weight: 1 },
    c: { name: 'C', weight: 2 },
  };
  const plan = { ...experiment, controlPercent: 20, variants };
  const group = (arm: UnitGroup['arm'], count: number, reached: number) => [
    aGroup({ arm, count: reached, goalOn: '2026-02-02', finished: true }),
    aGroup({ arm, count: count - reached }),
  ];
  const groups = [
    ...group('control', 80, 20),
    ...group('content', 80, 40),
    ...group('b', 80, 48),
    ...group('c', 160, 72),
  ];
  const histograms = {
    content: [0, 0, 0, 0, 0, 0, 10, 10, 10, 10, 10],
    b: [0, 0, 0, 0, 0, 0, 0, 10, 10, 10, 20],
    c: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1],
  };
  const readout = readoutOf(plan, groups, TODAY, { type: 'nps', histograms });

  test('are held against the base, the base against the control group', () => {
    expect(readout.comparisons.map(({ arm, against }) => `${arm} ${against}`)).toEqual([
      'content control',
      'b content',
      'c content',
    ]);
    expect(readout.comparisons.map(({ activation }) => activation?.points.toFixed(1))).toEqual([
      '25.0',
      '10.0',
      '-5.0',
    ]);
    expect(readout.comparisons.map(({ completed }) => completed?.points.toFixed(1))).toEqual([
      undefined,
      '10.0',
      '-5.0',
    ]);
    expect(readout.ratio).toEqual({ chiSquare: 0, isMismatch: false });
  });

  test('have wider intervals the more of them there are', () => {
    const widthIn = (one: typeof readout) => {
      const found = one.comparisons.find(({ arm }) => arm === 'b')?.activation;
      return (found?.high ?? 0) - (found?.low ?? 0);
    };
    const alone = readoutOf(
      { ...plan, controlPercent: 0, variants: { base: variants.base, b: variants.b } },
      groups,
      TODAY,
    );
    expect(widthIn(alone)).toBeGreaterThan(0);
    expect(widthIn(readout)).toBeGreaterThan(widthIn(alone));
    // Wilson at z = 2.39398 of 48/80 (46.687–72.018) and 40/80 (37.082–62.918), put together as Newcombe 1998 does
    const wide = readout.comparisons[1]?.activation;
    expect(wide?.low).toBeCloseTo(-8.56, 1);
    expect(wide?.high).toBeCloseTo(27.65, 1);
  });

  test('are told by what they answered: of five and more, and of nobody without an answer', () => {
    // 60 % promoters and no detractor among 50, 40 % and 20 % among 50
    expect(readout.arms.b?.score).toMatchObject({ score: 60, n: 50 });
    expect(readout.arms.content?.score).toMatchObject({ score: 20, n: 50 });
    expect(readout.arms.control?.score).toBeUndefined();
    const [whole, b, c] = readout.comparisons;
    expect([whole?.score, c?.score]).toEqual([undefined, undefined]);
    expect(b?.score?.points).toBeCloseTo(40, 10);
    expect(b?.score?.low).toBeGreaterThan(0);
  });

  test('wait for the smallest arm', () => {
    expect(readoutOf({ ...plan, plannedPerArm: 81 }, groups, TODAY).state).toBe('too_early');
    expect(readoutOf({ ...plan, plannedPerArm: 80 }, groups, TODAY).state).toBe('ready');
  });

  test('three without an effect are all told as such in at least 95 of 100', () => {
    const next = numbersFrom(20_261_122);
    const runs = 1_000;
    let held = 0;
    for (let run = 0; run < runs; run += 1) {
      const drawn = (['content', 'b', 'c', 'd'] as const).flatMap((arm) => {
        const reached = Array.from({ length: 150 }, next).filter((number) => number < 0.3).length;
        return group(arm, 150, reached);
      });
      const four = { ...variants, d: { name: 'D', weight: 1 } };
      const found = readoutOf({ ...plan, controlPercent: 0, variants: four }, drawn, TODAY);
      if (
        found.comparisons.every(({ activation }) => activation && activation.low <= 0 && activation.high >= 0)
      )
        held += 1;
    }
    // three standard errors of 1,000 runs are 2.1 points; the comparisons share the base, so that Bonferroni is a little too careful
    expect(held / runs).toBeGreaterThan(0.929);
    expect(held / runs).toBeLessThan(0.99);
  });
});

/** A stream of numbers in [0, 1) that is the same every time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('experiments without an effect', () => {
  test.each([
    { rate: 0.3, controlPercent: 50 },
    { rate: 0.1, controlPercent: 20 },
  ])(
    'are told as such in about 95 of 100: rate $rate, control $controlPercent %',
    ({ rate, controlPercent }) => {
      const next = numbersFrom(20_260_311);
      const runs = 2_000;
      let [covered, mismatches] = [0, 0];
      for (let run = 0; run < runs; run += 1) {
        const counts = new Map<string, number>();
        for (let unit = 0; unit < 400; unit += 1) {
          const arm = armOf({ controlPercent }, `chk_${run}`, `acc_${unit}`);
          const key = `${arm} ${next() < rate ? 'yes' : 'no'}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        const groups = (['control', 'content'] as const).flatMap((arm) => [
          aGroup({ arm, goalOn: '2026-02-02', count: counts.get(`${arm} yes`) ?? 0 }),
          aGroup({ arm, count: counts.get(`${arm} no`) ?? 0 }),
        ]);
        const { comparisons, ratio } = readoutOf({ ...experiment, controlPercent }, groups, TODAY);
        const activation = comparisons[0]?.activation;
        if (!activation || !ratio) throw new Error('400 are enough');
        if (activation.low <= 0 && activation.high >= 0) covered += 1;
        if (ratio.isMismatch) mismatches += 1;
      }
      // three standard errors of 2,000 runs are 1.5 points
      expect(covered / runs).toBeGreaterThan(0.935);
      expect(covered / runs).toBeLessThan(0.97);
      expect(mismatches).toBeLessThanOrEqual(8);
    },
  );
});
