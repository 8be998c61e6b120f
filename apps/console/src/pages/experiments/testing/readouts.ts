import type { Readout } from '@banso/contract/experiment';
import type { Arm, ArmReadout, Experiment, UnitGroup } from '@banso/domain/experiment';
import { readoutOf } from '@banso/domain/experiment';

/** Half of the accounts, who should export a report. */
export const PLAN: Experiment = {
  unit: 'account',
  controlPercent: 50,
  goal: { event: 'report_exported', withinDays: 14 },
  plannedPerArm: 100,
};

/** What a readout is on the wire, with so many of each arm who reached the goal, of how many; `over` is of all of them. */
export function aReadout(
  control: readonly [reached: number, of: number],
  content: readonly [reached: number, of: number],
  over: Partial<UnitGroup> = {},
): Readout {
  const groups = Object.entries({ control, content } as const).flatMap(([arm, [reached, of]]) =>
    [reached, of - reached].map((count, index) => ({
      arm: arm as 'control' | 'content',
      assignedOn: '2026-09-01',
      goalOn: index === 0 ? '2026-09-04' : null,
      hadGoal: false,
      exposed: arm === 'content',
      finished: false,
      lost: false,
      decided: null,
      openDueOn: null,
      count,
      ...over,
    })),
  );
  return onWire(readoutOf(PLAN, groups, '2026-11-22'));
}

function onWire({ arms, comparisons, ratio, ...states }: ReturnType<typeof readoutOf>): Readout {
  const arm = ({ activated, completed, days, timeToValue, lost, renewed, score, ...counts }: ArmReadout) => ({
    ...counts,
    activated: activated ?? null,
    completed: completed ?? null,
    days: days ? { ...days, low: days.low ?? null, high: days.high ?? null } : null,
    timeToValue: timeToValue ?? null,
    lost: lost ?? null,
    renewed: renewed ?? null,
    score: score ?? null,
  });
  return {
    arms: Object.fromEntries(Object.entries(arms).map(([name, found]) => [name, arm(found)])),
    ...states,
    comparisons: comparisons.map(({ activation, timeToValue, completed, lost, renewal, score, ...pair }) => ({
      ...pair,
      activation: activation ?? null,
      timeToValue: timeToValue ?? null,
      completed: completed ?? null,
      lost: lost ?? null,
      renewal: renewal ?? null,
      score: score ?? null,
    })),
    ratio: ratio ?? null,
  };
}

/** As many people in each variant as there are here, of whom so many reached the goal and answered 10 instead of 6. */
export function aVariantReadout(
  plan: Experiment,
  counts: Readonly<Partial<Record<Arm, readonly [reached: number, of: number]>>>,
): Readout {
  const found = Object.entries(counts) as [Arm, readonly [number, number]][];
  const groups = found.flatMap(([arm, [reached, of]]) =>
    [reached, of - reached].map((count, index) => ({
      arm,
      assignedOn: '2026-09-01',
      goalOn: index === 0 ? '2026-09-04' : null,
      hadGoal: false,
      exposed: true,
      finished: index === 0,
      lost: null,
      decided: null,
      openDueOn: null,
      count,
    })),
  );
  const histograms = Object.fromEntries(
    found.map(([arm, [reached, of]]) => [arm, [0, 0, 0, 0, 0, 0, of - reached, 0, 0, 0, reached]]),
  );
  return onWire(readoutOf(plan, groups, '2026-11-22', { type: 'nps', histograms }));
}
