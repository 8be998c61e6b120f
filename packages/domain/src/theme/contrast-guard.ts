import { accentShown } from './accent-shown.ts';
import { hexOf, linearOf, luminanceOf } from './colour.ts';
import type { Linear } from './colour.ts';
import { DARK_UP_TO, inkHolds, LIGHT_FROM } from './theme-problems.ts';
import { DEFAULT_GROUNDS } from './theme.ts';
import type { Theme } from './theme.ts';

/** A colour of a theme that customers see otherwise than it was chosen, since it could not be read. */
export interface ThemeCorrection {
  path: 'accent' | 'surface' | 'surfaceDark' | 'ink' | 'inkDark';
  scheme: 'light' | 'dark';
  /** What it is there: an accent is filled with, or written in. */
  as: 'fill' | 'text' | 'ground';
  from: string;
  to: string;
}

/**
 * The one contrast guard: everything that is corrected in a theme, and to what. The accent's part is done by the widget's style
 * sheet, by the same formula; grounds and ink are corrected where a theme is written as CSS.
 */
export function themeCorrections(theme: Theme): ThemeCorrection[] {
  return [
    ...accentCorrections(theme.accent),
    ...groundCorrections(theme, 'light'),
    ...groundCorrections(theme, 'dark'),
  ];
}

/**
 * Those that somebody would see at once who knows the colour: grounds, ink, and buttons on light ground. That the accent is darker
 * as text, and lighter in the dark, is so with nearly every colour.
 */
export const notableCorrections = (theme: Theme): ThemeCorrection[] =>
  themeCorrections(theme).filter(
    ({ path, scheme, as }) => path !== 'accent' || (as === 'fill' && scheme === 'light'),
  );

/** A theme whose grounds and ink can be read. */
export function guardedTheme(theme: Theme): Theme {
  const corrected = [...groundCorrections(theme, 'light'), ...groundCorrections(theme, 'dark')];
  return { ...theme, ...Object.fromEntries(corrected.map(({ path, to }) => [path, to])) };
}

function accentCorrections(accent: string | undefined): ThemeCorrection[] {
  if (accent === undefined) return [];
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const shown = accentShown(accent, scheme);
    return (['fill', 'text'] as const).flatMap((as): ThemeCorrection[] => {
      const to = shown?.[as];
      const isKept = to === undefined || to === accent.toLowerCase();
      return isKept ? [] : [{ path: 'accent', scheme, as, from: accent, to }];
    });
  });
}

/** Shares of white or black that are tried, so that a colour stays as near as it can. */
const STEPS = 128;

function groundCorrections(theme: Theme, scheme: 'light' | 'dark'): ThemeCorrection[] {
  const [surfaceName, inkName] =
    scheme === 'light' ? (['surface', 'ink'] as const) : (['surfaceDark', 'inkDark'] as const);
  const [from, inkFrom] = [surfaceName, inkName].map((name) => theme[name] ?? DEFAULT_GROUNDS[name]);
  const surface = linearOf(from ?? '');
  const ink = linearOf(inkFrom ?? '');
  if (from === undefined || inkFrom === undefined || !surface || !ink) return [];
  const paper: Linear = scheme === 'light' ? [1, 1, 1] : [0, 0, 0];
  const holds = (one: Linear) =>
    scheme === 'light' ? luminanceOf(one) >= LIGHT_FROM : luminanceOf(one) <= DARK_UP_TO;
  const ground = towards(surface, paper, holds);
  const readable = towards(ink, scheme === 'light' ? [0, 0, 0] : [1, 1, 1], (one) => inkHolds(one, ground));
  const correction = (path: ThemeCorrection['path'], was: string, as: Linear): ThemeCorrection[] => {
    const to = hexOf(as);
    return to === was.toLowerCase() ? [] : [{ path, scheme, as: 'ground', from: was, to }];
  };
  return [...correction(surfaceName, from, ground), ...correction(inkName, inkFrom, readable)];
}

/** The colour itself, or with as little of the other one as makes it hold, as hex can say it. */
function towards(colour: Linear, other: Linear, holds: (colour: Linear) => boolean): Linear {
  for (let step = 0; step < STEPS; step += 1) {
    const share = step / STEPS;
    const mixed = colour.map((part, at) => part * (1 - share) + (other[at] ?? 0) * share);
    const said = linearOf(hexOf(mixed as unknown as Linear));
    if (said && holds(said)) return said;
  }
  return other;
}
