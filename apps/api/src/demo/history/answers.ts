import { FOLLOW_UP_KEY } from '@banso/domain/content';
import type { Instant } from '@banso/domain/time';
import { addMs, DAY_MS } from '@banso/domain/time';
import { SCORE_QUESTION } from '../contents/surveys.ts';
import type { Deed } from './diary.ts';
import { PRODUCT_URL } from './ordinary-visits.ts';
import type { ContentRef } from './published-on.ts';
import type { Outcome } from './survey-waves.ts';

const SNOOZED_DAYS = 7;

/** What the widget reports once the question was granted and shown. */
export function answerDeeds(outcome: Outcome, survey: ContentRef, responseId: string, at: Instant): Deed[] {
  return [
    { type: 'content_shown', ...survey, surface: 'popover' },
    ...reaction(outcome, survey, responseId, at),
  ];
}

function reaction(outcome: Outcome, survey: ContentRef, responseId: string, at: Instant): Deed[] {
  switch (outcome.type) {
    case 'answered': {
      const { score, comment = null, isComplete, path = '/notes' } = outcome;
      const url = `${PRODUCT_URL}${path}`;
      const said = { type: 'survey_answered', ...survey, responseId, url } as const;
      const scored: Deed = { ...said, question: SCORE_QUESTION, value: score };
      if (!isComplete) return [scored];
      return [
        scored,
        { ...said, question: FOLLOW_UP_KEY, value: comment },
        { type: 'survey_completed', ...survey, responseId },
      ];
    }
    case 'dismissed':
      return [{ type: 'content_dismissed', ...survey, ...(outcome.optOut && { optOut: true }) }];
    case 'snoozed':
      return [{ type: 'content_snoozed', ...survey, until: addMs(at, SNOOZED_DAYS * DAY_MS) }];
    case 'ignored':
      return [];
    default:
      return outcome satisfies never;
  }
}
