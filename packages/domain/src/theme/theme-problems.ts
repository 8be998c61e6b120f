import { contrastOf, linearOf, luminanceOf, oklabMix } from './colour.ts';
import type { Linear } from './colour.ts';
import { DEFAULT_GROUNDS } from './theme.ts';
import type { Theme } from './theme.ts';

/** Why a theme could not be read. */
export type ThemeProblemCode = 'surface_too_dark' | 'surface_too_light' | 'ink_too_weak';

export interface ThemeProblem {
  path: 'surface' | 'surfaceDark' | 'ink' | 'inkDark';
  code: ThemeProblemCode;
}

/** On grounds at least this light in the light scheme the accent's contrast floor holds. */
export const LIGHT_FROM = 0.8;
/** The same of grounds in the dark, which are this light at most. */
export const DARK_UP_TO = 0.02;
/** The quietest text of the widget on the loudest ground: shares of ink in both, and what WCAG 2.2 asks of them. */
const QUIET_TEXT = 0.66;
const LOUD_GROUND = 0.05;
const AA = 4.5;

/**
 * What keeps a theme's texts from being read: grounds on which the accent's floor does not hold, and ink that leaves the quietest
 * text below 4.5 : 1. Colours that are none are not looked at.
 */
export function themeProblems(theme: Theme): ThemeProblem[] {
  return [...groundProblems(theme, ''), ...groundProblems(theme, 'Dark')];
}

function groundProblems(theme: Theme, scheme: '' | 'Dark'): ThemeProblem[] {
  const [surfaceName, inkName] = [`surface${scheme}`, `ink${scheme}`] as const;
  const surface = linearOf(theme[surfaceName] ?? DEFAULT_GROUNDS[surfaceName]);
  const ink = linearOf(theme[inkName] ?? DEFAULT_GROUNDS[inkName]);
  if (!surface || !ink) return [];
  const light = luminanceOf(surface);
  if (scheme === '' && light < LIGHT_FROM) return [{ path: surfaceName, code: 'surface_too_dark' }];
  if (scheme === 'Dark' && light > DARK_UP_TO) return [{ path: surfaceName, code: 'surface_too_light' }];
  return inkHolds(ink, surface) ? [] : [{ path: inkName, code: 'ink_too_weak' }];
}

/** Whether the quietest text in this ink can be read on the loudest ground of this surface. */
export function inkHolds(ink: Linear, surface: Linear): boolean {
  return contrastOf(oklabMix(ink, QUIET_TEXT, surface), oklabMix(ink, LOUD_GROUND, surface)) >= AA;
}
