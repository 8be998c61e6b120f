import { guardedTheme } from './contrast-guard.ts';
import { DEFAULT_GROUNDS } from './theme.ts';
import type { Theme } from './theme.ts';

/**
 * A theme as CSS declarations for the widget's elements, `--theme-…` each, its grounds behind the contrast guard. What is absent is
 * not declared. Values are those that the contract's schema lets through: nothing here could end a declaration.
 */
export function themeCss(theme: Theme): string {
  return Object.entries(declarationsOf(theme))
    .map(([name, value]) => `--theme-${name}:${value}`)
    .join(';');
}

/** A theme of one content as the widget takes it. */
export interface ContentTheme {
  css: string;
  /** Absent: what the page declares. */
  scheme?: 'light' | 'dark';
}

/** Where things stand in the window: launcher and panel have one place, so that only the default theme says it. */
const PLACE = ['x', 'y', 'z'];

/**
 * What a content wears whose theme is not the default one; undefined where it looks the same. It may stand inside of something that
 * wears the default theme, so that what only that one says is taken back.
 */
export function contentTheme(theme: Theme, usual: Theme): ContentTheme | undefined {
  const [own, over] = [declarationsOf(theme), declarationsOf(usual)].map((of) =>
    Object.entries(of).filter(([name]) => !PLACE.includes(name)),
  );
  const said = {
    ...Object.fromEntries((over ?? []).map(([name]) => [name, 'initial'])),
    ...Object.fromEntries(own ?? []),
  };
  const isSame = Object.entries(said).every(([name, value]) =>
    (over ?? []).some(([key, its]) => key === name && its === value),
  );
  const scheme = schemeOf(theme);
  if (isSame && scheme === schemeOf(usual)) return undefined;
  const css = Object.entries(said)
    .map(([name, value]) => `--theme-${name}:${value}`)
    .join(';');
  return { css, ...(scheme && { scheme }) };
}

const schemeOf = ({ scheme }: Theme): 'light' | 'dark' | undefined =>
  scheme === 'auto' ? undefined : scheme;

/** What a theme declares, by the name of each property without its prefix. */
function declarationsOf(given: Theme): Record<string, string> {
  const theme = guardedTheme(given);
  const px = (value: number | undefined) => value !== undefined && `${value}px`;
  const declared = {
    accent: theme.accent,
    surface: pair(theme, 'surface', 'surfaceDark'),
    ink: pair(theme, 'ink', 'inkDark'),
    radius: px(theme.radius),
    font: theme.font,
    density: theme.density,
    x: px(theme.offsetX),
    y: px(theme.offsetY),
    z: theme.zIndex,
  };
  return Object.fromEntries(
    Object.entries(declared).flatMap(([name, value]) =>
      value === undefined || value === false ? [] : [[name, `${value}`]],
    ),
  );
}

type Ground = keyof typeof DEFAULT_GROUNDS;

function pair(theme: Theme, light: Ground, dark: Ground): string | undefined {
  if (theme[light] === undefined && theme[dark] === undefined) return undefined;
  return `light-dark(${theme[light] ?? DEFAULT_GROUNDS[light]},${theme[dark] ?? DEFAULT_GROUNDS[dark]})`;
}
