import type { Catalogue } from '../say.ts';

/** What the sections of the panel say, in English. */
export const enHome = {
  lang: 'en',
  sections: 'Sections',
  home: 'Home',
  morning: 'Good morning',
  afternoon: 'Good afternoon',
  evening: 'Good evening',
  welcome: 'What to do next, and guides for it.',
  quiet: 'Nothing to do right now. The guides are here.',
  empty: 'Nothing here right now.',
  offline: 'You’re offline. What you do is kept here and sent later.',
  offlineWaiting: {
    one: 'You’re offline. {n} entry is kept here and will be sent by itself.',
    other: 'You’re offline. {n} entries are kept here and will be sent by themselves.',
  },
  online: 'Back online. Everything has been sent.',
  doneOf: '{done} of {n} done',
  next: 'Next: {step}',
  question: 'A short question',
  forThisPage: 'For this page',
};
export type HomeMessages = Catalogue<typeof enHome>;
