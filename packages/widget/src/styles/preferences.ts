import { css } from './css.ts';

/** Choices in groups, one under the other, and what is known as a list of facts. */
export const preferences = css`
.pref { padding: 8px 20px }
.pref .lab { margin-bottom: 6px; font-size: var(--t-s); color: var(--ink-2) }
.opt .m { display: block }
.about { padding: 0 12px 12px }
.about > button { display: flex; align-items: center; gap: 12px; width: 100%; min-height: 52px; padding: 8px; border-radius: var(--r-2) }
.about > button:hover { background: var(--paper-2) }
.about > button > span { flex: 1; font-weight: 500 }
.about > button .m { display: block; font-weight: 400 }
.about > button > svg { color: var(--ink-3); transition: rotate var(--ease) }
[aria-expanded=true] > svg { rotate: 180deg }
.told { padding: 4px 8px 8px }
.told > * + * { margin-top: 12px }
.told .bar { flex-wrap: wrap }
.facts { display: grid; grid-template-columns: minmax(96px, auto) 1fr; gap: 8px 16px; margin: 0; font-size: var(--t-s) }
dt { color: var(--ink-3) }
dd { margin: 0 }
.sk { height: 12px; border-radius: var(--r-1); background: var(--line); animation: sk 1s infinite alternate }
@keyframes sk { to { opacity: .4 } }
.alt { background: none; box-shadow: inset 0 0 0 1px var(--line); color: inherit }
.alt:hover { filter: none; background: var(--paper-2) }
.danger { background: var(--bad); color: var(--paper-0) }
.ask { padding: 12px; border-radius: var(--r-2); box-shadow: inset 0 0 0 1px var(--line) }
.ask > * + * { margin-top: 8px }
select.f { cursor: pointer }
@media (max-width: 340px) { .facts { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: 8px } }
@media (forced-colors: active) { .ask { border: 1px solid } }
`;
