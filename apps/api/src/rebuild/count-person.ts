import { type CountedFact, counters, recordedScores } from '@banso/database';
import type { ContentKind } from '@banso/domain/content';
import { dayOf } from '@banso/domain/time';
import type { Instant } from '@banso/domain/time';
import { metricsOf, nextScores } from '../recorder/apply/settle-responses.ts';
import { questionDays } from '../recorder/projections/question-days.ts';
import { answerHours } from '../recorder/projections/answer-hours.ts';
import { metricOf } from '../recorder/projections/metrics.ts';
import { scaleHours } from '../recorder/projections/scale-hours.ts';
import type { Response } from '../recorder/projections/response.ts';
import { inOrder, scoreContributions } from '../recorder/projections/score-contributions.ts';
import type { Tally } from './tally.ts';

/** Counts what one person told, by the rules of the recorder. */
export function countFacts(
  facts: readonly CountedFact[],
  kindOf: ReadonlyMap<string, ContentKind>,
  { contents, events }: { contents: Tally; events: Tally },
): void {
  for (const { type, contactId, contentId, at, name } of facts) {
    if (name !== undefined) events.add('event_count', [contactId, name, dayOf(at)], 1);
    const kind = contentId === null ? undefined : kindOf.get(contentId);
    const unit = kind && metricOf(type, at, kind);
    if (unit) contents.add('content_day', [contentId ?? '', unit.day, unit.metric], 1);
  }
}

/** Counts what one person answered. */
export function countResponses(responses: readonly Response[], tally: Tally): void {
  const changes = responses.map((after) => ({ key: after.id, before: undefined, after }));
  for (const { contentId, day, metric, count } of changes.flatMap(metricsOf))
    tally.add('content_day', [contentId, day, metric], count);
  for (const row of answerHours(changes)) {
    const { contentId, question, hour, version, locale, verified, value, count } = row;
    tally.add('answer_hour', [contentId, question, hour, version, locale, Number(verified), value], count);
  }
  for (const { contentId, day, version, verified, question, outcome, count } of questionDays(changes))
    tally.add('question_day', [contentId, day, version, Number(verified), question, outcome], count);
  for (const [contentId, its] of Map.groupBy(responses, (response) => response.contentId)) {
    const { hours, repeats } = scoreContributions(its);
    for (const { hour, version, locale, verified, score, count, latest } of hours)
      tally.add('score_hour', [contentId, hour, version, locale, Number(verified), score], count, latest);
    countSegments(
      hours.map((row) => ({ ...row, contentId, question: '' })),
      tally,
    );
    for (const row of repeats) {
      const { gapDays, laterHour, earlierHour, version, locale, verified, score, laterScore } = row;
      const { plan, ownerId, lifecycle, accountId, decides, count } = row;
      tally.add(
        'score_repeat',
        [
          contentId,
          gapDays,
          laterHour,
          earlierHour,
          version,
          locale,
          Number(verified),
          score,
          laterScore,
          plan ?? '',
          ownerId ?? '',
          lifecycle ?? '',
          accountId ?? '',
          Number(decides),
        ],
        count,
      );
    }
  }
  countSegments(
    scaleHours(changes).map((row) => ({ ...row, latest: 0 })),
    tally,
  );
}

function countSegments(answers: Parameters<typeof recordedScores.segmentsOf>[1], tally: Tally): void {
  for (const row of recordedScores.segmentsOf('', answers)) {
    const { content_id, question, dimension, span, day, hour, value, verified } = row;
    tally.add(
      'score_segment',
      [content_id, question, dimension, span, day, hour, value, verified],
      ...counters.COUNTERS.score_segment.sums.map((sum) => row[sum]),
    );
  }
}

/** A response of which it is kept wrongly when the same person's next score was given. */
export interface WrongSuccessor {
  id: string;
  known: Instant | null;
  at: Instant | null;
}

/** Responses of one person whose successor is not the one that is kept. */
export function wrongSuccessors(responses: readonly Response[]): WrongSuccessor[] {
  return [...Map.groupBy(responses, ({ contentId }) => contentId).values()].flatMap((its) => {
    const next = nextScores(its);
    return its.flatMap(({ id, supersededAt }) => {
      const at = next.get(id) ?? null;
      return at === supersededAt ? [] : [{ id, known: supersededAt, at }];
    });
  });
}

/** The last score that a person gave to any survey. */
export function lastScoreOf(responses: readonly Response[]): { score: number | null; at: Instant | null } {
  const last = inOrder(responses).at(-1);
  return { score: last?.score ?? null, at: last?.scoreAt ?? null };
}
