import { expect, test } from 'vitest';
import { snoozeTimes } from './snooze-times.ts';

const times = ([year, month, day, hour]: readonly [number, number, number, number]) =>
  snoozeTimes(new Date(year, month, day, hour)).map(
    ({ name, until }) => `${name} ${until.toDateString()} ${until.getHours()}`,
  );

test.each([
  {
    now: [2026, 10, 18, 9],
    gives: ['afternoon Wed Nov 18 2026 15', 'tomorrow Thu Nov 19 2026 9', 'monday Mon Nov 23 2026 9'],
  },
  { now: [2026, 10, 18, 12], gives: ['tomorrow Thu Nov 19 2026 9', 'monday Mon Nov 23 2026 9'] },
  { now: [2026, 10, 22, 20], gives: ['tomorrow Mon Nov 23 2026 9', 'monday Mon Nov 30 2026 9'] },
  { now: [2026, 10, 23, 20], gives: ['tomorrow Tue Nov 24 2026 9', 'monday Mon Nov 30 2026 9'] },
  { now: [2026, 11, 31, 23], gives: ['tomorrow Fri Jan 01 2027 9', 'monday Mon Jan 04 2027 9'] },
] as const)('on $now offers $gives', ({ now, gives }) => {
  expect(times(now)).toEqual(gives);
});
