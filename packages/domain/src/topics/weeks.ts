import type { Share } from '../statistics/wilson.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Day } from '../time/instant.ts';
import { addDays } from '../time/instant.ts';

/** Answers by UTC day. */
export type DayCounts = ReadonlyMap<Day, number>;

/** A span of whole UTC days; `to` does not belong to it. */
export interface DaySpan {
  from: Day;
  to: Day;
}

/** Weeks of seven UTC days that end with today, the oldest first. */
export function weeksUpTo(today: Day, weeks: number): DaySpan[] {
  return [...Array(weeks).keys()].map((at) => {
    const to = addDays(today, 1 - 7 * (weeks - 1 - at));
    return { from: addDays(to, -7), to };
  });
}

/**
 * The share of answers about a topic among all answers with words in a span, with its Wilson interval of 95 %.
 * @returns undefined where nobody wrote anything.
 */
export function shareIn(about: DayCounts, all: DayCounts, span: DaySpan): Share | undefined {
  const n = sumIn(all, span);
  return wilson(sumIn(about, span), n);
}

function sumIn(counts: DayCounts, { from, to }: DaySpan): number {
  let sum = 0;
  for (const [day, count] of counts) if (day >= from && day < to) sum += count;
  return sum;
}
