import type { AnswerMessages } from './en/answers.ts';
import { catalogues } from './load.ts';

/** Texts of a survey after its first look. */
export const loadAnswerMessages = catalogues<AnswerMessages>(
  new Map([
    ['en', () => import('./en/answers.ts').then((module) => module.enAnswers)],
    ['ja', () => import('./ja/answers.ts').then((module) => module.jaAnswers)],
    ['ko', () => import('./ko/answers.ts').then((module) => module.koAnswers)],
  ]),
);
