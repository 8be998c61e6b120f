import { css } from './css.ts';

/** Buttons and what else is seen after the first look. */
export const controls = css`
[part~=base] { --warn: light-dark(oklch(.5 .11 65), oklch(.8 .13 80)) }
[tabindex='-1'] { outline: 0 }
:host([embedded]), :host([embedded]) [part~=base], :host([embedded]) .panel { display: flex; flex-direction: column; flex: 1; min-height: 0; border-radius: 0; box-shadow: none }
.quiet:hover, .ib:hover { background: var(--paper-2); color: var(--ink) }
[dir=rtl]:lang(en) :is(.m, .s):not([dir]) { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent }
.btn { display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-height: 36px; padding: 6px 14px; border-radius: var(--r-2); background: var(--accent); color: var(--on-accent); font-weight: 500; text-align: center }
.btn:hover { filter: brightness(.93) }
.link { color: var(--accent-ink); font-weight: 500 }
.link:hover { text-decoration: underline }
.warn { color: var(--warn) }
.sm { width: 16px; height: 16px }
.m .sm { vertical-align: -3px }
@media (pointer: coarse), (max-width: 480px) { .btn { min-height: 44px } }
@media (forced-colors: active) { .btn, :host(:not([embedded])) .panel { border: 1px solid } }
`;
