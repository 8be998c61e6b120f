import { css } from './css.ts';

/** Buttons, fields and the quiet middle of a panel: what is seen after the first look. */
export const controls = css`
[part~=base] { --warn: light-dark(oklch(.5 .11 65), oklch(.8 .13 80)); --bad: light-dark(oklch(.52 .18 28), oklch(.76 .14 28)) }
[tabindex='-1'] { outline: 0 }
:host([embedded]), :host([embedded]) [part~=base], :host([embedded]) .panel { display: flex; flex-direction: column; flex: 1; min-height: 0; border-radius: 0; box-shadow: none }
.quiet:hover, .ib:hover { background: var(--paper-2); color: var(--ink) }
[dir=rtl]:lang(en) :is(.m, .s) { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent }
.btn { display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-height: 36px; padding: 6px 14px; border-radius: var(--r-2); background: var(--accent); color: var(--on-accent); font-weight: 500; text-align: center }
.btn:hover { filter: brightness(.93) }
.alt { background: none; color: inherit; box-shadow: inset 0 0 0 1px color-mix(in oklab, var(--ink) 20%, var(--paper-0)) }
.alt:hover { background: var(--paper-2); filter: none }
[aria-disabled=true] { opacity: .6; cursor: default }
.link { color: var(--accent-ink); font-weight: 500 }
.link:hover { text-decoration: underline }
.bad { color: var(--bad) }
.warn { color: var(--warn) }
.bare { border: 0; min-height: 0; padding: 0 20px 16px }
.foot > .s { padding-inline: 8px }
.sm { width: 16px; height: 16px }
.m .sm { vertical-align: -3px; margin-inline-end: 4px }
.f { display: block; width: 100%; min-height: 40px; margin: 0; padding: 8px 12px; border: 1px solid color-mix(in oklab, var(--ink) 46%, var(--paper-0)); border-radius: var(--r-2); background: var(--paper-0); color: inherit; font: inherit; resize: none; field-sizing: content }
::placeholder { color: var(--ink-3) }
.f:focus-visible { outline-offset: -1px }
[aria-invalid=true] { border-color: var(--bad) }
.mid { display: grid; justify-items: center; gap: 8px; padding: 24px 32px 28px; text-align: center }
.seal { display: grid; place-items: center; width: 44px; height: 44px; border-radius: var(--r-full); background: color-mix(in oklab, var(--accent-ink) 12%, var(--paper-0)); color: var(--accent-ink) }
.grey { background: var(--paper-2); color: var(--ink-2) }
@media (pointer: coarse), (max-width: 480px) {
  .btn, .f { min-height: 44px }
  .f { font-size: max(16px, var(--t-m)) }
}
@media (forced-colors: active) { .btn, :host(:not([embedded])) .panel { border: 1px solid } }
`;
