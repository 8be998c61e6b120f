import { css } from './css.ts';

/** Scales of five and seven, options and statements of a survey. */
export const surveyFields = css`
.ask:not(.nps) .scale { grid-auto-flow: column; grid-template-columns: none }
:is(.csat, .rating) .scale span { min-height: 72px; justify-items: center; gap: 4px }
:is(.csat, .rating) .ends span span { display: none }
.scale svg { width: 28px; height: 28px }
.hint { display: block; font-weight: 400 }
.own { margin-top: 8px }
.said { white-space: pre-line; font-weight: 400; margin: 0 }
`;
