import { FOLLOW_UP_KEY } from '@banso/domain/content';
import { bandOf } from '@banso/domain/statistics';
import type { NpsBand } from '@banso/domain/statistics';
import type { PublishedQuestion, PublishedSurvey } from '@banso/contract';
import type { SurveyResponse } from './survey-response.ts';

/** The band of the response's score; `undefined` before there is one. */
export function bandOfResponse(survey: PublishedSurvey, response: SurveyResponse): NpsBand | undefined {
  const scored = survey.questions.find((question) => question.type === 'nps');
  const score = scored && response.valueOf(scored.key);
  return typeof score === 'number' ? bandOf(score) : undefined;
}

/**
 * The questions this person meets, in order: the survey's own, and right after the score the follow-up that fits its band.
 * Grows when the score is known.
 */
export function pathOf(survey: PublishedSurvey, response: SurveyResponse): readonly PublishedQuestion[] {
  const band = bandOfResponse(survey, response);
  const followUp = band && survey.followUps[band];
  if (!followUp) return survey.questions;
  const scored = survey.questions.findIndex((question) => question.type === 'nps');
  const asked: PublishedQuestion = { key: FOLLOW_UP_KEY, type: 'text', text: followUp, required: false };
  return survey.questions.toSpliced(scored + 1, 0, asked);
}
