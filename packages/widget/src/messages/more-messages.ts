import type { GuideMessages } from './en/guides.ts';
import type { HomeMessages } from './en/home.ts';
import type { WaysOutMessages } from './en/ways-out.ts';
import { catalogues, partOf } from './load.ts';

interface MoreMessages {
  guides: GuideMessages;
  home: HomeMessages;
  waysOut: WaysOutMessages;
}

const load = catalogues<MoreMessages>(
  new Map([
    ['en', () => import('./en/more-words.ts')],
    ['ja', () => import('./ja/more-words.ts')],
    ['ko', () => import('./ko/more-words.ts')],
  ]),
);

/** Texts of the guides. */
export const loadGuideMessages = partOf(load, 'guides');
/** Texts of the panel's sections, home first. */
export const loadHomeMessages = partOf(load, 'home');
/** Texts of the ways out of a checklist. */
export const loadWaysOutMessages = partOf(load, 'waysOut');
