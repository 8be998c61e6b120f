import type { ScoreInterval } from './interval-bar.tsx';

/** A score at the end of a window of time. */
export interface TrendPoint {
  /** ISO date or instant: end of the window. */
  at: string;
  /** Answers in the window. */
  n: number;
  /** `undefined` when there are too few answers: a gap, not a zero. */
  value: ScoreInterval | undefined;
}

/** Where everything is, in per cent of the plot from its left and top edge. */
export interface TrendGeometry {
  x: (at: string) => number;
  y: (points: number) => number;
  /** Round values of the score for the grid, smallest first. */
  grid: readonly number[];
  /** Runs of points without a gap. */
  runs: readonly (readonly PlacedPoint[])[];
}

/** A point with a score and its place across. */
export interface PlacedPoint {
  point: TrendPoint;
  value: ScoreInterval;
  x: number;
}

/** Lays points out by time and by score. The score axis has round ends that hold every interval. */
export function trendGeometry(points: readonly TrendPoint[]): TrendGeometry {
  const times = points.map((point) => Date.parse(point.at));
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const x = (at: string) => (end === start ? 50 : ((Date.parse(at) - start) / (end - start)) * 100);

  const values = points.flatMap((point) => (point.value ? [point.value] : []));
  const lowest = Math.min(0, ...values.map((value) => value.low));
  const highest = Math.max(0, ...values.map((value) => value.high));
  const step = highest - lowest > 120 ? 50 : highest - lowest > 40 ? 20 : 10;
  const bottom = Math.max(Math.floor(lowest / step) * step, -100);
  const top = Math.min(Math.max(Math.ceil(highest / step) * step, bottom + step), 100);
  const y = (score: number) => ((top - score) / (top - bottom)) * 100;

  const grid: number[] = [];
  for (let at = bottom; at <= top; at += step) grid.push(at);
  return { x, y, grid, runs: runsOf(points, x) };
}

function runsOf(points: readonly TrendPoint[], x: TrendGeometry['x']): PlacedPoint[][] {
  const runs: PlacedPoint[][] = [];
  let run: PlacedPoint[] = [];
  for (const point of points) {
    if (point.value) run.push({ point, value: point.value, x: x(point.at) });
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Path of the score line through one run. */
export function linePath(run: readonly PlacedPoint[], y: TrendGeometry['y']): string {
  return `M${run.map(({ x, value }) => `${x.toFixed(2)} ${y(value.score).toFixed(2)}`).join('L')}`;
}

/** Path around the interval of one run: along the upper ends and back along the lower ones. */
export function bandPath(run: readonly PlacedPoint[], y: TrendGeometry['y']): string {
  const upper = run.map(({ x, value }) => `${x.toFixed(2)} ${y(value.high).toFixed(2)}`);
  const lower = run.toReversed().map(({ x, value }) => `${x.toFixed(2)} ${y(value.low).toFixed(2)}`);
  return `M${[...upper, ...lower].join('L')}Z`;
}

/** A label under the time axis. `at` is an ISO date; minor ones are left out on a phone. */
export interface TimeTick {
  at: string;
  label: string;
  minor: boolean;
}

const DAY_MS = 86_400_000;

/** Names of months where the span is long, dates where it is short. Calendar days are read in UTC. */
export function timeTicks(points: readonly TrendPoint[], locale: string): TimeTick[] {
  const times = points.map((point) => Date.parse(point.at));
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const ticks: TimeTick[] = [];
  if (!(end > start)) return ticks;
  const months = end - start > 75 * DAY_MS;
  const format = new Intl.DateTimeFormat(locale, {
    month: 'short',
    ...(!months && { day: 'numeric' }),
    timeZone: 'UTC',
  });
  const add = (at: number) =>
    ticks.push({ at: new Date(at).toISOString(), label: format.format(at), minor: ticks.length % 2 === 1 });

  if (!months) {
    for (let part = 0; part < 5; part++) add(start + ((end - start) * part) / 5);
    return ticks;
  }
  const every = Math.ceil((end - start) / DAY_MS / 31 / 13);
  const first = new Date(start);
  for (let month = first.getUTCDate() > 1 ? 1 : 0; ; month += every) {
    const at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1);
    if (at > end - (end - start) * 0.02) return ticks;
    add(at);
  }
}
