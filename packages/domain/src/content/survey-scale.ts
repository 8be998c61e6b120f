/** Questions that are answered by a number. */
export type ScaleType = 'nps' | 'csat' | 'ces' | 'rating';

/** Both ends of a scale, whole numbers. */
export interface Scale {
  low: number;
  high: number;
}

const SCALES: Readonly<Record<ScaleType, Scale>> = {
  nps: { low: 0, high: 10 },
  csat: { low: 1, high: 5 },
  // version 2.0: higher is better; the older one had five points and ran the other way
  ces: { low: 1, high: 7 },
  rating: { low: 1, high: 5 },
};

/** The scale of a question's type; `undefined` where no number is asked for. */
export function scaleOf(type: string): Scale | undefined {
  return Object.hasOwn(SCALES, type) ? SCALES[type as ScaleType] : undefined;
}

/** Every number of a scale, the lowest first. */
export function scoresOf({ low, high }: Scale): number[] {
  return [...Array(high - low + 1).keys()].map((index) => low + index);
}
