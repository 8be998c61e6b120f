/**
 * The value up to which a share of the values lies: the smallest one with at least that share at or below it, and where exactly that
 * share is, the middle between it and the next (Hyndman and Fan 1996, definition 2). At one half it is the usual median.
 *
 * @param values - In any order.
 * @param share - In (0, 1).
 * @returns `undefined` without values.
 */
export function quantileOf(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const place = sorted.length * share;
  const below = sorted[Math.ceil(place) - 1];
  const above = sorted[Math.floor(place)];
  return below === undefined || above === undefined ? undefined : (below + above) / 2;
}
