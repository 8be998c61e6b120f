import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderOfDay, type Work } from './my-day.ts';

const work = (id: string, kind: Work['kind'], days = 1, revenueMinor = 0): Work => ({
  id,
  kind,
  days,
  revenueMinor,
});

describe('orderOfDay', () => {
  test.each([
    {
      of: [work('a', 'quiet_account', 90), work('b', 'detractor')],
      first: 'b',
      because: 'an unhappy person goes before a quiet account',
    },
    {
      of: [work('a', 'stalled_onboarding'), work('b', 'renewal_window', 30)],
      first: 'b',
      because: 'a near renewal goes before onboarding',
    },
    {
      of: [work('a', 'stalled_onboarding'), work('b', 'renewal_window', 31)],
      first: 'a',
      because: 'a far renewal can wait',
    },
    {
      of: [work('a', 'renewal_window', 20), work('b', 'renewal_window', 3)],
      first: 'b',
      because: 'the nearest renewal is first',
    },
    {
      of: [work('a', 'detractor', 1), work('b', 'detractor', 4)],
      first: 'b',
      because: 'who waits longest is first',
    },
    {
      of: [work('a', 'detractor', 1, 10), work('b', 'detractor', 1, 500)],
      first: 'b',
      because: 'revenue breaks a tie',
    },
    {
      of: [work('a', 'stalled_onboarding', 50), work('b', 'review', 0)],
      first: 'b',
      because: 'a colleague who waits is answered first',
    },
    {
      of: [work('a', 'renewal_window', 2), work('b', 'task', 0), work('c', 'task', -3)],
      first: 'c',
      because: 'a task that is late goes before one that is due, and both before a near renewal',
    },
    {
      of: [work('a', 'stalled_onboarding', 50), work('b', 'task', 7)],
      first: 'b',
      because: 'what was promised for this week goes before what has stopped',
    },
    {
      of: [work('a', 'task', Infinity, 10), work('b', 'task', Infinity, 500), work('c', 'task', 8)],
      first: 'c',
      because: 'a task without a day can wait',
    },
  ])('puts $first first: $because', ({ of, first }) => expect(orderOfDay(of)[0]?.id).toBe(first));

  test('does not depend on the order in which the work was found', () => {
    const kind = fc.constantFrom<Work['kind']>(
      'install',
      'detractor',
      'renewal_window',
      'stalled_onboarding',
      'unread_comment',
      'quiet_account',
      'review',
      'task',
    );
    const all = fc.uniqueArray(
      fc.record({
        id: fc.string(),
        kind,
        days: fc.oneof(fc.integer({ min: -100, max: 100 }), fc.constant(Infinity)),
        revenueMinor: fc.nat(3),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(all, (found) => {
        expect(orderOfDay(found.toReversed())).toEqual(orderOfDay(found));
      }),
    );
  });
});
