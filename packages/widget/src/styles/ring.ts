import { css } from './css.ts';

/** The progress ring: a track and an arc that is `stroke-dasharray` of a path 100 long. */
export const ring = css`
.ring { position: relative; display: grid; place-items: center; flex: none; width: 44px; height: 44px; font-size: var(--t-xs); font-weight: 600; font-variant-numeric: tabular-nums }
.ring > svg:first-child { position: absolute; width: 100%; height: 100%; stroke-width: 3; rotate: -90deg; stroke: var(--line) }
.ring circle + circle { stroke: var(--accent-ink); transition: stroke-dasharray var(--ease) }
@media (forced-colors: active) { .ring circle + circle { stroke: Highlight } }
`;
