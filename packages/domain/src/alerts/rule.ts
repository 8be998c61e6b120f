import type { OfficeHours } from '../cases/office-hours.ts';
import { addOfficeMs } from '../cases/office-hours.ts';
import type { ScoreKind } from '../statistics/score-figure.ts';
import type { Instant } from '../time/instant.ts';
import { addMs, HOUR_MS } from '../time/instant.ts';
import type { AnswerWords, TopicRule } from '../topics/rule.ts';
import { isAbout } from '../topics/rule.ts';

/** Answers that a rule is about: all that is said must hold; null says nothing. */
export interface AnswerWhen {
  type: 'answer';
  /** Null: of any survey. */
  surveyId: string | null;
  /** A score from `low` to `high`, both included. */
  score: { kind: ScoreKind; low: number; high: number } | null;
  /** One of these words, or sequences of words, stands in the answer. Empty: whatever it says. */
  words: readonly string[];
  topicId: string | null;
  /** Who answers is in this saved segment. */
  segmentId: string | null;
}

/** A score that fell from one week (Monday to Sunday, UTC) to the next by more than chance explains. */
export interface DropWhen {
  type: 'drop';
  kind: ScoreKind;
  surveyId: string;
}

export type AlertWhen = AnswerWhen | DropWhen;

/** One answer as rules look at it. */
export interface AlertAnswer extends AnswerWords {
  surveyId: string;
  scores: readonly { kind: ScoreKind; value: number }[];
  topicIds: ReadonlySet<string>;
  /** Segments that rules name and in which the person is. */
  segmentIds: ReadonlySet<string>;
}

/** Whether a rule is about an answer. */
export function isAlerting(when: AnswerWhen, answer: AlertAnswer): boolean {
  const { surveyId, score, words, topicId, segmentId } = when;
  const asked: TopicRule[] = [{ language: null, any: words, none: [] }];
  return (
    (surveyId === null || surveyId === answer.surveyId) &&
    (score === null ||
      answer.scores.some(
        ({ kind, value }) => kind === score.kind && score.low <= value && value <= score.high,
      )) &&
    (words.length === 0 || isAbout(asked, answer)) &&
    (topicId === null || answer.topicIds.has(topicId)) &&
    (segmentId === null || answer.segmentIds.has(segmentId))
  );
}

/** When messages of a rule may go out, and how many. */
export interface AlertPace {
  /** Undefined: at any time. */
  hours: OfficeHours | undefined;
  /** At most so many in an hour; what comes on top waits and goes out as one. */
  perHour: number;
}

/**
 * When a message of a rule goes out.
 *
 * @param sent - When earlier messages of the rule went out within the last hour, in any order.
 * @param isWaiting - Something of the rule is held back already: it goes out together with that.
 * @returns `now` itself: at once. Later: it is held back until then.
 * @throws {RangeError} on hours that never come.
 */
export function releaseAt(
  { hours, perHour }: AlertPace,
  now: Instant,
  sent: readonly Instant[],
  isWaiting: boolean,
): Instant {
  const recent = sent.filter((at) => at > addMs(now, -HOUR_MS)).toSorted();
  const oldest = recent[0];
  const free = oldest !== undefined && recent.length >= perHour ? addMs(oldest, HOUR_MS) : now;
  const release = hours ? openAt(hours, free) : free;
  return isWaiting && release === now ? addMs(now, 1) : release;
}

/** The first instant from `at` on that lies in the hours. */
function openAt(hours: OfficeHours, at: Instant): Instant {
  return addMs(addOfficeMs(hours, at, 1), -1);
}
