import type { Tables } from '../tables.ts';

type Sum = Extract<keyof Tables['score_segment'], `all_${number}` | `latest_${number}`>;

/** The counts of one row, by score. */
export type ScoreSums = Record<Sum, number>;

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** The columns that count answers, by score; and those that count each person's latest answer only. */
export const SUMS_OF = {
  all: SCORES.map((score) => `all_${score}` as const),
  latest: SCORES.map((score) => `latest_${score}` as const),
};
export const SCORE_SUMS: readonly Sum[] = [...SUMS_OF.all, ...SUMS_OF.latest];

/** Nobody answered anything. */
export const emptyHistogram = (): number[] => SCORES.map(() => 0);
