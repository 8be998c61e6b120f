import type { PreferenceMessages } from './en/preferences.ts';
import { catalogues, partOf } from './load.ts';

const load = catalogues<{ preferences: PreferenceMessages }>(
  new Map([
    ['en', () => import('./en/own-words.ts')],
    ['ja', () => import('./ja/own-words.ts')],
    ['ko', () => import('./ko/own-words.ts')],
  ]),
);

/** Texts of the preferences. */
export const loadPreferenceMessages = partOf(load, 'preferences');
