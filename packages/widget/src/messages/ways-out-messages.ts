import type { WaysOutMessages } from './en/ways-out.ts';
import { catalogues } from './load.ts';

/** Texts of the ways out of a checklist. */
export const loadWaysOutMessages = catalogues<WaysOutMessages>(
  new Map([
    ['en', () => import('./en/ways-out.ts').then((module) => module.enWaysOut)],
    ['ja', () => import('./ja/ways-out.ts').then((module) => module.jaWaysOut)],
    ['ko', () => import('./ko/ways-out.ts').then((module) => module.koWaysOut)],
  ]),
);
