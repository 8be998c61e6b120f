import { css } from './css.ts';

/** Rows, cards and section titles: home and guides. */
export const rows = css`
.sec { display: block; padding: calc(12px * var(--d)) 20px 4px; font-size: var(--t-xs); line-height: 1.4; color: var(--ink-3); font-weight: 600 }
.list { padding: 0 12px 8px }
.row { display: grid; grid-template-columns: 36px minmax(0, 1fr) auto; align-items: center; justify-items: start; gap: 12px; width: 100%; padding: calc(8px * var(--d)) 8px; border-radius: var(--r-2) }
:is(button, a).row:hover { background: var(--paper-2) }
.row .m { display: block }
.row > svg:last-child { color: var(--ink-3) }
.flip:dir(rtl) { scale: -1 1 }
.t1 { font-weight: 500 }
.tile { display: grid; place-items: center; width: 36px; height: 36px; border-radius: var(--r-2); background: var(--paper-2); color: var(--ink-2) }
.card { margin: 0 12px 12px; border-radius: var(--r-2); box-shadow: inset 0 0 0 1px var(--line); overflow: clip }
.card .row { grid-template-columns: 44px minmax(0, 1fr) auto; padding: calc(12px * var(--d)) 12px; border-radius: 0 }
.card .row > :first-child { justify-self: center }
.card .row + .row { border-top: 1px solid var(--line) }
.card > .bar { flex-wrap: wrap; gap: 4px; padding: 0 12px 12px }
.tag { flex: none; padding: 1px 8px; border-radius: var(--r-full); background: var(--accent-soft); color: var(--accent-ink); font-size: var(--t-xs); font-weight: 500; white-space: nowrap }
.cut { max-width: 100% }
.cut > * { display: block }
.cut > .m { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
@media (pointer: coarse), (max-width: 480px) { .row { min-height: 52px } }
@media (forced-colors: active) { .card { border: 1px solid } }
`;
