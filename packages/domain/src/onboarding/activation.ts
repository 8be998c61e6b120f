import type { TimeToEvent, Watched } from '../statistics/kaplan-meier.ts';
import { timeToEvent } from '../statistics/kaplan-meier.ts';
import { quantileOf } from '../statistics/quantile.ts';
import type { Share } from '../statistics/wilson.ts';
import { wilson } from '../statistics/wilson.ts';
import { daysBetween, haveElapsed, isWithin } from '../statistics/within-days.ts';
import type { Day } from '../time/instant.ts';

/** What a team calls success of its onboarding: a tracked event, not the end of a checklist. */
export interface ActivationGoal {
  event: string;
  /** Days after the day of the start in which it counts for the activation rate. */
  withinDays: number;
}

/** Units that began on one day and are alike in what became of them. Days are in UTC. */
export interface StartGroup {
  startedOn: Day;
  /** First day from the start on with the event; null: there was none so far. */
  goalOn: Day | null;
  /** The event had happened on an earlier day. */
  hadGoal: boolean;
  count: number;
}

/** How many units were activated, and how long it took. */
export interface Activation {
  started: number;
  /** Had reached the goal before they began; counted in nothing below. */
  hadGoal: number;
  /** Their days have not run out; not counted in the rate yet. */
  waiting: number;
  /** Activated within their days, of the units whose days have fully elapsed. Undefined: of nobody they have. */
  rate: Share | undefined;
  /** Activated so far, whenever. */
  reached: number;
  /** Days from the start to the event of those who reached it; undefined: nobody did. */
  p50: number | undefined;
  p75: number | undefined;
  /** Days to the event over all units, those who have not reached it so far among them. Undefined: there are none. */
  time: TimeToEvent | undefined;
}

/** The units that began in one month of UTC days. */
export interface Cohort extends Activation {
  /** Such as `2026-03`. */
  month: string;
}

/**
 * Activation as definitions.md has it: the rate of the units whose days have fully elapsed, and the time to value as P50 and P75 of those
 * who reached it, beside the Kaplan–Meier median which counts the others too.
 *
 * @param asOf - Today: it is not over, and its events count.
 */
export function activationOf(groups: readonly StartGroup[], withinDays: number, asOf: Day): Activation {
  const fresh = groups
    .filter(({ hadGoal, startedOn }) => !hadGoal && startedOn <= asOf)
    // the clock of a device may be ahead
    .map((group) => (group.goalOn !== null && group.goalOn > asOf ? { ...group, goalOn: null } : group));
  const over = fresh.filter(({ startedOn }) => haveElapsed(startedOn, withinDays, asOf));
  const inTime = over.filter(({ startedOn, goalOn }) => isWithin(startedOn, goalOn, withinDays));
  const watched = fresh.map((group) => watchedOf(group, asOf));
  const days = watched.flatMap((unit) => (unit.reached ? Array<number>(unit.count).fill(unit.days) : []));
  return {
    started: sum(groups),
    hadGoal: sum(groups.filter(({ hadGoal }) => hadGoal)),
    waiting: sum(fresh) - sum(over),
    rate: wilson(sum(inTime), sum(over)),
    reached: days.length,
    p50: quantileOf(days, 0.5),
    p75: quantileOf(days, 0.75),
    time: timeToEvent(watched),
  };
}

/** The same for the units of each month in which some began, the latest first. */
export function cohortsOf(groups: readonly StartGroup[], withinDays: number, asOf: Day): Cohort[] {
  return [...Map.groupBy(groups, ({ startedOn }) => startedOn.slice(0, 7))]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([month, its]) => ({ month, ...activationOf(its, withinDays, asOf) }));
}

function watchedOf({ startedOn, goalOn, count }: StartGroup, asOf: Day): Watched {
  return { days: daysBetween(startedOn, goalOn ?? asOf), reached: goalOn !== null, count };
}

const sum = (groups: readonly Pick<StartGroup, 'count'>[]) =>
  groups.reduce((all, { count }) => all + count, 0);
