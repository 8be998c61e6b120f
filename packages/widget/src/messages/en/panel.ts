import type { Catalogue } from '../say.ts';

/** What the frame of the panel says, in English. */
export const enPanel = {
  lang: 'en',
  close: 'Close',
  back: 'Back',
  checklists: 'Checklists',
  resources: 'Guides',
  messages: 'Messages',
  preferences: 'Preferences',
  help: 'Help and guides',
};
export type PanelMessages = Catalogue<typeof enPanel>;
