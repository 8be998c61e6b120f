import { expect, test } from 'vitest';
import { fakeClock } from './fake-clock.ts';

test('stands still until it is moved', () => {
  const clock = fakeClock('2026-03-01T00:00:00Z');
  expect(clock.now()).toBe('2026-03-01T00:00:00.000Z');
  expect(clock.now()).toBe('2026-03-01T00:00:00.000Z');
});

test('moves forward, back and to an instant', () => {
  const clock = fakeClock('2026-03-01T00:00:00Z');
  clock.advance(1500);
  expect(clock.now()).toBe('2026-03-01T00:00:01.500Z');
  clock.advance(-2500);
  expect(clock.now()).toBe('2026-02-28T23:59:59.000Z');
  clock.set('2027-01-01T09:00:00+09:00');
  expect(clock.now()).toBe('2027-01-01T00:00:00.000Z');
});

test('refuses what is no instant', () => {
  expect(() => fakeClock('soon')).toThrow(RangeError);
  expect(() => fakeClock('2026-03-01T00:00:00Z').set('2026-02-30T25:00')).toThrow(RangeError);
});
