import { css } from './css.ts';

/** What a survey shows once a number is chosen. */
export const answers = css`
.scale input:hover + span { border-color: var(--accent-ink); background: var(--accent-soft) }
.scale input:checked + span, .picked > b { background: var(--accent); color: var(--on-accent) }
.picked { margin: 0 20px 8px; padding-bottom: 12px; border-bottom: 1px solid var(--line) }
.picked > b { min-width: 32px; line-height: 32px; text-align: center; border-radius: var(--r-1); font-variant-numeric: tabular-nums }
textarea.f { min-height: 84px; max-height: 220px }
p.bad { padding: 0 20px 12px }
@media (forced-colors: active) {
  .scale span { border: 1px solid }
  .scale input:checked + span { forced-color-adjust: none; background: Highlight; color: HighlightText }
}
`;
