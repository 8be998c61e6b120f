import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsDayOrder, timeReader } from './read-time.ts';

const inTokyo = timeReader({ dayOrder: null, timeZone: 'Asia/Tokyo' });

describe('a time is read', () => {
  test.each([
    { text: '2026-01-05T10:00:00.000Z', at: '2026-01-05T10:00:00.000Z', because: 'ISO 8601' },
    { text: '2026-01-05T10:00:00+09:00', at: '2026-01-05T01:00:00.000Z', because: 'with its offset' },
    { text: '2026-01-05 10:00:00 UTC', at: '2026-01-05T10:00:00.000Z', because: 'with the name of UTC' },
    { text: '2026-01-05 10:00:00', at: '2026-01-05T01:00:00.000Z', because: 'in the zone of the file' },
    { text: '2026/1/5 9:05', at: '2026-01-05T00:05:00.000Z', because: 'as Excel in Japan' },
    { text: '2026年1月5日 午後3時20分', at: '2026-01-05T06:20:00.000Z', because: 'in Japanese' },
    { text: '2026. 1. 5. 오후 3:20', at: '2026-01-05T06:20:00.000Z', because: 'in Korean' },
    {
      text: '２０２６／０１／０５',
      at: '2026-01-05T03:00:00.000Z',
      because: 'full width, a day is its noon',
    },
    { text: '1767607200', at: '2026-01-05T10:00:00.000Z', because: 'seconds since 1970' },
    { text: '1767607200000', at: '2026-01-05T10:00:00.000Z', because: 'milliseconds since 1970' },
    { text: 'Jan 5, 2026 10:00 PM', at: '2026-01-05T13:00:00.000Z', because: 'an English month' },
    { text: 'Mon Jan 05 2026', at: '2026-01-05T03:00:00.000Z', because: 'a day as JavaScript says it' },
    { text: '5 January 2026', at: '2026-01-05T03:00:00.000Z', because: 'the day before the month' },
  ])('$text: $because', ({ text, at }) => expect(inTokyo(text)).toEqual({ at }));

  test.each([
    '',
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-01-05 25:00',
    '1/2/26',
    '2026-01-05 10:00 XX',
  ])('but not %j', (text) => expect(inTokyo(text)).toEqual({ problem: 'bad_time' }));
});

describe('whether the day or the month comes first', () => {
  const text = '03/04/2026 10:00 AM';

  test('is never guessed, even where only one of them can be', () => {
    expect(inTokyo(text)).toEqual({ problem: 'ambiguous_time' });
    expect(inTokyo('31/12/2026')).toEqual({ problem: 'ambiguous_time' });
    expect(needsDayOrder(text)).toBe(true);
    expect(needsDayOrder('2026/03/04')).toBe(false);
  });

  test('is as it was chosen, for every day of a year', () => {
    const read = {
      dmy: timeReader({ dayOrder: 'dmy', timeZone: 'UTC' }),
      mdy: timeReader({ dayOrder: 'mdy', timeZone: 'UTC' }),
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.constantFrom('/', '.', '-'), (n, mark) => {
        const day = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
        const [y, m, d] = day.split('-');
        const at = `${day}T12:00:00.000Z`;
        expect(read.dmy([d, m, y].join(mark))).toEqual({ at });
        expect(read.mdy([m, d, y].join(mark))).toEqual({ at });
      }),
    );
    expect(read.mdy('31/12/2026')).toEqual({ problem: 'bad_time' });
  });
});

test('clocks that go forward and back are those of the zone', () => {
  const read = timeReader({ dayOrder: null, timeZone: 'Europe/Berlin' });
  expect(read('2026-03-29 01:59:30')).toEqual({ at: '2026-03-29T00:59:30.000Z' });
  expect(read('2026-03-29 03:00:00')).toEqual({ at: '2026-03-29T01:00:00.000Z' });
  expect(read('2026-07-01 12:00:00')).toEqual({ at: '2026-07-01T10:00:00.000Z' });
});
