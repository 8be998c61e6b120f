import { css } from './css.ts';

/** A question and its scale of real radios laid over the cells. */
export const scale = css`
.ask { padding: 8px 20px 16px }
.scale { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(24px, 1fr); gap: 4px }
.scale label { position: relative }
.scale input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer }
.scale span { display: grid; place-content: center; min-height: 40px; height: 100%; border: 1px solid transparent; border-radius: var(--r-1); background: var(--paper-2); font-weight: 500; white-space: nowrap }
.ends { display: flex; justify-content: space-between; gap: 24px; padding-top: 8px }
@media (pointer: coarse), (max-width: 480px) {
  .scale { grid-auto-flow: row; grid-template-columns: repeat(6, 1fr) }
  .scale span { min-height: 44px }
}
`;
