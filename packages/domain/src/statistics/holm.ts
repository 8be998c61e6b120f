/**
 * How likely chance alone is to move something by at least so many standard errors, in either direction: `erfc(|z| / √2)`. The
 * approximation of Abramowitz and Stegun 7.1.26, which is off by 1.5 · 10⁻⁷ at most.
 */
export function chanceOf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
  return series.reduceRight((sum, each) => (sum + each) * t, 0) * Math.exp(-(x ** 2));
}

/**
 * Which of several comparisons made together are detectable, so that in 95 of 100 reports not one of them is a false alarm (Holm 1979): the
 * clearest is held against 0.05 divided by all of them, the next one against 0.05 divided by the rest, until one fails.
 *
 * @param zs - Differences in standard errors.
 * @returns in the order of `zs`.
 */
export function holm(zs: readonly number[], level = 0.05): boolean[] {
  const clearest = zs
    .map((_, index) => index)
    .toSorted((a, b) => Math.abs(zs[b] ?? 0) - Math.abs(zs[a] ?? 0));
  const detectable = zs.map(() => false);
  for (const [rank, index] of clearest.entries()) {
    if (chanceOf(zs[index] ?? 0) > level / (zs.length - rank)) break;
    detectable[index] = true;
  }
  return detectable;
}
