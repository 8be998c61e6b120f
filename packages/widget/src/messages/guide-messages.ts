import type { GuideMessages } from './en/guides.ts';
import { catalogues } from './load.ts';

/** Texts of the guides. */
export const loadGuideMessages = catalogues<GuideMessages>(
  new Map([
    ['en', () => import('./en/guides.ts').then((module) => module.enGuides)],
    ['ja', () => import('./ja/guides.ts').then((module) => module.jaGuides)],
    ['ko', () => import('./ko/guides.ts').then((module) => module.koGuides)],
  ]),
);
