import { enGuides } from './en/guides.ts';
import type { GuideMessages } from './en/guides.ts';
import { catalogues } from './load.ts';

/** Texts of the guides. */
export const loadGuideMessages = catalogues<GuideMessages>(
  enGuides,
  new Map([
    ['ja', () => import('./ja/guides.ts').then((module) => module.jaGuides)],
    ['ko', () => import('./ko/guides.ts').then((module) => module.koGuides)],
  ]),
);
