import type {
  AnswerHourRecord,
  MetricRecord,
  QuestionDayRecord,
  RecordedResponse,
  ScaleRecord,
} from '@banso/database';
import type { Instant } from '@banso/domain/time';
import { dayOf } from '@banso/domain/time';
import type { Ledger } from '../ledger.ts';
import type { Response } from '../projections/response.ts';
import { saidIn, saysSomething } from '../projections/response.ts';
import { questionDays } from '../projections/question-days.ts';
import { answerHours } from '../projections/answer-hours.ts';
import { scaleHours } from '../projections/scale-hours.ts';
import type { ScoreContributions } from '../projections/score-contributions.ts';
import { inOrder, scoreContributions, scoreDifference } from '../projections/score-contributions.ts';
import type { RowChange } from '../rows.ts';

/** What the changed responses of a group add to what is counted. */
export interface ResponseEffects {
  /** By content id. */
  scores: ReadonlyMap<string, ScoreContributions[]>;
  metrics: MetricRecord[];
  /** What is added to the answers by hour. */
  answers: AnswerHourRecord[];
  /** What is added to what became of questions. */
  questions: QuestionDayRecord[];
  /** What is added to the histograms of other questions of a scale than the score. */
  scales: ScaleRecord[];
  /** Known responses that say something new. */
  unread: string[];
  /** Known responses in which everything was taken back. */
  silenced: string[];
}

/**
 * Follows up the responses that a group changed: which answer is a person's latest, their last score, the roll-ups, the
 * day's counters, and what there is to read. Needs the neighbours in time of whatever changes its score.
 */
export function settleResponses(ledger: Ledger): ResponseEffects {
  const changes = ledger.responses.changes();
  const scores = new Map<string, ScoreContributions[]>();
  if (changes.length === 0)
    return { scores, metrics: [], answers: [], questions: [], scales: [], unread: [], silenced: [] };

  const byPerson = Map.groupBy(ledger.responses.values(), ({ contactId }) => contactId);
  for (const contactId of new Set(changes.map(({ after }) => after.contactId))) {
    const theirs = byPerson.get(contactId) ?? [];
    for (const [contentId, responses] of Map.groupBy(theirs, (response) => response.contentId)) {
      const before = responses.flatMap(({ id }) => ledger.responses.before(id) ?? []);
      supersede(ledger, before, responses);
      const difference = scoreDifference(scoreContributions(before), scoreContributions(responses));
      scores.set(contentId, [...(scores.get(contentId) ?? []), difference]);
    }
    noteLastScore(ledger, contactId, inOrder(theirs).at(-1));
  }
  for (const { after } of changes) {
    // what is only tried is no news to anybody, but the inbox is read again
    if ((saysSomething(after) || after.isTest) && after.importId === null)
      ledger.news.set(`response ${after.id}`, { type: 'response', id: after.id, surveyId: after.contentId });
  }
  return {
    scores,
    metrics: changes.flatMap(metricsOf),
    answers: answerHours(changes),
    questions: questionDays(changes),
    scales: scaleHours(changes),
    // history that an import changes is no news
    unread: changes
      .filter(({ before, after }) => before && after.importId === null && saysNew(before, after))
      .map(({ key }) => key),
    silenced: changes
      .filter(({ before, after }) => before && saysSomething(before) && !saysSomething(after))
      .map(({ key }) => key),
  };
}

/** Without the whole history an older answer says nothing about the last one. */
function noteLastScore(
  ledger: Ledger,
  contactId: string,
  last: { score: number; scoreAt: Instant } | undefined,
): void {
  const person = ledger.people.need(contactId);
  const [lastScore, lastScoreAt] = [last?.score ?? null, last?.scoreAt ?? null];
  if (person.lastScore === lastScore && person.lastScoreAt === lastScoreAt) return;
  if (!ledger.histories.has(contactId) && (lastScoreAt ?? '') < (person.lastScoreAt ?? '')) return;
  ledger.people.set(contactId, { ...person, lastScore, lastScoreAt });
}

/** When there was nothing to read in a new response, or it is history that was imported: it begins as read. */
export function readAtOf(response: Response): RecordedResponse['answeredAt'] | null {
  return saysSomething(response) && response.importId === null ? null : response.answeredAt;
}

/**
 * Each scored response tells when the same person gave the next score. Where that is not the same as before, as far as the
 * loaded ones tell, it is written.
 */
function supersede(ledger: Ledger, before: readonly Response[], after: readonly Response[]): void {
  const [was, is] = [nextScores(before), nextScores(after)];
  for (const { id } of after) {
    const supersededAt = is.get(id) ?? null;
    if ((was.get(id) ?? null) !== supersededAt)
      ledger.responses.set(id, { ...ledger.responses.need(id), supersededAt });
  }
}

/** When the same person's next score was given, by the id of the response; undefined: it is their latest to the survey. */
export function nextScores(responses: readonly Response[]): Map<string, Instant | undefined> {
  const ordered = inOrder(responses);
  return new Map(ordered.map(({ id }, index) => [id, ordered[index + 1]?.scoreAt]));
}

/**
 * A response counts on the day it began once anything was said in it, and on the day its end was reached. What was imported does not:
 * nobody knows how many were asked, and it would make shares of nothing.
 */
export function metricsOf({ before, after }: RowChange<Response>): MetricRecord[] {
  const { contentId } = after;
  if (after.importId !== null) return [];
  const answered = Number(saysSomething(after)) - Number(before !== undefined && saysSomething(before));
  const metrics: MetricRecord[] = [];
  if (answered !== 0)
    metrics.push({ contentId, day: dayOf(after.answeredAt), metric: 'answered', count: answered });
  const [was, is] = [before && endOf(before), endOf(after)];
  if (is !== undefined && was === undefined)
    metrics.push({ contentId, day: dayOf(is), metric: 'completed', count: 1 });
  if (was !== undefined && is === undefined)
    metrics.push({ contentId, day: dayOf(was), metric: 'completed', count: -1 });
  return metrics;
}

/** When its end was reached, as far as that counts. */
function endOf({ isTest, completedAt }: Response): Instant | undefined {
  return isTest || completedAt === null ? undefined : completedAt;
}

/** Whether there is something to read that was not there before. */
function saysNew(before: Response, after: Response): boolean {
  const known = new Map(saidIn(before));
  return saidIn(after).some(([question, { number, text, options }]) => {
    const was = known.get(question);
    return was?.number !== number || was.text !== text || was.options?.join(' ') !== options?.join(' ');
  });
}
