import { DAY_MS, hourOf, msBetween } from '@banso/domain/time';
import type { Instant } from '@banso/domain/time';

/** What is known of who answered when the response began; null: there was no account, or it had none. */
export interface Respondent {
  accountId: string | null;
  plan: string | null;
  ownerId: string | null;
  lifecycle: string | null;
  /** Whether the person decides for their account. */
  decides: boolean;
}

/** The part of a response that the score roll-ups look at. */
export interface ScoredResponse extends Respondent {
  id: string;
  version: number;
  locale: string;
  verified: boolean;
  /** Null: not answered, or skipped; it counts nowhere. */
  score: number | null;
  /** When the score was given; null when there is none. */
  scoreAt: Instant | null;
  /** It counts nowhere. */
  isTest: boolean;
}

/** Which answers a roll-up row counts. */
export interface ScoreSegment extends Respondent {
  version: number;
  locale: string;
  verified: boolean;
  score: number;
}

/** Answers of one UTC hour. */
export interface ScoreHour extends ScoreSegment {
  hour: Instant;
  count: number;
  /** Those that are still their person's latest. */
  latest: number;
}

/** Answers that the same person followed by a later one. The segment is the earlier answer's. */
export interface ScoreRepeat extends ScoreSegment {
  /** Whole days between the two hours. */
  gapDays: number;
  laterHour: Instant;
  earlierHour: Instant;
  laterScore: number;
  count: number;
}

/** What a person's answers to one survey add to the roll-ups. */
export interface ScoreContributions {
  hours: ScoreHour[];
  repeats: ScoreRepeat[];
}

/** The scored ones that count, oldest first; the last is the person's latest. */
export function inOrder<R extends ScoredResponse>(
  responses: readonly R[],
): (R & { score: number; scoreAt: Instant })[] {
  return responses
    .filter(isScored)
    .toSorted((a, b) => compared(a.scoreAt, b.scoreAt) || compared(a.id, b.id));
}

/**
 * What the responses of one person to one survey add to the roll-ups by hour. An answer counts in a window unless the
 * person's next answer lies in the same window; hence one row for each answer, and one for each pair of neighbours.
 */
export function scoreContributions(responses: readonly ScoredResponse[]): ScoreContributions {
  const ordered = inOrder(responses);
  const hours: ScoreHour[] = [];
  const repeats: ScoreRepeat[] = [];
  ordered.forEach((response, index) => {
    const hour = hourOf(response.scoreAt);
    const segment = segmentOf(response);
    const next = ordered[index + 1];
    hours.push({ hour, ...segment, count: 1, latest: next ? 0 : 1 });
    if (!next) return;
    const laterHour = hourOf(next.scoreAt);
    const gapDays = Math.floor(msBetween(hour, laterHour) / DAY_MS);
    repeats.push({ gapDays, laterHour, earlierHour: hour, ...segment, laterScore: next.score, count: 1 });
  });
  return { hours, repeats };
}

/** What has to be added to the roll-ups so that they hold `after` in place of `before`. Rows that stay are left out. */
export function scoreDifference(before: ScoreContributions, after: ScoreContributions): ScoreContributions {
  const minus = <R extends { count: number }>(row: R) => ({ ...row, count: -row.count });
  return sumOf([
    {
      hours: before.hours.map((row) => ({ ...minus(row), latest: -row.latest })),
      repeats: before.repeats.map(minus),
    },
    after,
  ]);
}

/** Adds up rows of the same key and drops those that come to nothing. */
export function sumOf(parts: readonly ScoreContributions[]): ScoreContributions {
  const hours = new Map<string, ScoreHour>();
  const repeats = new Map<string, ScoreRepeat>();
  for (const part of parts) {
    for (const row of part.hours) {
      const key = `${row.hour} ${keyOf(row)}`;
      const known = hours.get(key);
      hours.set(
        key,
        known ? { ...known, count: known.count + row.count, latest: known.latest + row.latest } : row,
      );
    }
    for (const row of part.repeats) {
      const key = `${row.laterHour} ${row.earlierHour} ${row.laterScore} ${keyOf(row)}`;
      const known = repeats.get(key);
      repeats.set(key, known ? { ...known, count: known.count + row.count } : row);
    }
  }
  return {
    hours: [...hours.values()].filter(({ count, latest }) => count !== 0 || latest !== 0),
    repeats: [...repeats.values()].filter(({ count }) => count !== 0),
  };
}

function segmentOf(response: ScoreSegment): ScoreSegment {
  const { version, locale, verified, score } = response;
  const { accountId, plan, ownerId, lifecycle, decides } = response;
  return { version, locale, verified, score, accountId, plan, ownerId, lifecycle, decides };
}

function keyOf(segment: ScoreSegment): string {
  return JSON.stringify(Object.values(segmentOf(segment)));
}

function isScored<R extends ScoredResponse>(
  response: R,
): response is R & { score: number; scoreAt: Instant } {
  return response.score !== null && response.scoreAt !== null && !response.isTest;
}

function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
