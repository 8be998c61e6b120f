import type { AnnouncementBody } from '../content/announcement.ts';
import type { ResourceBody } from '../content/resource.ts';
import type { ChoiceQuestion, ScaleQuestion, SurveyBody } from '../content/survey.ts';
import type { ScaleType } from '../content/survey-scale.ts';

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

/** A question that is answered by a number and may be skipped. */
export function aScaleQuestion(
  key: string,
  type: ScaleType,
  over: Partial<ScaleQuestion> = {},
): ScaleQuestion {
  const labels = { low: { en: 'Low' }, high: { en: 'High' } };
  return { key, type, text: { en: `Question ${key}` }, required: false, labels, ...over };
}

/** A question with the options `a`, `b` and `c`, of which one may be chosen, or none. */
export function aChoiceQuestion(key: string, over: Partial<ChoiceQuestion> = {}): ChoiceQuestion {
  return {
    key,
    type: 'choice',
    text: { en: `Question ${key}` },
    required: false,
    options: ['a', 'b', 'c'].map((option) => ({ key: option, text: { en: `Option ${option}` } })),
    other: null,
    random: false,
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

/** A complete badge in English, without an action. */
export function anAnnouncement(over: Partial<AnnouncementBody> = {}): AnnouncementBody {
  return { title: { en: 'News' }, body: { en: 'Text' }, action: null, mode: 'badge', ...over };
}
