import { css } from './css.ts';

/** The panel around its views. */
export const panel = css`
.top h2 { flex: 1 }
.top .ib:first-child { margin-inline-start: -12px }
.flip:dir(rtl) { scale: -1 1 }
.tabs { display: flex; flex-wrap: wrap; border-top: 1px solid var(--line); padding: 4px 8px }
.tabs button { display: flex; flex: 1; align-items: center; justify-content: center; gap: 8px; min-height: 40px; color: var(--ink-3); font-size: var(--t-xs); font-weight: 500; border-radius: var(--r-2) }
.tabs button:hover, .tabs [aria-current] { color: var(--ink) }
[aria-current=page] svg { color: var(--accent-ink) }
.sk { height: 12px; margin: 20px; border-radius: var(--r-1); background: var(--line); animation: sk 1s infinite alternate }
@keyframes sk { to { opacity: .4 } }
@media (pointer: coarse), (max-width: 480px) { .tabs button { min-height: 44px } }
`;
