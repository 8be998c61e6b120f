import { describe, expect, test } from 'vitest';
import { daysBetween, dayWords } from './dates.ts';

const now = new Date(2026, 10, 22, 23, 59);

describe('daysBetween', () => {
  test.each([
    { to: new Date(2026, 10, 23, 0, 1), days: 1, because: 'two minutes later is the next day' },
    { to: new Date(2026, 10, 22, 0, 1), days: 0, because: 'it is the same day' },
    { to: new Date(2026, 9, 22), days: -31, because: 'a clock change in between makes no difference' },
    { to: new Date(2027, 0, 1), days: 40, because: 'the year ends' },
  ])('$days: $because', ({ to, days }) => {
    expect(daysBetween(now, to)).toBe(days);
  });
});

describe('dayWords', () => {
  test.each([
    { locale: 'en', day: new Date(2026, 10, 22), words: 'today' },
    { locale: 'ja', day: new Date(2026, 10, 21), words: '昨日' },
    { locale: 'ko', day: new Date(2026, 10, 23), words: '내일' },
    { locale: 'en', day: new Date(2026, 10, 18), words: 'Nov 18' },
    { locale: 'ja', day: new Date(2026, 10, 18), words: '11月18日' },
    { locale: 'en-GB', day: new Date(2025, 10, 18), words: '18 Nov 2025' },
  ])('$words', ({ locale, day, words }) => {
    expect(dayWords(locale, day, now)).toBe(words);
  });
});
