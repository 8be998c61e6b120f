import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentContrast, accentShown } from './accent-shown.ts';
import { contrastOf, fromOklch, hexOf, linearOf, oklchOf } from './colour.ts';
import { guardedTheme, notableCorrections, themeCorrections } from './contrast-guard.ts';
import { contentTheme, themeCss } from './theme-css.ts';
import { themeProblems } from './theme-problems.ts';

const anyHex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const maybeHex = fc.option(anyHex, { nil: undefined });
const anyTheme = fc.record({
  accent: maybeHex,
  surface: maybeHex,
  surfaceDark: maybeHex,
  ink: maybeHex,
  inkDark: maybeHex,
});

test('a colour taken apart into OKLCH and put together again is the same', () => {
  fc.assert(
    fc.property(anyHex, (hex) => {
      expect(hexOf(fromOklch(oklchOf(linearOf(hex)!)))).toBe(hex);
    }),
  );
});

describe('the contrast guard', () => {
  test('leaves nothing that cannot be read, whatever was chosen', () => {
    fc.assert(
      fc.property(anyTheme, (theme) => {
        expect(themeProblems(guardedTheme(theme))).toEqual([]);
        const shown = theme.accent === undefined ? undefined : accentShown(theme.accent, 'light');
        if (!shown) return;
        const ratio = (one: string, other: string) => contrastOf(linearOf(one)!, linearOf(other)!);
        expect(ratio(shown.fill, shown.onFill)).toBeGreaterThanOrEqual(4.4);
        expect(ratio(shown.text, '#ffffff')).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('corrects nothing twice, and nothing that can be read', () => {
    fc.assert(
      fc.property(anyTheme, (theme) => {
        const guarded = guardedTheme(theme);
        expect(guardedTheme(guarded)).toEqual(guarded);
        if (themeProblems(theme).length === 0) expect(guarded).toEqual(theme);
      }),
    );
  });

  test('says from what to what', () => {
    expect(themeCorrections({})).toEqual([]);
    expect(themeCorrections({ accent: 'red' })).toEqual([]);
    // a dark green is a fill as it is, and is lifted in the dark
    expect(themeCorrections({ accent: '#1d4d3c' }).map(({ scheme, as }) => `${scheme} ${as}`)).toEqual([
      'dark fill',
      'dark text',
    ]);
    expect(notableCorrections({ accent: '#1d4d3c' })).toEqual([]);
    const [dimmed] = notableCorrections({ accent: '#0ea5a4' });
    expect(dimmed).toMatchObject({ path: 'accent', scheme: 'light', as: 'fill', from: '#0ea5a4' });
    expect(notableCorrections({ surface: '#777777' })).toMatchObject([{ path: 'surface', from: '#777777' }]);
    expect(notableCorrections({ ink: '#aaaaaa' })).toMatchObject([{ path: 'ink', scheme: 'light' }]);
  });

  test.each([
    { accent: '#2f55a4', because: 'white text', ratio: 7.2 },
    { accent: '#ffcc00', because: 'black text, since it is bright', ratio: 13.8 },
  ])('$accent carries $because', ({ accent, ratio }) => {
    expect(accentContrast(accent)).toBeCloseTo(ratio, 0);
  });
});

describe('the theme of a content', () => {
  test('is nothing where it looks like the default one', () => {
    expect(
      contentTheme({ accent: '#0d9488' }, { accent: '#0d9488', offsetX: 40, side: 'left' }),
    ).toBeUndefined();
    expect(contentTheme({}, { scheme: 'auto' })).toBeUndefined();
  });

  test('takes back what only the default one says, since it may stand inside of that', () => {
    expect(contentTheme({ radius: 0, offsetX: 99 }, { accent: '#0d9488', scheme: 'dark' })).toEqual({
      css: '--theme-accent:initial;--theme-radius:0px',
    });
    expect(contentTheme({ scheme: 'dark' }, {})).toEqual({ css: '', scheme: 'dark' });
  });

  test('is behind the guard, like every look', () => {
    expect(themeCss({ surface: '#000000' })).not.toContain('#000000');
    expect(contentTheme({ surfaceDark: '#ffffff' }, {})?.css).not.toContain('#ffffff,#ffffff');
  });
});
