import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMs, DAY_MS, dayOf, HOUR_MS, hourOf, msBetween } from './instant.ts';
import { lastDays, periodBefore, trendPoints } from './period.ts';
import { dayIn, startOfDayIn } from './zone.ts';

const anInstant = fc
  .date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const aZone = fc.constantFrom(
  'UTC',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Asia/Kolkata',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Marquesas',
);

describe('instants', () => {
  test('move and measure', () => {
    expect(addMs('2026-01-05T10:00:00.000Z', -HOUR_MS)).toBe('2026-01-05T09:00:00.000Z');
    expect(msBetween('2026-01-05T10:00:00.000Z', '2026-01-04T10:00:00.000Z')).toBe(-DAY_MS);
    expect(dayOf('2026-01-05T23:59:59.999Z')).toBe('2026-01-05');
    expect(hourOf('2026-01-05T23:59:59.999Z')).toBe('2026-01-05T23:00:00.000Z');
  });

  test('count days over the end of February', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});

describe('periods', () => {
  test('cover whole hours, this one included', () => {
    expect(lastDays('2026-01-31T10:20:30.456Z', 30)).toEqual({
      from: '2026-01-01T11:00:00.000Z',
      to: '2026-01-31T11:00:00.000Z',
    });
  });

  test('meet the one before without a gap', () => {
    expect(periodBefore({ from: '2026-01-08T00:00:00.000Z', to: '2026-01-15T00:00:00.000Z' })).toEqual({
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-01-08T00:00:00.000Z',
    });
  });

  test('always hold the moment asked about', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 1, max: 400 }), (now, days) => {
        const { from, to } = lastDays(now, days);
        expect(from <= now && now < to).toBe(true);
        expect(msBetween(from, to)).toBe(days * DAY_MS);
        expect([hourOf(from), hourOf(to)]).toEqual([from, to]);
      }),
    );
  });

  test('roll on week by week, oldest first', () => {
    expect(trendPoints('2026-03-31T09:30:00.000Z', 3, 7, 90)).toEqual([
      { from: '2025-12-17T10:00:00.000Z', to: '2026-03-17T10:00:00.000Z' },
      { from: '2025-12-24T10:00:00.000Z', to: '2026-03-24T10:00:00.000Z' },
      { from: '2025-12-31T10:00:00.000Z', to: '2026-03-31T10:00:00.000Z' },
    ]);
  });
});

describe('days in a zone', () => {
  test.each([
    {
      zone: 'Asia/Tokyo',
      at: '2026-01-05T14:59:59.999Z',
      day: '2026-01-05',
      start: '2026-01-04T15:00:00.000Z',
    },
    {
      zone: 'Asia/Tokyo',
      at: '2026-01-05T15:00:00.000Z',
      day: '2026-01-06',
      start: '2026-01-05T15:00:00.000Z',
    },
    {
      zone: 'Europe/London',
      at: '2026-03-29T12:00:00.000Z',
      day: '2026-03-29',
      start: '2026-03-29T00:00:00.000Z',
    },
    {
      zone: 'Europe/London',
      at: '2026-03-30T12:00:00.000Z',
      day: '2026-03-30',
      start: '2026-03-29T23:00:00.000Z',
    },
    {
      zone: 'America/New_York',
      at: '2026-11-02T04:30:00.000Z',
      day: '2026-11-01',
      start: '2026-11-01T04:00:00.000Z',
    },
    {
      zone: 'Asia/Kathmandu',
      at: '2026-01-05T12:00:00.000Z',
      day: '2026-01-05',
      start: '2026-01-04T18:15:00.000Z',
    },
  ])('begin at midnight there: $zone at $at', ({ zone, at, day, start }) => {
    expect(dayIn(zone, at)).toBe(day);
    expect(startOfDayIn(zone, at)).toBe(start);
  });

  test('begin after the gap where clocks skip midnight', () => {
    // Cairo, 28 April 2023: 00:00 was followed by 01:00.
    expect(startOfDayIn('Africa/Cairo', '2023-04-28T12:00:00.000Z')).toBe('2023-04-27T22:00:00.000Z');
  });

  test('refuse a zone that nobody knows', () => {
    expect(() => dayIn('Mars/Olympus', '2026-01-05T12:00:00.000Z')).toThrow(RangeError);
  });

  test('start on the same day, and a millisecond earlier it was the day before', () => {
    fc.assert(
      fc.property(aZone, anInstant, (zone, at) => {
        const start = startOfDayIn(zone, at);
        expect(start <= at).toBe(true);
        expect(dayIn(zone, start)).toBe(dayIn(zone, at));
        expect(dayIn(zone, addMs(start, -1)) < dayIn(zone, at)).toBe(true);
      }),
    );
  });
});
