import { css } from './css.ts';

/** Search, reading, and sessions. In the panel the list holds its height, or the field would move while somebody types. */
export const guides = css`
.top .ib:first-child { margin-inline-start: -12px }
:host([embedded]) .hold { min-height: min(380px, 45dvh) }
.search { display: flex; align-items: center; gap: 8px; margin: 4px 20px; padding-block: 0; padding-inline-end: 2px; min-height: 40px; width: auto }
.search:focus-within { outline: 2px solid var(--accent-ink); outline-offset: -1px }
.search input { all: unset; flex: 1; width: 0; align-self: stretch }
.search input::-webkit-search-cancel-button { display: none }
.search svg { color: var(--ink-3) }
.search .ib { height: 36px }
mark { background: color-mix(in oklab, var(--accent-ink) 18%, transparent); color: var(--ink); border-radius: 3px }
.read { padding: 4px 20px 16px }
:host(:not([embedded])) .read { padding-top: 0 }
.read > * + *, .read li > * + *, blockquote > * + * { margin-top: 12px }
.xl { font-size: calc(20 * var(--px)); line-height: 1.35 }
.xl:not(:lang(ja), :lang(ko)) { letter-spacing: -.01em }
h4 { margin: 0; font: inherit; font-weight: 500 }
.read .text :is(h3, h4) { margin-top: 20px }
.text > * + * { margin-top: 12px }
.text li { margin-top: 8px }
.text ul { padding-inline-start: 22px; list-style: disc }
.text ol { counter-reset: step }
.text ol > li { display: grid; grid-template-columns: 22px minmax(0, 1fr); gap: 0 10px; counter-increment: step }
.text ol > li > * { grid-column: 2 }
.text ol > li::before { content: counter(step); grid-column: 1; grid-row: 1; border-radius: var(--r-full); background: var(--paper-2); text-align: center; font-size: var(--t-xs); line-height: calc(22 * var(--px)); font-weight: 600 }
blockquote { margin: 12px 0 0; padding-inline-start: 12px; border-inline-start: 3px solid var(--line) }
em { font-style: italic }
code { font-family: ui-monospace, monospace; font-size: .92em; background: var(--paper-2); border-radius: 4px; padding: 0 4px }
pre { margin: 12px 0 0; padding: 10px 12px; overflow-x: auto; border-radius: var(--r-1); background: var(--paper-2) }
pre code { padding: 0; background: none; white-space: pre }
.poster { display: grid; place-items: center; height: 132px; margin: 0 20px 12px; border-radius: var(--r-2); background: linear-gradient(135deg, var(--accent-soft), var(--line)) }
.poster .btn { width: 48px; height: 48px; padding: 0; border-radius: var(--r-full) }
.poster svg { fill: currentColor }
.date { display: grid; place-content: center; justify-items: center; width: 44px; height: 48px; border-radius: var(--r-1); background: var(--accent-soft); color: var(--accent-ink); font-size: var(--t-l); line-height: 1.2 }
`;
