/** One measured figure beside its limit from the same run. */
export interface Row {
  what: string;
  /** Median, with the smallest and the largest of the rounds. */
  median: number;
  min: number;
  max: number;
  unit: string;
  /** What it is held against, in words: "≥ 0.35 × echo". */
  limit: string;
  within: boolean;
}

/** A figure with as many digits as it deserves. */
export const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** Prints rows as a table. Nothing fails: a benchmark reports. */
export function printReport(rows: readonly Row[]): void {
  for (const { what, median, min, max, unit, limit, within } of rows) {
    const spread = min === max ? '' : ` (${shown(min)} to ${shown(max)})`;
    process.stdout.write(
      `  ${within ? 'within' : 'OVER  '}  ${what}: ${shown(median)} ${unit}${spread}, limit ${limit}\n`,
    );
  }
}

/** Median, smallest and largest of an odd number of rounds. */
export function spreadOf(values: readonly number[]): { median: number; min: number; max: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[(sorted.length - 1) >> 1];
  if (median === undefined) throw new RangeError('A spread needs at least one value');
  return { median, min: sorted[0] ?? median, max: sorted.at(-1) ?? median };
}

/** Times of reading, in milliseconds, of which 95 of 100 have to keep a limit. */
export function mostlyWithin(what: string, times: readonly number[], limitMs: number): Row {
  const slowest = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Infinity;
  return {
    what,
    ...spreadOf(times),
    unit: 'ms',
    limit: `≤ ${limitMs} ms, 95 of 100`,
    within: slowest <= limitMs,
  };
}
