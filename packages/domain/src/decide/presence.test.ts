import { addMs, MINUTE_MS } from '../time/instant.ts';
import { describe, expect, test } from 'vitest';
import { interrupted, type Presence, seen } from './presence.ts';

const at = '2026-03-02T12:00:00.000Z';
const nobody: Presence = {
  firstSeenAt: null,
  lastSeenAt: null,
  visits: 0,
  visitInterruptions: 0,
  lastInterruptedAt: null,
};
const later = (minutes: number) => addMs(at, minutes * MINUTE_MS);

describe('a sign of life', () => {
  test('begins the first visit', () =>
    expect(seen(nobody, at)).toEqual({ ...nobody, firstSeenAt: at, lastSeenAt: at, visits: 1 }));

  test.each([
    [30, 1, 'half an hour is the same visit'],
    [30.001, 2, 'more is a new one'],
    [-60, 1, 'what arrives out of order is no new one'],
  ])('%d minutes later makes %d visits: %s', (minutes, visits) => {
    expect(seen(seen(nobody, at), later(minutes)).visits).toBe(visits);
  });

  test('never moves back when somebody was last seen', () =>
    expect(seen(seen(nobody, at), later(-5)).lastSeenAt).toBe(at));

  test('keeps what else is known', () => {
    expect(seen({ ...nobody, name: 'Mika' }, at).name).toBe('Mika');
  });
});

describe('an interruption', () => {
  test('counts in its visit and is forgotten by the next one', () => {
    const once = interrupted(seen(nobody, at), later(1));
    expect(once).toMatchObject({ visitInterruptions: 1, lastInterruptedAt: later(1) });
    expect(seen(once, later(60))).toMatchObject({ visitInterruptions: 0, lastInterruptedAt: later(1) });
  });
});
