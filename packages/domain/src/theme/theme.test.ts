import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrastOf, linearOf, oklabMix } from './colour.ts';
import type { Linear } from './colour.ts';
import { DEFAULT_GROUNDS } from './theme.ts';
import { themeCss } from './theme-css.ts';
import { themeProblems } from './theme-problems.ts';

const colour = (hex: string): Linear => linearOf(hex)!;
function hexOf(parts: Linear): string {
  const text = (value: number) => {
    const light = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(Math.max(light, 0), 1) * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${parts.map(text).join('')}`;
}
const anyHex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe('a colour', () => {
  test.each(['2f55a4', '#2f5', '#2f55ag', 'red', ''])('is none: %s', (text) => {
    expect(linearOf(text)).toBeUndefined();
  });

  test('has the contrast that WCAG says', () => {
    expect(contrastOf(colour('#000000'), colour('#ffffff'))).toBeCloseTo(21, 5);
    expect(contrastOf(colour('#767676'), colour('#ffffff'))).toBeCloseTo(4.54, 2);
  });

  // As Chromium 156 computes color-mix(in oklab, …); the widget's own test asks the browser again.
  test.each([
    { one: '#000000', share: 0.5, other: '#ffffff', mixed: '#636363' },
    { one: '#ff0000', share: 0.5, other: '#0000ff', mixed: '#8c53a2' },
  ])('$one at $share in $other is $mixed', ({ one, share, other, mixed }) => {
    expect(hexOf(oklabMix(colour(one), share, colour(other)))).toBe(mixed);
  });
});

describe('a theme', () => {
  test.each([
    { theme: {}, problems: [] },
    { theme: { surface: '#fff6e5', ink: '#2b2115' }, problems: [] },
    { theme: { surface: '#808080' }, problems: [{ path: 'surface', code: 'surface_too_dark' }] },
    { theme: { surfaceDark: '#404040' }, problems: [{ path: 'surfaceDark', code: 'surface_too_light' }] },
    { theme: { ink: '#888888' }, problems: [{ path: 'ink', code: 'ink_too_weak' }] },
    {
      theme: { surfaceDark: '#000000', inkDark: '#555555' },
      problems: [{ path: 'inkDark', code: 'ink_too_weak' }],
    },
    { theme: { surface: 'white' }, problems: [] },
  ])('$theme has the problems $problems', ({ theme, problems }) => {
    expect(themeProblems(theme)).toEqual(problems);
  });

  test('without problems leaves no text below 4.5 : 1, on no ground of the widget', () => {
    const kept = fc
      .record({ surface: anyHex, ink: anyHex })
      .filter((theme) => themeProblems(theme).length === 0);
    fc.assert(
      fc.property(kept, fc.double({ min: 0.66, max: 1, noNaN: true }), ({ surface, ink }, share) => {
        const [ground, text] = [colour(surface), colour(ink)];
        for (const tint of [0, 0.05])
          expect(
            contrastOf(oklabMix(text, share, ground), oklabMix(text, tint, ground)),
          ).toBeGreaterThanOrEqual(4.49);
      }),
    );
  });

  test('is said in CSS, each part that is set', () => {
    expect(themeCss({})).toBe('');
    expect(
      themeCss({
        accent: '#0d9488',
        surfaceDark: '#000000',
        ink: '#111111',
        radius: 0,
        font: "'Noto Sans JP', serif",
        density: 0.8,
        side: 'left',
        offsetX: 0,
        offsetY: 8,
        zIndex: 5,
      }),
    ).toBe(
      `--theme-accent:#0d9488;--theme-surface:light-dark(${DEFAULT_GROUNDS.surface},#000000);` +
        `--theme-ink:light-dark(#111111,${DEFAULT_GROUNDS.inkDark});--theme-radius:0px;` +
        `--theme-font:'Noto Sans JP', serif;--theme-density:0.8;--theme-x:0px;--theme-y:8px;--theme-z:5`,
    );
  });
});
