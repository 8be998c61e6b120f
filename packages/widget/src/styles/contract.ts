import { css } from './css.ts';

/**
 * The theming contract, the reset and the text sizes: what every shadow root adopts first. Neutrals are mixed from surface
 * and ink, so a theme sets three colours. The page sets `--banso-*`; the workspace's theme is `--theme-*` and gives way.
 *
 * What a page's `* { … !important }` could reach lies on `:host` only. Everything visible lies on the first element inside,
 * which starts from `all: initial`.
 */
export const contract = css`
:host { display: block }
:host([floating]) { all: initial !important; display: block !important; position: fixed !important; inset: auto var(--banso-offset-x, var(--theme-x, 20px)) var(--banso-offset-y, var(--theme-y, 20px)) auto !important; z-index: var(--banso-z, var(--theme-z, 2147483000)) !important; color-scheme: inherit !important; font-family: inherit !important }
:host([floating]:where([side=left], :dir(rtl):not([side=right]))) { right: auto !important; left: var(--banso-offset-x, var(--theme-x, 20px)) !important }
:host([hidden]), [hidden] { display: none !important }
[part~=base] {
  all: initial;
  --px: calc(1px * var(--banso-text, 1));
  --t-xs: calc(12 * var(--px));
  --t-s: calc(13 * var(--px));
  --t-m: calc(14 * var(--px));
  --t-l: calc(16 * var(--px));
  --r-3: var(--banso-radius, var(--theme-radius, 16px));
  --r-2: calc(var(--r-3) * .625);
  --r-1: calc(var(--r-3) * .45);
  --paper-0: var(--banso-surface, var(--theme-surface, light-dark(#fff, #16181e)));
  --ink: var(--banso-ink, var(--theme-ink, light-dark(#1d222b, #f0eeeb)));
  --paper-2: color-mix(in oklab, var(--ink) 5%, var(--paper-0));
  --line: color-mix(in oklab, var(--ink) 12%, var(--paper-0));
  --ink-3: color-mix(in oklab, var(--ink) 66%, var(--paper-0));
  --ink-2: color-mix(in oklab, var(--ink) 78%, var(--paper-0));
  --edge: 0 0 0 1px light-dark(rgb(0 0 0/.08), rgb(255 255 255/.13));
  --ease: .18s cubic-bezier(.2, .7, .3, 1);
  display: block;
  color-scheme: inherit;
  font-family: var(--banso-font, var(--theme-font, inherit));
  font-size: var(--t-m);
  line-height: 1.5;
  color: var(--ink);
  text-align: start;
  line-break: strict;
  word-break: auto-phrase;
  overflow-wrap: anywhere;
  text-wrap: pretty;
  -webkit-text-size-adjust: none;
}
[scheme=light], :host([theme=light]) [part~=base] { color-scheme: light }
[scheme=dark], :host([theme=dark]) [part~=base] { color-scheme: dark }
:lang(ko) { word-break: keep-all }
*, ::before { box-sizing: border-box }
h2, h3, p, fieldset, legend { margin: 0; padding: 0; border: 0; min-width: 0; font: inherit }
button, a { all: unset; box-sizing: border-box; cursor: pointer; -webkit-tap-highlight-color: transparent }
:focus-visible, :focus-visible + span { outline: 2px solid var(--accent-ink, currentColor); outline-offset: 2px }
svg { flex: none; width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
h2, h3, b, .lab { font-weight: 600 }
`;
