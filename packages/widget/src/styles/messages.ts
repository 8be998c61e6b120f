import { css } from './css.ts';

/** A thread and where it is written on. */
export const messages = css`
.thread { display: flex; flex-direction: column; gap: 4px; margin: 0; padding: 8px 20px 16px; list-style: none }
.thread > li { display: flex; flex-direction: column; align-items: flex-start; gap: 4px }
.thread .mine { align-items: flex-end }
.day { padding-block: 8px 4px; text-align: center }
.day::first-letter { text-transform: uppercase }
.msg { max-width: 84%; padding: 8px 12px; border-radius: var(--r-3); background: var(--paper-2) }
.msg > :last-child { white-space: pre-line; unicode-bidi: plaintext }
.mine .msg { background: var(--accent-soft) }
.msg .m { display: block }
.thread .m { padding-bottom: 6px }
.thread .msg .m { padding: 0 }
.thread .day { display: block; align-self: center }
.thread .link { cursor: pointer }
.whom { flex: 1; display: grid; place-content: center; min-height: 220px }
.whom .av { width: 44px; height: 44px; font-size: var(--t-l) }
.compose { display: flex; align-items: flex-end; gap: 8px; padding: 12px; border-top: 1px solid var(--line) }
.compose .f { max-height: 132px }
.compose .btn { flex: none; width: 40px; height: 40px; min-height: 0; padding: 0 }
:host(:not([embedded])) .scroll { max-height: min(420px, 60dvh) }
.scroll:focus-visible { outline-offset: -2px }
@media (pointer: coarse), (max-width: 480px) { .compose .btn { width: 44px; height: 44px } }
@media (forced-colors: active) { .msg { border: 1px solid } }
`;
