/** People (each counted once) at each stage of a survey in one period. */
export interface ResponseCounts {
  /** Saw it: panel at least half visible for a second in a focused tab. */
  shown: number;
  /** Gave at least one answer. */
  started: number;
  /** Reached the end of their branch. */
  completed: number;
  dismissed: number;
}

/** Ratios 0–1, each `undefined` where its denominator is 0. */
export interface ResponseRates {
  /** started / shown */
  response: number | undefined;
  /** completed / started */
  completion: number | undefined;
  /** completed / shown */
  completed: number | undefined;
  /** dismissed / shown */
  dismissal: number | undefined;
}

/** The four ratios over displays, all from counts of the same period (definitions.md, "Response and completion"). */
export function responseRates({ shown, started, completed, dismissed }: ResponseCounts): ResponseRates {
  return {
    response: ratio(started, shown),
    completion: ratio(completed, started),
    completed: ratio(completed, shown),
    dismissal: ratio(dismissed, shown),
  };
}

function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
