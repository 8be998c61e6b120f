import { css } from './css.ts';

/** The panel around its views. */
export const panel = css`
.top .ib:first-child { margin-inline-start: -12px }
.flip:dir(rtl) { scale: -1 1 }
.sk { height: 12px; margin: 20px; border-radius: var(--r-1); background: var(--line); animation: sk 1s infinite alternate }
@keyframes sk { to { opacity: .4 } }
`;
