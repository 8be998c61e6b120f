import type { Catalogue } from '../say.ts';

/** What a thread says, in English. */
export const enMessages = {
  lang: 'en',
  title: 'Messages',
  withName: 'Messages with {name}',
  ask: 'What can I help with?',
  askTeam: 'What can we help with?',
  reads: '{name} reads what you write and answers here.',
  teamReads: 'Our team reads what you write and answers here.',
  loading: 'One moment',
  failed: 'The messages could not be loaded.',
  offline: 'You’re offline. What you write is kept here and sent later.',
  earlier: 'Earlier messages',
  write: 'Write a message',
  send: 'Send message',
  you: 'You: ',
  team: 'The team',
  byAt: '{name}, {time}',
  yourScore: 'Your answer: {score} of 10',
  yourAnswer: 'Your answer',
  tryAgain: 'Try again',
  drop: 'Delete',
  sent: 'Your message has arrived.',
  fates: {
    sending: 'Sending',
    arrived: '{time} · delivered',
    read: '{time} · read',
    stored: 'Kept on this device. It will be sent by itself.',
    held: 'Not sent yet. Keep this page open.',
    refused: 'Not sent.',
  },
};
export type MessageMessages = Catalogue<typeof enMessages>;
