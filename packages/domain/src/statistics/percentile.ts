/**
 * The value below which a share of the values lies, linear between its neighbours (Hyndman & Fan 1996, type 7, as spreadsheets do).
 *
 * @param values - In any order.
 * @param share - 0 to 1; 0.9 is the 90th percentile.
 * @returns `undefined` without values.
 * @throws {RangeError} on another share.
 */
export function percentileOf(values: readonly number[], share: number): number | undefined {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`Not a share: ${share}`);
  const sorted = values.toSorted((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (place - Math.floor(place));
}
