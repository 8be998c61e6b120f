import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMs, DAY_MS, HOUR_MS } from '../time/instant.ts';
import type { Weekday } from '../time/local.ts';
import type { OfficeHours } from './office-hours.ts';
import { addOfficeMs, businessDayMs, officeMsBetween } from './office-hours.ts';

const WEEK: OfficeHours = {
  timeZone: 'Asia/Tokyo',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '18:00',
  closedOn: [],
};

describe('addOfficeMs', () => {
  test.each([
    { at: '2026-03-03T05:00:00.000Z', hours: 9, to: '2026-03-04T05:00:00.000Z', why: 'Tuesday 14:00, a day' },
    { at: '2026-03-06T12:00:00.000Z', hours: 9, to: '2026-03-09T09:00:00.000Z', why: 'Friday night, Monday' },
    { at: '2026-03-07T02:00:00.000Z', hours: 1, to: '2026-03-09T01:00:00.000Z', why: 'a Saturday' },
    {
      at: '2026-03-03T00:00:00.000Z',
      hours: 9,
      to: '2026-03-03T09:00:00.000Z',
      why: 'a whole day ends with it',
    },
  ])('$why: $to', ({ at, hours, to }) => expect(addOfficeMs(WEEK, at, hours * HOUR_MS)).toBe(to));

  test('leaves out days on which nobody works', () => {
    const golden = { ...WEEK, closedOn: ['2026-05-04', '2026-05-05', '2026-05-06'] };
    // Friday 1 May 17:00 in Tokyo; Thursday 7 May is the next day of work
    expect(addOfficeMs(golden, '2026-05-01T08:00:00.000Z', 2 * HOUR_MS)).toBe('2026-05-07T01:00:00.000Z');
  });

  test.each([
    // the night shift of 25 October has an hour more, that of 29 March an hour less
    { day: '2026-10-25', hours: 9 },
    { day: '2026-03-29', hours: 7 },
  ])('a shift over a change of the clocks on $day has $hours hours', ({ day, hours }) => {
    const berlin: OfficeHours = { ...WEEK, timeZone: 'Europe/Berlin', days: [7], from: '00:00', to: '08:00' };
    expect(officeMsBetween(berlin, `${day}T00:00:00.000Z`, `${day}T12:00:00.000Z`)).toBeLessThanOrEqual(
      hours * HOUR_MS,
    );
    expect(officeMsBetween(berlin, addMs(`${day}T00:00:00.000Z`, -DAY_MS / 2), `${day}T12:00:00.000Z`)).toBe(
      hours * HOUR_MS,
    );
  });

  test('refuses hours in which nobody ever works', () => {
    expect(() => addOfficeMs({ ...WEEK, days: [] }, '2026-03-03T05:00:00.000Z', 1)).toThrow(RangeError);
    expect(() => addOfficeMs({ ...WEEK, to: '09:00' }, '2026-03-03T05:00:00.000Z', 1)).toThrow(RangeError);
  });

  const zones = [
    'UTC',
    'Asia/Tokyo',
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ];
  const someHours = fc
    .record({
      timeZone: fc.constantFrom(...zones),
      days: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
      open: fc.integer({ min: 0, max: 22 }),
      length: fc.integer({ min: 1, max: 12 }),
      closedOn: fc.uniqueArray(fc.constantFrom('2026-03-29', '2026-10-25', '2026-11-01', '2026-05-04')),
    })
    .map(({ open, length, ...rest }): OfficeHours => {
      const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
      return { ...rest, from: clock(open), to: open + length > 23 ? '23:59' : clock(open + length) };
    });
  const someTime = fc
    .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2026-12-31T00:00:00Z') })
    .map((ms) => new Date(ms).toISOString());
  const someMs = fc.integer({ min: 1, max: 40 * HOUR_MS });

  test('adds as much working time as goes by until then, and no less would do', () => {
    fc.assert(
      fc.property(someHours, someTime, someMs, (hours, at, ms) => {
        const then = addOfficeMs(hours, at, ms);
        expect(officeMsBetween(hours, at, then)).toBe(ms);
        expect(officeMsBetween(hours, at, addMs(then, -1))).toBe(ms - 1);
      }),
      { numRuns: 60 },
    );
  });

  test('may be added in parts, and a later start is never due sooner', () => {
    fc.assert(
      fc.property(someHours, someTime, someMs, someMs, (hours, at, one, other) => {
        expect(addOfficeMs(hours, addOfficeMs(hours, at, one), other)).toBe(
          addOfficeMs(hours, at, one + other),
        );
        expect(addOfficeMs(hours, addMs(at, other), one) >= addOfficeMs(hours, at, one)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('a business day is the time from opening to closing', () =>
    expect(businessDayMs(WEEK)).toBe(9 * HOUR_MS));
});
