import type { GuideMessages } from './en/guides.ts';
import type { HomeMessages } from './en/home.ts';
import type { PlaceMessages } from './en/place.ts';
import type { MessageMessages } from './en/messages.ts';
import type { WaysOutMessages } from './en/ways-out.ts';
import { catalogues, partOf } from './load.ts';

interface MoreMessages {
  guides: GuideMessages;
  home: HomeMessages;
  place: PlaceMessages;
  messages: MessageMessages;
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
/** Texts for who moves the launcher. */
export const loadPlaceMessages = partOf(load, 'place');
/** Texts of a thread. */
export const loadMessageMessages = partOf(load, 'messages');
/** Texts of the ways out of a checklist. */
export const loadWaysOutMessages = partOf(load, 'waysOut');
