import { enSurvey } from './en/survey.ts';
import type { SurveyMessages } from './en/survey.ts';
import { catalogues } from './load.ts';

/** Texts of the first look of a survey. */
export const loadSurveyMessages = catalogues<SurveyMessages>(
  enSurvey,
  new Map([
    ['ja', () => import('./ja/survey.ts').then((module) => module.jaSurvey)],
    ['ko', () => import('./ko/survey.ts').then((module) => module.koSurvey)],
  ]),
);
