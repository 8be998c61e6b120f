import { css } from './css.ts';

/**
 * The line over a page that shows a draft, over everything of ours: in the corner where the launcher is not, and on top where a window is
 * too narrow for both, unless what it is about stands there.
 */
export const previewBar = css`
:host { all: initial !important; display: block !important; position: fixed !important; inset: auto 12px 12px !important; z-index: calc(var(--banso-z, var(--theme-z, 2147483000)) + 2) !important; color-scheme: inherit !important; font-family: inherit !important; pointer-events: none !important }
.pv { flex-wrap: wrap; width: fit-content; max-width: 100%; margin-inline: 0 auto; padding-block: 4px; padding-inline: 14px 4px; border-radius: var(--r-2); background: var(--paper-0); box-shadow: var(--edge), 0 2px 6px rgb(0 0 0/.05), 0 18px 44px rgb(0 0 0/.16); pointer-events: auto }
.pv b { color: var(--warn) }
.pv .s { padding-block: 6px }
:host([side=left]) .pv:dir(ltr), :host([side=right]) .pv:dir(rtl) { margin-inline: auto 0 }
@media (max-width: 1000px) { :host(:not([low])) { inset: 12px 12px auto !important } }
@media (forced-colors: active) { .pv { border: 1px solid } }
@media print { :host { display: none !important } }
`;
