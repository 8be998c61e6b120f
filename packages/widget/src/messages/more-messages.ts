import type { GuideMessages } from './en/guides.ts';
import type { WaysOutMessages } from './en/ways-out.ts';
import { catalogues, partOf } from './load.ts';

interface MoreMessages {
  guides: GuideMessages;
  waysOut: WaysOutMessages;
}

const load = catalogues<MoreMessages>(
  new Map([
    ['en', () => import('./en/more.ts')],
    ['ja', () => import('./ja/more.ts')],
    ['ko', () => import('./ko/more.ts')],
  ]),
);

/** Texts of the guides. */
export const loadGuideMessages = partOf(load, 'guides');
/** Texts of the ways out of a checklist. */
export const loadWaysOutMessages = partOf(load, 'waysOut');
