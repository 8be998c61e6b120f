import type { PublishedQuestion, PublishedSurvey } from '@banso/contract';
import type { AnswerValue } from '@banso/domain/content';
import { FOLLOW_UP_KEY, pathOf, scoreQuestionOf } from '@banso/domain/content';
import type { NpsBand } from '@banso/domain/statistics';
import { bandOf } from '@banso/domain/statistics';

type Said = ReadonlyMap<string, AnswerValue>;

/** The questions that somebody with these answers is asked, in order, with the follow-up in words that fit the score. */
export function askedOf(survey: PublishedSurvey, said: Said): PublishedQuestion[] {
  const text = survey.followUps[bandIn(survey, said) ?? 'passive'] ?? '';
  return pathOf(survey, (key) => said.get(key)).flatMap((key) =>
    key === FOLLOW_UP_KEY ? followUpOf(text) : survey.questions.filter((question) => question.key === key),
  );
}

/** What is asked right after the score. */
export const followUpOf = (text: string): PublishedQuestion => ({
  key: FOLLOW_UP_KEY,
  type: 'text',
  text,
  required: false,
});

/** The band of the score; undefined: there is none. */
export function bandIn(survey: PublishedSurvey, said: Said): NpsBand | undefined {
  const score = said.get(scoreQuestionOf(survey) ?? '');
  return typeof score === 'number' ? bandOf(score) : undefined;
}

/** How the survey thanks somebody with these answers; empty: it says nothing of its own. */
export function endingOf(survey: PublishedSurvey, said: Said): string {
  const band = bandIn(survey, said);
  return (!band && survey.ending) || survey.endings[band ?? 'passive'];
}

/** Where somebody goes on: behind the last question that they answered or skipped, but never behind the last one of all. */
export function stepAfter(asked: readonly PublishedQuestion[], said: Said): number {
  const last = asked.findLastIndex(({ key }) => said.has(key));
  return Math.min(last + 1, Math.max(asked.length - 1, 0));
}
