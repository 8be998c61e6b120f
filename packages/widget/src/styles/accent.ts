import { css } from './css.ts';

/**
 * The accent behind its contrast floor, exact in luminance (`y` of xyz-d65 is WCAG's): darkened as text, ring and focus; as a
 * fill dimmed until white text holds, or, where the brand is bright, kept as it is with black on it. In the dark it is lifted by
 * lightness, so that a deep green stays green, with no more chroma than screens can show there.
 */
export const accent = css`
[part~=base] {
  --r-full: calc(var(--r-3) * 99);
  --d: var(--banso-density, var(--theme-density, 1));
  --a: var(--banso-accent, var(--theme-accent, light-dark(oklch(.47 .13 262), oklch(.72 .12 262))));
  --dim: min(1, max(.178 / y, (y - .3) * 1e6));
  --dark: min(1, .105 / y);
  --bw: clamp(0, (.179 - y) * 1e6, 1);
  --lift: oklch(from var(--a) max(l, .75) min(c, .14 + max(0, l - .75) * 99) h);
  --accent: light-dark(color(from var(--a) xyz-d65 calc(x * var(--dim)) calc(y * var(--dim)) calc(z * var(--dim))), var(--lift));
  --accent-ink: light-dark(color(from var(--a) xyz-d65 calc(x * var(--dark)) min(y, .105) calc(z * var(--dark))), var(--lift));
  --on-accent: color(from var(--accent) xyz-d65 calc(.9505 * var(--bw)) var(--bw) calc(1.089 * var(--bw)));
  --accent-soft: color-mix(in oklab, var(--accent-ink) 9%, var(--paper-0));
}
ol, ul { margin: 0; padding: 0; list-style: none }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important } }
@media print { :host([floating]) { display: none !important } }
`;
