import type { Share } from '../statistics/wilson.ts';
import { wilson } from '../statistics/wilson.ts';

/** Where a unit may stand in a checklist, in its order; the steps come between `stepped` and `done`. */
export const FUNNEL_STAGES = ['started', 'seen', 'opened', 'stepped', 'done'] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** Units of a checklist that began in a period, counted by how far they have come since. */
export interface FunnelCounts extends Readonly<Record<FunnelStage, number>> {
  /** In the audience today, and never given it. */
  waiting: number;
  /** By the key of the step; steps that nobody has done are left out. */
  steps: ReadonlyMap<string, number>;
  /** Closed it, or put it off, at least once. */
  dismissed: number;
  snoozed: number;
}

/** One line of the funnel. */
export interface FunnelLine {
  stage: 'eligible' | FunnelStage | 'step';
  /** Of a step: its key. */
  step?: string;
  count: number;
  /** Of those who began, and of `started` itself: of those who were eligible. Undefined: there is nobody. */
  share: Share | undefined;
}

/** What became of the units of a checklist. */
export interface Funnel {
  lines: FunnelLine[];
  dismissed: Share | undefined;
  snoozed: Share | undefined;
}

/**
 * The funnel of definitions.md: eligible, given, seen, opened, first step, each step, done. Eligible is who began in the period and who
 * is in the audience today without having been given it. Every later share is of those who began: a step may be completed by an event
 * without the checklist ever being opened, so that a later line can be longer than an earlier one.
 *
 * @param steps - Keys of the steps in the order of the checklist.
 */
export function funnelOf(counts: FunnelCounts, steps: readonly string[]): Funnel {
  const { started } = counts;
  const eligible = started + counts.waiting;
  const line = (stage: FunnelStage, of = started): FunnelLine => ({
    stage,
    count: counts[stage],
    share: wilson(counts[stage], of),
  });
  return {
    lines: [
      { stage: 'eligible', count: eligible, share: undefined },
      line('started', eligible),
      line('seen'),
      line('opened'),
      line('stepped'),
      ...steps.map((step): FunnelLine => {
        const count = counts.steps.get(step) ?? 0;
        return { stage: 'step', step, count, share: wilson(count, started) };
      }),
      line('done'),
    ],
    dismissed: wilson(counts.dismissed, started),
    snoozed: wilson(counts.snoozed, started),
  };
}
