import { describe, expect, test } from 'vitest';
import { enTexts } from './en.ts';
import { jaTexts } from './ja.ts';
import { koTexts } from './ko.ts';

/** Every entry as a reader sees it; functions are filled with the same values. */
const spoken = (texts: typeof enTexts) =>
  Object.entries(texts).map(([key, text]: [string, unknown]) => {
    const said = typeof text === 'function' ? (text as (...values: number[]) => unknown)(2, 3, 4) : text;
    return [key, said] as const;
  });

describe.each([
  ['en', enTexts],
  ['ja', jaTexts],
  ['ko', koTexts],
])('texts in %s', (locale, texts) => {
  test('say something everywhere', () => {
    expect(spoken(texts).filter(([, said]) => typeof said !== 'string' || said.trim() === '')).toEqual([]);
    expect(texts.locale).toBe(locale);
  });

  test('use every value they are given', () => {
    expect(texts.counter(7, 40)).toMatch(/7.*40/);
    expect(texts.shownOf(50, 120)).toContain('50');
    expect(texts.shownOf(50, 120)).toContain('120');
    expect(texts.scoreOnScale('30', '16', '41')).toMatch(/30.*16.*41/);
  });
});

test.each([
  ['ja', jaTexts],
  ['ko', koTexts],
])('%s leaves no English behind', (_, texts) => {
  const english = new Map(spoken(enTexts));
  const same = spoken(texts).filter(([key, said]) => said === english.get(key));
  expect(same).toEqual([]);
});
