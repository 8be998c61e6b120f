import { afterEach, describe, expect, test } from 'vitest';
import { accentShown, themeCss, themeProblems } from '@banso/domain/theme';
import type { Theme } from '@banso/domain/theme';
import { accent } from './accent.ts';
import { contract } from './contract.ts';

afterEach(() => document.body.replaceChildren());

/** An element of ours with nothing in it but its sheets, and a way to ask what a colour of theirs is. */
function scene(scheme: 'light' | 'dark' = 'light') {
  const host = document.body.appendChild(document.createElement('div'));
  host.setAttribute('theme', scheme);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [contract, accent];
  const base = root.appendChild(document.createElement('div'));
  base.setAttribute('part', 'base');
  const probe = base.appendChild(document.createElement('i'));
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  return {
    host,
    base,
    /** Red, green and blue, 0 to 255, of a custom property of the sheets. */
    colour(name: string): [number, number, number] {
      probe.style.setProperty('color', `var(${name})`);
      canvas.fillStyle = getComputedStyle(probe).color;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue];
    },
  };
}

function luminance(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const hex = (n: number): string => `#${n.toString(16).padStart(6, '0')}`;
const steps = [0, 51, 102, 153, 204, 255];
const EVERY_51ST = steps.flatMap((red) =>
  steps.flatMap((green) => steps.map((blue) => hex((red << 16) | (green << 8) | blue))),
);

describe.each([
  { scheme: 'light', surface: '#ffffff' },
  { scheme: 'light', surface: '#fff6e5' },
  { scheme: 'light', surface: '#e8e8e8' },
  { scheme: 'dark', surface: '#16181e' },
  { scheme: 'dark', surface: '#222633' },
] as const)('on $surface', ({ scheme, surface }) => {
  test('every accent can be read: as text, and under the text on it', () => {
    const { base, colour } = scene(scheme);
    const theme: Theme = scheme === 'light' ? { surface } : { surfaceDark: surface };
    expect(themeProblems(theme)).toEqual([]);
    const worst = { text: 21, tag: 21, fill: 21 };
    for (const each of EVERY_51ST) {
      base.style.cssText = themeCss({ ...theme, accent: each });
      const ground = colour('--paper-0');
      worst.text = Math.min(worst.text, contrast(colour('--accent-ink'), ground));
      worst.tag = Math.min(worst.tag, contrast(colour('--accent-ink'), colour('--accent-soft')));
      worst.fill = Math.min(worst.fill, contrast(colour('--on-accent'), colour('--accent')));
    }
    expect(worst.text).toBeGreaterThanOrEqual(4.5);
    expect(worst.tag).toBeGreaterThanOrEqual(4.5);
    expect(worst.fill).toBeGreaterThanOrEqual(4.5);
  });
});

test.each([
  { brand: 'a deep green', accent: '#2d6a4f', strongest: 1, weakest: 0 },
  { brand: 'a deep red', accent: '#8b0000', strongest: 0, weakest: 2 },
  { brand: 'blue', accent: '#2f5bb7', strongest: 2, weakest: 0 },
] as const)('$brand is still that in the dark, and no grey', ({ accent: brand, strongest, weakest }) => {
  const { base, colour } = scene('dark');
  base.style.cssText = themeCss({ accent: brand });
  const lifted = colour('--accent');
  expect(lifted[strongest] - lifted[weakest]).toBeGreaterThanOrEqual(55);
});

describe('a theme', () => {
  test('that is accepted keeps every neutral legible, as the domain says it does', () => {
    const { base, colour } = scene();
    for (const theme of [
      {},
      { surface: '#fff6e5', ink: '#2b2115' },
      { surface: '#e8e8e8', ink: '#000000' },
    ]) {
      expect(themeProblems(theme)).toEqual([]);
      base.style.cssText = themeCss(theme);
      for (const ground of ['--paper-0', '--paper-2'])
        for (const text of ['--ink', '--ink-2', '--ink-3'])
          expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.45); // of colours rounded to 8 bits
    }
    base.style.cssText = '--theme-ink:#888888'; // control: refused, and rightly
    expect(contrast(colour('--ink-3'), colour('--paper-2'))).toBeLessThan(4.5);
  });

  test('is the colours that it is silent about, in both schemes', () => {
    for (const scheme of ['light', 'dark'] as const) {
      const { base, colour } = scene(scheme);
      const before = [colour('--paper-0'), colour('--ink')];
      base.style.cssText = themeCss(scheme === 'light' ? { surfaceDark: '#000000' } : { surface: '#ffffff' });
      expect([colour('--paper-0'), colour('--ink')]).toEqual(before);
    }
  });

  test('gives way to what the page sets', () => {
    const { host, base, colour } = scene();
    base.style.cssText = themeCss({ surface: '#fff6e5', font: 'serif', radius: 4 });
    expect(getComputedStyle(base).fontFamily).toBe('serif');
    expect(colour('--paper-0')).toEqual([255, 246, 229]);
    host.style.cssText = '--banso-surface: #e8e8e8; --banso-font: monospace';
    expect(getComputedStyle(base).fontFamily).toBe('monospace');
    expect(colour('--paper-0')).toEqual([232, 232, 232]);
  });
});

test.each(['light', 'dark'] as const)(
  'is what the contrast guard says of every accent in the %s',
  (scheme) => {
    const { base, colour } = scene(scheme);
    const parts = (text = '') => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
    // on the brink between dimmed and bright eight bits decide
    const far = EVERY_51ST.filter((accent) => accent !== '#0099ff').filter((accent) => {
      base.style.setProperty('--theme-accent', accent);
      const shown = accentShown(accent, scheme);
      const pairs = [
        [colour('--accent'), parts(shown?.fill)],
        [colour('--accent-ink'), parts(shown?.text)],
        [colour('--on-accent'), parts(shown?.onFill)],
      ];
      // what screens cannot show is brought in by the browser in its own way: four of 255 is nothing that anybody sees
      return pairs.some(([drawn = [], said = []]) =>
        drawn.some((part, at) => Math.abs(part - (said[at] ?? 0)) > 4),
      );
    });
    expect(far).toEqual([]);
  },
);
