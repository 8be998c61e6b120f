import { describe, expect, test } from 'vitest';
import { HOUR_MS, msBetween } from '../time/index.ts';
import { nextAttemptAt, RETRY_DELAYS_MS, retryAfterMs } from './index.ts';

const NOW = '2026-03-02T12:00:00.000Z';
const attempts = RETRY_DELAYS_MS.map((_, index) => index + 1);

describe('what failed is tried again', () => {
  test.each([0, 1])('for 72 hours and more, wherever in the jitter (%s)', (chance) => {
    const waited = attempts.reduce((sum, n) => sum + msBetween(NOW, nextAttemptAt(n, NOW, chance) ?? NOW), 0);
    expect(waited / HOUR_MS).toBeGreaterThanOrEqual(72);
    expect(waited / HOUR_MS).toBeLessThan(84);
    expect(nextAttemptAt(attempts.length + 1, NOW, chance)).toBeUndefined();
  });

  test('later where the receiver asks for it, within reason', () => {
    expect(msBetween(NOW, nextAttemptAt(1, NOW, 0, 60_000) ?? '')).toBe(60_000);
    expect(msBetween(NOW, nextAttemptAt(1, NOW, 0, 1) ?? '')).toBe(5_000);
    expect(msBetween(NOW, nextAttemptAt(1, NOW, 0, 999 * HOUR_MS) ?? '')).toBe(12 * HOUR_MS);
  });
});

test.each([
  ['120', 120_000],
  ['Mon, 02 Mar 2026 12:01:00 GMT', 60_000],
  ['Mon, 02 Mar 2026 11:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
  [undefined, undefined],
])('Retry-After: %s is %s ms', (header, ms) => expect(retryAfterMs(header, NOW)).toBe(ms));
