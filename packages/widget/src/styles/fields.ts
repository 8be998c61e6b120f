import { css } from './css.ts';

/**
 * Fields, the quiet middle of a panel, and what else only surveys, home, guides and ways out have: sentences among it. The
 * contract's `all: initial` takes away the locale that `lang` gives, and with it the breaking of Japanese by phrase; it is
 * given back here.
 */
export const fields = css`
[part~=base] { --bad: light-dark(oklch(.52 .18 28), oklch(.76 .14 28)) }
[dir=rtl]:lang(en) :is(.l, .lab, .sec, .f, .note span):not([dir]) { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent }
:lang(ja) { -webkit-locale: 'ja' }
[aria-disabled=true] { opacity: .6; cursor: default }
.bad { color: var(--bad) }
.bare { border: 0; min-height: 0; padding: 0 20px 16px }
.foot > .s { padding-inline: 8px }
.f { display: block; width: 100%; min-height: 40px; margin: 0; padding: 8px 12px; border: 1px solid color-mix(in oklab, var(--ink) 46%, var(--paper-0)); border-radius: var(--r-2); background: var(--paper-0); color: inherit; font: inherit; resize: none; field-sizing: content }
::placeholder { color: var(--ink-3); unicode-bidi: plaintext }
.f:focus-visible { outline-offset: -1px }
[aria-invalid=true] { border-color: var(--bad) }
.mid { display: grid; justify-items: center; gap: 8px; padding: 24px 32px 28px; text-align: center; text-wrap: balance }
.seal { display: grid; place-items: center; width: 44px; height: 44px; border-radius: var(--r-full); background: color-mix(in oklab, var(--accent-ink) 12%, var(--paper-0)); color: var(--accent-ink) }
.grey { background: var(--paper-2); color: var(--ink-2) }
@media (pointer: coarse), (max-width: 480px) { .f { min-height: 44px; font-size: max(16px, var(--t-m)) } }
`;
