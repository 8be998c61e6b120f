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
    const draft = starterDraft('survey', 'Quarterly NPS', ['en', 'ja', 'ko'], 'en');
    const body = draft.body as SurveyBody;
    expect(publishProblems('survey', { ...draft, body, variants: undefined })).toEqual([]);
    const missing = missingTexts('survey', body, ['en', 'ja', 'ko']).map(({ path }) => path);
    expect(missing).toEqual(['title.ja', 'title.ko']);
  });
});
