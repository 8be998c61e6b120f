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
  onlyNews: 'Nothing to do right now. Here is what’s new.',
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
  write: 'Write to us',
  writeTo: 'Write to {name}',
  writeWhat: 'Questions, wishes, problems',
  latest: 'Latest message',
  messages: 'Messages',
  you: 'You',
  team: 'The team',
  unread: 'Not read yet',
  forThisPage: 'For this page',
  news: 'What’s new',
  fresh: 'New',
};
export type HomeMessages = Catalogue<typeof enHome>;
