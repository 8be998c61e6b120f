import { type Confidence, confidenceOf, npsOf, respondentsOf, tallyOf } from '@banso/domain/statistics';
import type { Period } from '@banso/domain/time';

/** A score with what it stands on; the score is null where there are too few answers to show one. */
export interface NpsFigure extends Period {
  n: number;
  promoters: number;
  passives: number;
  detractors: number;
  score: number | null;
  low: number | null;
  high: number | null;
  confidence: Confidence;
}

/** The figure of a period from its histogram of scores 0 to 10. */
export function npsFigure(period: Period, histogram: readonly number[]): NpsFigure {
  const tally = tallyOf(histogram);
  const n = respondentsOf(tally);
  const confidence = confidenceOf(n);
  const nps = confidence === 'counts' ? undefined : npsOf(tally);
  return {
    ...period,
    n,
    ...tally,
    score: nps?.score ?? null,
    low: nps?.low ?? null,
    high: nps?.high ?? null,
    confidence,
  };
}
