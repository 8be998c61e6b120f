import type { Catalogue } from '../say.ts';

/** What the first look of a survey says, in English. */
export const enSurvey = {
  lang: 'en',
  close: 'Close',
  question: 'A short question',
  later: 'Ask me later',
  never: 'Don’t ask again',
};
export type SurveyMessages = Catalogue<typeof enSurvey>;
