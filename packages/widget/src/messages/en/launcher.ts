import type { Catalogue } from '../say.ts';

/** What the launcher says, in English. */
export const enLauncher = {
  lang: 'en',
  help: 'Help and guides',
  stepsDone: { one: '{done} of {n} step done', other: '{done} of {n} steps done' },
  allDone: 'all steps done',
  stepsLeft: { one: '{n} step left', other: '{n} steps left' },
  fresh: { other: '{n} new' },
};
export type LauncherMessages = Catalogue<typeof enLauncher>;
