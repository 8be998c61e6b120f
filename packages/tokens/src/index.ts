/** The accent of light and dark scheme as it stands in tokens.css, for scripts that must name a colour. */
export const DEFAULT_ACCENT = {
  light: 'oklch(0.47 0.13 262)',
  dark: 'oklch(0.72 0.12 262)',
} as const;
