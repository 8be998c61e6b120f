import type { Catalogue } from '../say.ts';

/** What a survey says after its first look, in English. */
export const enAnswers = {
  lang: 'en',
  progress: '{n} of {total}',
  next: 'Next',
  send: 'Send',
  skip: 'Skip',
  back: 'Back',
  done: 'Done',
  several: 'Choose all that apply',
  sending: 'Sending…',
  tryAgain: 'Try again',
  change: 'Change',
  undo: 'Undo',
  hint: 'A sentence is enough.',
  empty: 'Write a few words first.',
  notAccepted: 'Not accepted. Your answer is kept here.',
  saved: {
    arrived: 'Your answer is saved',
    stored: 'Saved on this device',
    held: 'Not saved yet',
    refused: 'Not accepted',
  },
  thanks: 'Thank you',
  refused: 'Your answer was not accepted',
  receipt: {
    arrived: 'Your answer has arrived.',
    stored: 'Your answer is saved on this device. It will be sent when there is a connection.',
    held: 'There is no connection, and this device does not let us save. Your answer will be sent if this page stays open.',
    refused: 'It is not saved anywhere.',
  },
  laterTitle: 'We’ll ask another time',
  laterText: 'Not before {date}.',
  neverTitle: 'We won’t ask this again',
  neverText: 'Undo brings the question back.',
};
export type AnswerMessages = Catalogue<typeof enAnswers>;
