import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PublishedScale } from '@banso/contract';
import { composes } from './composes.ts';

/** What stands in the cell of a score, and the numbers of the scale. */
export type ScaleLook = [cell?: ((score: number) => unknown) | undefined, scores?: readonly number[]];

const SCORES: readonly number[] = [...Array(11).keys()];

/**
 * Native radios with one tab stop. The keyboard only chooses (and Enter is Next); a pointer chooses and sends.
 * @param cell - What stands in the cell of a score. Default: its number.
 * @param scores - Default: the eleven of NPS.
 */
export function scaleField(
  question: PublishedScale,
  chosen: number | undefined,
  on: { choose(score: number): void; submit(): void },
  cell: ScaleLook[0] = (score) => score,
  scores: readonly number[] = SCORES,
): TemplateResult {
  const last = scores.length - 1;
  const picked = (event: Event) => {
    if (event.target instanceof HTMLInputElement) on.choose(Number(event.target.value));
  };
  // The click that an arrow key or Space makes has no detail. It comes before `change`.
  const clicked = (event: MouseEvent) => {
    if (!event.detail || !(event.target instanceof HTMLInputElement)) return;
    picked(event);
    on.submit();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !composes(event)) on.submit();
  };
  const radio = (score: number, at: number) => html`
    <label>
      <input
        type="radio"
        name="score"
        .value=${`${score}`}
        .checked=${score === chosen}
        aria-describedby=${at ? (at === last ? 'high' : nothing) : 'low'}
      >
      <span>${cell(score)}</span>
    </label>`;
  return html`
    <fieldset>
      <legend class="l lab" data-heading tabindex="-1">${question.text}</legend>
      <div class="scale" @change=${picked} @click=${clicked} @keydown=${pressed}>${scores.map(radio)}</div>
      <div class="ends m">
        <span id="low"><span>${scores[0]} · </span>${question.labels.low}</span>
        <span id="high"><span>${scores[last]} · </span>${question.labels.high}</span>
      </div>
    </fieldset>`;
}
