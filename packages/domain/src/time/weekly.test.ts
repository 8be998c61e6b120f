import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMs, dayOf, lastWeekly, localMoment, MINUTE_MS, msBetween, WEEKDAYS } from './index.ts';

const ZONES = ['UTC', 'Asia/Tokyo', 'Asia/Seoul', 'Europe/London', 'America/New_York', 'Pacific/Apia'];
const WEEK_MS = 7 * 86_400_000;

const moments = fc.record({
  weekday: fc.constantFrom(...WEEKDAYS),
  hour: fc.integer({ min: 0, max: 23 }),
  timeZone: fc.constantFrom(...ZONES),
});
const instants = fc
  .integer({ min: Date.parse('2025-01-01'), max: Date.parse('2027-12-31') })
  .map((ms) => new Date(ms).toISOString());

describe('a moment of each week', () => {
  test.each([
    ['Asia/Tokyo', '2026-03-08T22:59:00.000Z', '2026-03-01T23:00:00.000Z', '2026-03-02'],
    ['Asia/Tokyo', '2026-03-08T23:00:00.000Z', '2026-03-08T23:00:00.000Z', '2026-03-09'],
    ['America/New_York', '2026-03-09T12:00:00.000Z', '2026-03-09T12:00:00.000Z', '2026-03-09'],
  ])('Monday at eight in %s, seen at %s, came at %s', (timeZone, now, at, week) =>
    expect(lastWeekly({ weekday: 1, hour: 8, timeZone }, now)).toEqual({ at, week }),
  );

  test('has come within the last week, and shows that day and hour on the wall', () => {
    fc.assert(
      fc.property(moments, instants, (moment, now) => {
        const { at, week } = lastWeekly(moment, now);
        expect(at <= now).toBe(true);
        // an hour more where clocks were changed meanwhile
        expect(msBetween(at, now)).toBeLessThan(WEEK_MS + 2 * 3_600_000);
        expect(new Date(`${week}T00:00:00.000Z`).getUTCDay()).toBe(1);
        const { weekday, time } = localMoment(moment.timeZone, at);
        // clocks may leap over the very hour
        const hour = Number(time.slice(0, 2));
        expect([moment.hour, moment.hour + 1]).toContain(hour);
        expect(weekday).toBe(moment.weekday);
      }),
    );
  });

  test('is the same until it comes again', () => {
    fc.assert(
      fc.property(moments, instants, (moment, now) => {
        const { at, week } = lastWeekly(moment, now);
        expect(lastWeekly(moment, at)).toEqual({ at, week });
        expect(lastWeekly(moment, addMs(at, -MINUTE_MS)).week < week).toBe(true);
        expect(dayOf(at) >= week || msBetween(at, `${week}T00:00:00.000Z`) < 86_400_000).toBe(true);
      }),
    );
  });
});
