import type { Catalogue } from '../say.ts';

/** What is said to who moves the launcher, in English. */
export const enPlace = {
  lang: 'en',
  how: 'Arrow keys move it out of the way.',
  moved: 'Moved, {side}.',
  left: 'left edge',
  right: 'right edge',
  tucked: 'Tucked away at the edge. Press to bring it back.',
};
export type PlaceMessages = Catalogue<typeof enPlace>;
