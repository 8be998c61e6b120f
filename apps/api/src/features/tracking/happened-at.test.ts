import { tracking } from '@banso/contract';
import { addMs, DAY_MS, MINUTE_MS } from '@banso/domain/time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { happenedAt } from './happened-at.ts';

const now = '2026-03-02T12:00:00.000Z';
const anyTime = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('when something happened', () => {
  test.each([
    { what: 'nothing is said', said: {}, at: now },
    { what: 'it was told at once', said: { timestamp: now, sentAt: now }, at: now },
    {
      what: 'the sender’s clock is five years ahead',
      said: { timestamp: '2031-03-02T11:50:00Z', sentAt: '2031-03-02T12:00:00Z' },
      at: addMs(now, -10 * MINUTE_MS),
    },
    {
      what: 'the stock client calls it the original time',
      said: { originalTimestamp: '2026-03-02T20:30:00+09:00', sentAt: '2026-03-02T12:00:00Z' },
      at: '2026-03-02T11:30:00.000Z',
    },
    { what: 'history is told with a day', said: { timestamp: '2026-01-01' }, at: '2026-01-01T00:00:00.000Z' },
    { what: 'it is said to be to come', said: { timestamp: '2027-01-01T00:00:00Z' }, at: now },
    {
      what: 'it is as old as may be',
      said: { timestamp: addMs(now, -tracking.MAX_AGE_DAYS * DAY_MS) },
      at: addMs(now, -tracking.MAX_AGE_DAYS * DAY_MS),
    },
    { what: 'it is older', said: { timestamp: '2024-01-01' }, at: undefined },
  ])('$what', ({ said, at }) => expect(happenedAt(said, now)).toBe(at));

  test('is never to come and never too long ago, whatever the clocks say', () => {
    fc.assert(
      fc.property(anyTime, fc.option(anyTime, { nil: undefined }), (timestamp, sentAt) => {
        const at = happenedAt({ timestamp, sentAt }, now);
        if (at === undefined) return;
        expect(at <= now).toBe(true);
        expect(Date.parse(now) - Date.parse(at)).toBeLessThanOrEqual(tracking.MAX_AGE_DAYS * DAY_MS);
      }),
    );
  });

  test('is the same moment however wrong the clock of the sender is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 * DAY_MS }),
        fc.integer({ min: -1e12, max: 1e12 }),
        (age, skew) => {
          const sentAt = addMs(now, skew);
          expect(happenedAt({ timestamp: addMs(sentAt, -age), sentAt }, now)).toBe(addMs(now, -age));
        },
      ),
    );
  });
});
