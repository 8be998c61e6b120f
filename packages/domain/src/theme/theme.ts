/**
 * The look that a workspace gives its widget. Everything is optional; what is absent is as designed. A page that sets the CSS
 * property of the same name (`--banso-accent` …) wins over it.
 */
export interface Theme {
  /** Hex colour, any: the widget's contrast floor makes it legible. */
  accent?: string | undefined;
  /** Hex colours of the ground, in the light and in the dark scheme. */
  surface?: string | undefined;
  surfaceDark?: string | undefined;
  /** Hex colours of the text on it. */
  ink?: string | undefined;
  inkDark?: string | undefined;
  /** Of the largest corner, in CSS pixels; smaller parts follow. */
  radius?: number | undefined;
  /** CSS font families. Absent: the page's own. */
  font?: string | undefined;
  /** Factor of vertical padding, 0.8–1.2. */
  density?: number | undefined;
  /** `auto`: what the page declares. */
  scheme?: 'auto' | 'light' | 'dark' | undefined;
  /** Side of the window; absent: where a line of text ends. */
  side?: 'left' | 'right' | undefined;
  /** CSS pixels from the side and from the bottom of the window. */
  offsetX?: number | undefined;
  offsetY?: number | undefined;
  /** Stacking order among what else floats over the page. */
  zIndex?: number | undefined;
}

/** The colours of a theme that is silent, as hex. */
export const DEFAULT_GROUNDS = {
  surface: '#ffffff',
  surfaceDark: '#16181e',
  ink: '#1d222b',
  inkDark: '#f0eeeb',
} as const;
