import type { SurveyMessages } from '../en/survey.ts';

/** What the first look of a survey says, in Japanese. */
export const jaSurvey = {
  lang: 'ja',
  close: '閉じる',
  question: 'ひとつお聞かせください',
  later: 'あとで回答する',
  never: '今後は質問しない',
} satisfies SurveyMessages;
