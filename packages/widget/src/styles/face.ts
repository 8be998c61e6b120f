import { css } from './css.ts';

/** Initials that stand for a face, and the mark of what is unread. */
export const face = css`
.av { display: grid; place-items: center; flex: none; width: 36px; height: 36px; border-radius: var(--r-full); background: color-mix(in oklab, var(--accent-ink) 12%, var(--paper-0)); color: var(--accent-ink); font-weight: 600; font-size: var(--t-xs) }
.dot { flex: none; width: 8px; height: 8px; border-radius: 9px; background: var(--accent-ink) }
.one { width: 100%; min-width: 0 }
.one > * { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.tabs.many button { flex-direction: column; gap: 2px; position: relative; min-height: 44px }
.tabs .dot { position: absolute; top: 4px; margin-inline-start: 28px }
@media (forced-colors: active) { .dot { background: Highlight } }
`;
