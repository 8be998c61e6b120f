import type { ResourceBody } from '../content/resource.ts';
import type { SurveyBody } from '../content/survey.ts';

/** A complete relationship NPS in English. */
export function aSurvey(over: Partial<SurveyBody> = {}): SurveyBody {
  return {
    title: { en: 'NPS' },
    questions: [
      {
        key: 'score',
        type: 'nps',
        text: { en: 'How likely are you to recommend us?' },
        required: true,
        labels: { low: { en: 'Not at all' }, high: { en: 'Very' } },
      },
    ],
    followUps: { detractor: { en: 'What would have to change?' }, passive: null, promoter: null },
    endings: { detractor: {}, passive: {}, promoter: {} },
    ...over,
  };
}

/** A complete article in English. */
export function aResource(over: Partial<ResourceBody> = {}): ResourceBody {
  return {
    type: 'article',
    title: { en: 'Guide' },
    summary: {},
    body: { en: 'Text' },
    section: {},
    tags: [],
    ...over,
  };
}
