/** A score in points, rounded once, with a real minus sign: −18, 0, 30. */
export function formatPoints(points: number, locale: string): string {
  // `+ 0` turns −0 into 0.
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
    .format(Math.round(points) + 0)
    .replace('-', '−');
}

/** A score with its sign, as on the ends of the scale: −100, 0, +100. */
export function formatSignedPoints(points: number, locale: string): string {
  return (points > 0 ? '+' : '') + formatPoints(points, locale);
}

/** A share of a whole in per cent, rounded once: 19 %. */
export function formatShare(part: number, whole: number, locale: string): string {
  const share = whole > 0 ? part / whole : 0;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
