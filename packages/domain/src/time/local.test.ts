import { describe, expect, test } from 'vitest';
import { localMoment } from './local.ts';

describe('the clock on the wall', () => {
  test.each([
    { zone: 'Asia/Tokyo', at: '2026-03-11T14:59:59.999Z', time: '23:59', weekday: 3, because: 'a Wednesday' },
    { zone: 'Asia/Tokyo', at: '2026-03-11T15:00:00.000Z', time: '00:00', weekday: 4, because: 'midnight' },
    { zone: 'Asia/Kolkata', at: '2026-03-15T18:29:00.000Z', time: '23:59', weekday: 7, because: 'a Sunday' },
    { zone: 'Europe/London', at: '2026-03-29T01:00:00.000Z', time: '02:00', weekday: 7, because: 'summer' },
    { zone: 'Europe/London', at: '2026-03-29T00:59:00.000Z', time: '00:59', weekday: 7, because: 'winter' },
    { zone: 'UTC', at: '2026-03-16T00:00:00.000Z', time: '00:00', weekday: 1, because: 'a Monday' },
  ])('shows $time at $at in $zone: $because', ({ zone, at, time, weekday }) => {
    expect(localMoment(zone, at)).toEqual({ time, weekday });
  });

  test('is not known of a zone that nobody knows', () => {
    expect(() => localMoment('Mars/Olympus', '2026-03-11T00:00:00.000Z')).toThrow(RangeError);
  });
});
