import { css } from './css.ts';

/** The framed surface that panel and survey share: its place, top line, foot, and the sheet it becomes on a phone. */
export const frame = css`
:host([floating][above]) { bottom: calc(var(--banso-offset-y, var(--theme-y, 20px)) + 60px) !important }
.panel { display: flex; flex-direction: column; width: 380px; max-width: calc(100vw - 2 * var(--banso-offset-x, var(--theme-x, 20px))); max-height: min(640px, 100dvh - var(--banso-offset-y, var(--theme-y, 20px)) - 80px); border-radius: var(--r-3); background: var(--paper-0); box-shadow: var(--edge), 0 2px 6px rgb(0 0 0/.05), 0 18px 44px rgb(0 0 0/.16); overflow: clip }
@media (prefers-reduced-motion: no-preference) { :host([floating]) .panel { animation: in var(--ease) } }
@keyframes in { from { opacity: 0; translate: 0 8px } }
:host(:not([floating])) .panel { width: auto; max-width: none; max-height: none; box-shadow: var(--edge) }
.scroll { flex: 1; overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin }
.bar, .top, .foot { display: flex; align-items: center; gap: 8px }
.top { min-height: 52px; padding: 8px; padding-inline-start: 20px; gap: 4px }
.foot { flex: none; flex-wrap: wrap; gap: 4px; min-height: 53px; padding: 8px 12px; border-top: 1px solid var(--line) }
.s { font-size: var(--t-s); color: var(--ink-2) }
.m { font-size: var(--t-xs); line-height: 1.4; color: var(--ink-3) }
.m, .scale { font-variant-numeric: tabular-nums }
.l { font-size: var(--t-l); line-height: 1.45 }
.lab { display: block; margin-bottom: 12px }
h2, .lab { text-wrap: balance }
.grow { flex: 1 }
.end { margin-inline-start: auto }
.quiet { display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-height: 36px; padding: 6px 8px; border-radius: var(--r-2); color: var(--ink-2); font-size: var(--t-s); font-weight: 500; text-align: center }
.ib { display: grid; place-items: center; flex: none; width: 36px; height: 36px; border-radius: var(--r-2); color: var(--ink-2) }
.x::before, .x::after { content: ''; grid-area: 1/1; width: 11px; border-top: 2px solid; border-radius: 1px; rotate: 45deg; scale: 1 .8 }
.x::after { rotate: -45deg }
@media (pointer: coarse), (max-width: 480px) {
  .quiet { min-height: 44px }
  .ib { width: 44px; height: 44px }
}
@media (max-width: 480px), (max-height: 480px) {
  :host([floating][floating]) { inset: auto 0 var(--kb, 0px) !important; z-index: calc(var(--banso-z, var(--theme-z, 2147483000)) + 1) !important }
  :host([floating]) .panel { width: 100%; max-width: none; max-height: calc(100dvh - var(--kb, 0px) - 24px); border-end-end-radius: 0; border-end-start-radius: 0; padding-bottom: max(0px, env(safe-area-inset-bottom, 0px) - var(--kb, 0px)) }
}
`;
