import type { Catalogue } from '../say.ts';

/** What a checklist says, in English. */
export const enChecklist = {
  lang: 'en',
  steps: 'Steps',
  doneOf: '{done} of {n} done',
  allDone: { one: '{n} done', other: 'All {n} done' },
  notSent: '{n} not sent yet',
  done: 'done',
  locked: 'locked',
  optional: 'Optional',
  doneOn: 'Done {day}',
  doneBy: 'Done by {name}, {day}',
  doneByUnknown: 'Done',
  waiting: 'Done on this device, will be sent',
  refused: 'That was not accepted. The step is as before.',
  opensAfter: 'Opens after {steps}',
  quoted: '“{step}”',
  team: 'We do this for you',
  teamBy: 'We do this for you, by {date}',
  today: 'today',
  tomorrow: 'tomorrow',
  dueIn: { one: 'in {n} day', other: 'in {n} days' },
  late: { one: '{n} day late', other: '{n} days late' },
  markDone: 'Mark as done',
  reopen: 'Not done yet',
  remind: 'Remind me later',
  notForMe: 'Not for me',
};
export type ChecklistMessages = Catalogue<typeof enChecklist>;
