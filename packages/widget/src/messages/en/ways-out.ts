import type { Catalogue } from '../say.ts';

/** What a checklist says when it is put off, hidden or finished, in English. */
export const enWaysOut = {
  lang: 'en',
  afternoon: 'This afternoon',
  tomorrow: 'Tomorrow',
  monday: 'Next Monday',
  snoozedTitle: 'Put off for now',
  snoozedText: 'It comes back at your next visit after {time}.',
  hidesForYou: 'This hides the checklist for you.',
  hidesForYouOnly: 'This hides the checklist for you only. Your team keeps it.',
  why: 'Why? (optional)',
  reasons: {
    already_known: 'I know this already',
    somebody_else: 'Somebody else does this',
    does_not_fit: 'It doesn’t fit us',
  },
  hide: 'Hide for me',
  keep: 'Keep it',
  hiddenTitle: 'Hidden for you',
  hiddenText: 'It no longer appears here.',
  undo: 'Undo',
  finished: 'All done',
  showSteps: 'Show the steps',
};
export type WaysOutMessages = Catalogue<typeof enWaysOut>;
