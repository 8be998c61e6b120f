import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantIn, wallClockIn } from './wall-clock.ts';

describe('a time on the wall', () => {
  test.each([
    { zone: 'Asia/Tokyo', wall: '2026-03-01T09:00', at: '2026-03-01T00:00:00.000Z', clock: 'plain' },
    { zone: 'America/New_York', wall: '2026-07-01T09:30', at: '2026-07-01T13:30:00.000Z', clock: 'plain' },
    { zone: 'Asia/Kathmandu', wall: '2026-03-01T00:00', at: '2026-02-28T18:15:00.000Z', clock: 'plain' },
    // clocks leap from 02:00 to 03:00
    { zone: 'Europe/Berlin', wall: '2026-03-29T02:30', at: '2026-03-29T01:30:00.000Z', clock: 'skipped' },
    { zone: 'Europe/Berlin', wall: '2026-03-29T03:00', at: '2026-03-29T01:00:00.000Z', clock: 'plain' },
    // clocks go back from 03:00 to 02:00: the first 02:30
    { zone: 'Europe/Berlin', wall: '2026-10-25T02:30', at: '2026-10-25T00:30:00.000Z', clock: 'twice' },
    {
      zone: 'Australia/Lord_Howe',
      wall: '2026-10-04T02:15',
      at: '2026-10-03T15:45:00.000Z',
      clock: 'skipped',
    },
  ])('$wall in $zone is $at ($clock)', ({ zone, wall, at, clock }) => {
    expect(instantIn(zone, wall)).toEqual({ at, clock });
  });

  test('is none while it is half written', () => {
    for (const wall of ['', '2026-03-01', '2026-13-01T10:00', 'soon'])
      expect(instantIn('UTC', wall)).toBeUndefined();
  });

  test('comes back from its instant, wherever clocks show it', () => {
    const zones = ['UTC', 'Asia/Tokyo', 'Europe/London', 'America/Sao_Paulo', 'Pacific/Apia', 'Africa/Cairo'];
    const minutes = fc.integer({ min: 16_500_000, max: 40_000_000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const at = new Date(minute * 60_000).toISOString();
        const found = instantIn(zone, wallClockIn(zone, at));
        expect(found?.clock).not.toBe('skipped');
        if (found?.clock === 'plain') expect(found.at).toBe(at);
        expect(found && wallClockIn(zone, found.at)).toBe(wallClockIn(zone, at));
      }),
    );
  });

  test('is refused in a zone that nobody knows', () => {
    expect(() => instantIn('Mars/Olympus', '2026-01-05T10:00')).toThrow(RangeError);
  });
});
