import { css } from './css.ts';

/** The first view of the panel (greeting, what to do next, guides for this page) and the tabs under its sections. */
export const home = css`
.home { background: linear-gradient(var(--accent-soft), transparent 112px) }
.hello { display: flex; align-items: flex-start; gap: 12px; padding: 20px 8px 16px; padding-inline-start: 20px }
.hello > div { flex: 1 }
.hello .ib { margin-block-start: -8px }
.xl { font-size: calc(20 * var(--px)); line-height: 1.35 }
.xl:not(:lang(ja), :lang(ko)) { letter-spacing: -.01em }
.note { display: flex; align-items: flex-start; gap: 8px; margin: 0 12px 12px; padding: 10px 12px; border-radius: var(--r-2); background: var(--paper-2); font-size: var(--t-s) }
.tabs { display: flex; flex-wrap: wrap; border-top: 1px solid var(--line); padding: 4px 8px }
.tabs button { display: flex; flex: 1; align-items: center; justify-content: center; gap: 8px; min-height: 40px; color: var(--ink-3); font-size: var(--t-xs); font-weight: 500; border-radius: var(--r-2) }
.tabs button:hover, .tabs [aria-current] { color: var(--ink) }
[aria-current=page] svg { color: var(--accent-ink) }
@media (pointer: coarse), (max-width: 480px) { .tabs button { min-height: 44px } }
`;
