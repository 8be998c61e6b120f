import { DAY_MS } from '@banso/domain/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { occurredAt } from './read-events.ts';

const receivedAt = '2026-03-02T12:00:00.000Z';
const anyTime = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

test('no clock of a sender makes anything happen in the future or long ago', () => {
  fc.assert(
    fc.property(anyTime, anyTime, (at, sentAt) => {
      const happened = occurredAt(at, { sentAt, receivedAt });
      const age = Date.parse(receivedAt) - Date.parse(happened);
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThanOrEqual(30 * DAY_MS);
    }),
  );
});

test('the order in which things happened is kept', () => {
  fc.assert(
    fc.property(anyTime, anyTime, anyTime, (one, other, sentAt) => {
      const [first, second] = [one, other].toSorted().map((at) => occurredAt(at, { sentAt, receivedAt }));
      expect(first! <= second!).toBe(true);
    }),
  );
});
