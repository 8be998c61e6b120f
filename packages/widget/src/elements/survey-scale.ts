import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PublishedQuestion } from '@banso/contract';
import { composes } from './composes.ts';

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Eleven native radios with one tab stop. The keyboard only chooses (and Enter is Next); a pointer chooses and sends. */
export function scaleField(
  question: Extract<PublishedQuestion, { type: 'nps' }>,
  chosen: number | undefined,
  on: { choose(score: number): void; submit(): void },
): TemplateResult {
  const picked = (event: Event) => {
    if (event.target instanceof HTMLInputElement) on.choose(Number(event.target.value));
  };
  // The click that an arrow key or Space makes has no detail. It comes before `change`.
  const clicked = (event: MouseEvent) => {
    if (event.detail === 0 || !(event.target instanceof HTMLInputElement)) return;
    picked(event);
    on.submit();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !composes(event)) on.submit();
  };
  const end = (score: number) => (score === 0 ? 'low' : score === 10 ? 'high' : nothing);
  const cell = (score: number) => html`
    <label>
      <input
        type="radio"
        name="score"
        .value=${`${score}`}
        .checked=${score === chosen}
        aria-describedby=${end(score)}
      >
      <span>${score}</span>
    </label>`;
  return html`
    <fieldset>
      <legend class="l lab" data-heading tabindex="-1">${question.text}</legend>
      <div class="scale" @change=${picked} @click=${clicked} @keydown=${pressed}>${SCORES.map(cell)}</div>
      <div class="ends m">
        <span id="low">0 · ${question.labels.low}</span>
        <span id="high">10 · ${question.labels.high}</span>
      </div>
    </fieldset>`;
}
