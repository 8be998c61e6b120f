import { CONTENT_KINDS, missingTexts, publishProblems, type SurveyBody } from '@banso/domain/content';
import { describe, expect, test } from 'vitest';
import { KINDS } from './kinds.ts';
import { starterDraft } from './starters.ts';

describe('starterDraft', () => {
  test.each(CONTENT_KINDS)('of a %s is what the contract accepts', (kind) => {
    expect(
      KINDS[kind].schemas.Draft.safeParse(starterDraft(kind, 'Name', ['en', 'ja', 'fr'], 'en')).success,
    ).toBe(true);
  });

  test('makes a survey that can be published as it is, complete in en, ja and ko', () => {
    const { body, delivery } = starterDraft('survey', 'Quarterly NPS', ['en', 'ja', 'ko'], 'en');
    expect(publishProblems('survey', body as SurveyBody, delivery, 'en')).toEqual([]);
    const missing = missingTexts('survey', body as SurveyBody, ['en', 'ja', 'ko']).map(({ path }) => path);
    expect(missing).toEqual(['title.ja', 'title.ko']);
  });
});
