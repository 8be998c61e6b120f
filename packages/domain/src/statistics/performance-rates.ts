import type { ResponseCounts, ResponseRates } from './response-rates.ts';
import { responseRates } from './response-rates.ts';

/** How often a content came to each stage in one period. Counted is each time, so that one person may count several times. */
export interface PerformanceCounts extends ResponseCounts {
  /** Put off: "later" was said. */
  snoozed: number;
}

/** Ratios from 0 on, each `undefined` where its denominator is 0. */
export interface PerformanceRates extends ResponseRates {
  /** snoozed / shown */
  postponement: number | undefined;
}

/**
 * The ratios of definitions.md ("Response and completion") for a content of any kind; to begin one is to open it, and of a survey to answer
 * it. What is begun without being shown by itself (from the panel's list, or by an event) can bring a ratio above 1.
 */
export function performanceRates(counts: PerformanceCounts): PerformanceRates {
  const { shown, snoozed } = counts;
  return { ...responseRates(counts), postponement: shown === 0 ? undefined : snoozed / shown };
}
