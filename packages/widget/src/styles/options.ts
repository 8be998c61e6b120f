import { css } from './css.ts';

/** Radios and checkboxes in frames, one under the other. */
export const options = css`
.opts { display: grid; gap: 6px }
.opt { position: relative; display: flex; align-items: flex-start; gap: 10px; padding: calc(9px * var(--d)) 12px; cursor: pointer }
.opts span::before { content: ""; position: absolute; inset: 0; pointer-events: none; border: 1px solid var(--line); border-radius: var(--r-2) }
.opts input:checked + span::before { border-color: var(--accent-ink); background: color-mix(in oklab, var(--accent-ink) 6%, transparent) }
.opts input { flex: none; width: 18px; height: 18px; margin: calc((21 * var(--px) - 18px) / 2) 0 0; accent-color: var(--accent) }
.opts input:focus-visible, .opts input:focus-visible + span { outline: 0 }
.opts input:focus-visible + span::before { outline: 2px solid var(--accent-ink); outline-offset: 2px }
@media (pointer: coarse), (max-width: 480px) { .opt { padding-block: 12px } }
`;
