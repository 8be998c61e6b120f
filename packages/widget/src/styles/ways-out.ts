import { css } from './css.ts';

/** What a checklist shows when it is put off, hidden or finished. */
export const waysOut = css`
.menu { position: absolute; bottom: 50px; inset-inline-start: 12px; min-width: 200px; padding: 4px; border-radius: var(--r-2); background: var(--paper-0); box-shadow: var(--edge), 0 2px 6px rgb(0 0 0/.05), 0 18px 44px rgb(0 0 0/.16); animation: in var(--ease) }
.panel { position: relative }
.menu button { display: flex; align-items: center; justify-content: space-between; gap: 16px; width: 100%; min-height: 36px; padding: 6px 10px; border-radius: var(--r-1) }
.menu button:hover { background: var(--paper-2) }
fieldset { padding: 4px 20px 16px }
.xl { font-size: calc(20 * var(--px)); line-height: 1.35 }
.party { position: relative; padding: 14px }
.party .ring { width: 72px; height: 72px; color: var(--accent-ink) }
.party .ring svg + svg { width: 44px; height: 44px }
.burst { position: absolute; inset: 0; width: 100%; height: 100%; stroke: var(--accent-ink); animation: pop .6s cubic-bezier(.2, .7, .3, 1) }
@keyframes pop { from { scale: .7; opacity: 0 } }
@media (pointer: coarse), (max-width: 480px) {
  .menu button { min-height: 44px }
}
@media (forced-colors: active) { .menu { border: 1px solid } }
`;
