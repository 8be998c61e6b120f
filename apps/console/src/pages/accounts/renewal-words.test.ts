import { describe, expect, test } from 'vitest';
import { chooseLanguage } from '../../data/session.ts';
import { daysUntil, renewalWords } from './renewal-words.ts';

describe('daysUntil', () => {
  test.each([
    { now: new Date(2026, 10, 21, 0, 5), day: '2026-11-21', days: 0 },
    { now: new Date(2026, 10, 21, 23, 55), day: '2026-11-22', days: 1 },
    { now: new Date(2026, 10, 21, 23, 55), day: '2026-11-30', days: 9 },
    { now: new Date(2026, 10, 21, 12, 0), day: '2026-11-01', days: -20 },
  ])('counts calendar days, whatever the time of day: $days', ({ now, day, days }) => {
    expect(daysUntil(day, now)).toBe(days);
  });
});

describe('renewalWords', () => {
  const now = new Date(2026, 10, 21, 12, 0);
  test('says near ones in days and far ones as a date', () => {
    chooseLanguage('en');
    expect(renewalWords('2026-11-30', now)).toBe('in 9 days');
    expect(renewalWords('2027-11-30', now)).toBe('Nov 30, 2027');
  });
});
