import { Z_95 } from './z-95.ts';

/** Units that were watched for the same number of days. */
export interface Watched {
  /** From the start to the event, or to the last day on which there was none yet. */
  days: number;
  /** True: the event came then. False: it had not come so far (censored). */
  reached: boolean;
  count: number;
}

/** What is known once the units that reached it on one day have done so. */
export interface SurvivalStep {
  days: number;
  /** Units that were watched that long and had not reached it before. */
  atRisk: number;
  reached: number;
  /** Share of the units that has not reached it by then, 0–1, with its log-log interval of 95 %; undefined where nobody is left. */
  survival: number;
  low: number | undefined;
  high: number | undefined;
}

/** How long it takes units to reach something, those that have not reached it so far among them. */
export interface TimeToEvent {
  n: number;
  reached: number;
  steps: readonly SurvivalStep[];
  /** The first day by which at least half have reached it. Undefined: fewer than half have. */
  median: number | undefined;
  /** Ends of its interval of 95 %; undefined: not to be told from what has happened so far. */
  low: number | undefined;
  high: number | undefined;
}

/**
 * The product-limit estimate: `S(t) = Π (1 − dᵢ/nᵢ)` (Kaplan and Meier 1958). Whoever is censored on a day counts as watched on that day.
 * The variance is Greenwood's, `σ² = Σ dᵢ/(nᵢ(nᵢ − dᵢ))`, and the interval the log-log one, `S^exp(±z·σ/ln S)`, which stays within 0 and 1
 * (Kalbfleisch and Prentice 1980). The interval of the median holds every day on which that of S holds one half (Brookmeyer and
 * Crowley 1982). Time in days.
 *
 * @returns `undefined` without units.
 * @throws {RangeError} for a count or a time that is no whole number from 0 on.
 */
export function timeToEvent(watched: readonly Watched[]): TimeToEvent | undefined {
  for (const { days, count } of watched)
    if (!isWhole(days) || !isWhole(count)) throw new RangeError(`Not a time and a count: ${days}, ${count}`);
  const n = sum(watched);
  if (n === 0) return undefined;
  const steps: SurvivalStep[] = [];
  let [atRisk, survival, greenwood] = [n, 1, 0];
  for (const [days, units] of daysOf(watched)) {
    const reached = sum(units.filter((unit) => unit.reached));
    if (reached > 0) {
      survival *= 1 - reached / atRisk;
      greenwood += reached / (atRisk * (atRisk - reached));
      steps.push({ days, atRisk, reached, survival, ...intervalOf(survival, greenwood) });
    }
    atRisk -= sum(units);
  }
  const firstBelowHalf = (of: (step: SurvivalStep) => number | undefined) =>
    steps.find((step) => (of(step) ?? 1) <= HALF)?.days;
  return {
    n,
    reached: sum(watched.filter((unit) => unit.reached)),
    steps,
    median: firstBelowHalf((step) => step.survival),
    low: firstBelowHalf((step) => (step.survival === 0 ? 0 : step.low)),
    high: firstBelowHalf((step) => step.high),
  };
}

/** Half, and the hair by which a product of shares may miss it. */
const HALF = 0.5 + 1e-12;

function intervalOf(survival: number, greenwood: number): Pick<SurvivalStep, 'low' | 'high'> {
  if (survival === 0) return { low: undefined, high: undefined };
  const reach = Math.exp((Z_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival)));
  return { low: survival ** reach, high: survival ** (1 / reach) };
}

function daysOf(watched: readonly Watched[]): [number, Watched[]][] {
  return [...Map.groupBy(watched, ({ days }) => days)].toSorted(([one], [other]) => one - other);
}

const isWhole = (value: number) => Number.isSafeInteger(value) && value >= 0;
const sum = (watched: readonly Pick<Watched, 'count'>[]) =>
  watched.reduce((all, { count }) => all + count, 0);
