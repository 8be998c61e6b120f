/** Fewest answers with which a score is shown at all (our rule: at n = 1 the interval can exclude the score). */
export const LEAST_FOR_SCORE = 5;

/** Fewest answers with which a score is shown without "low sample" beside it. */
export const LEAST_FOR_CALM = 30;

/** How a score may be shown: its counts only, with the words "low sample", or plainly. */
export type Confidence = 'counts' | 'low_sample' | 'score';

/** How a score of `n` answers may be shown: under 5 counts, under 30 low sample. */
export function confidenceOf(n: number): Confidence {
  if (n < LEAST_FOR_SCORE) return 'counts';
  return n < LEAST_FOR_CALM ? 'low_sample' : 'score';
}
