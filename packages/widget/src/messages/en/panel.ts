import type { Catalogue } from '../say.ts';

/** What the frame of the panel says, in English. */
export const enPanel = {
  lang: 'en',
  close: 'Close',
  back: 'Back',
  checklists: 'Checklists',
  guides: 'Guides',
  help: 'Help and guides',
};
export type PanelMessages = Catalogue<typeof enPanel>;
