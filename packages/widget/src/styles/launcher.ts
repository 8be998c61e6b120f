import { css } from './css.ts';

/** The 48 px button in the corner with its label, ring and count. */
export const launcher = css`
.launch { position: relative; display: flex; align-items: center; width: fit-content; border-radius: var(--r-full); background: light-dark(var(--paper-0), var(--line)); box-shadow: var(--edge), 0 1px 2px rgb(0 0 0/.06), 0 4px 12px rgb(0 0 0/.1) }
.launch:hover { box-shadow: var(--edge), 0 2px 6px rgb(0 0 0/.05), 0 18px 44px rgb(0 0 0/.16) }
.launch .ring { width: 48px; height: 48px; font-size: var(--t-s) }
.launch svg + svg { width: 22px; height: 22px; stroke-width: 1.8 }
.t { max-width: 0; opacity: 0; overflow: clip; white-space: nowrap; font-weight: 500; transition: var(--ease); transition-property: max-width, opacity, padding }
.launch:is(:hover, :focus-visible) .t { max-width: min(240px, 70vw); opacity: 1; padding-inline: 18px 4px }
:host([side=left]) .launch:dir(ltr), :host([side=right]) .launch:dir(rtl) { flex-direction: row-reverse }
.count { position: absolute; top: -4px; inset-inline-end: -4px; min-width: 20px; padding: 0 6px; border-radius: var(--r-full); background: var(--accent); color: var(--on-accent); box-shadow: 0 0 0 2px var(--paper-0); font-size: var(--t-xs); line-height: 20px; font-weight: 600; font-variant-numeric: tabular-nums; text-align: center }
@media (forced-colors: active) {
  .launch, .count { border: 1px solid }
  .count { forced-color-adjust: none; background: Highlight; color: HighlightText }
}
`;
