import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { optionsInOrder, OTHER_KEY, scaleOf, scoresOf } from '@banso/domain/content';
import type { PublishedChoice, PublishedScale } from '@banso/contract';
import type { AnswerMessages } from '../messages/en/answers.ts';
import { surveyFields } from '../styles/survey-fields.ts';
import { options } from '../styles/options.ts';
import { composes } from './composes.ts';
import type { ScaleLook } from './survey-scale.ts';

/** What the fields of this file look like. */
export const styles = [options, surveyFields];

/** Mouths from sad to glad. All faces have one colour, so that none of them looks like the right one. */
const MOUTHS = [
  'M9.5 19q4.5-4 9 0',
  'M9.5 18.4q4.5-2 9 0',
  'M9.5 17.5h9',
  'M9.5 16.6q4.5 2.4 9 0',
  'M9.5 16.4q4.5 4.4 9 0',
];
const HEAD = 'M3 14a11 11 0 1022 0a11 11 0 10-22 0M10.3 11v1M17.7 11v1';
const STAR = 'M14 4l3.1 6.6 7.1.9-5.2 5 1.3 7.1-6.3-3.5-6.3 3.5 1.3-7.1-5.2-5 7.1-.9z';

const drawn = (score: number, path: string) => html`
  <svg viewBox="0 0 28 28" aria-hidden="true"><path d=${path}></path></svg>${score}`;

/** How a scale of another type than the eleven numbers is drawn: faces, stars, or numbers. */
export function lookOf({ type }: PublishedScale): ScaleLook {
  const scores = scoresOf(scaleOf(type) ?? { low: 1, high: 5 });
  if (type === 'csat') return [(score) => drawn(score, `${HEAD}${MOUTHS[score - 1]}`), scores];
  if (type === 'rating') return [(score) => drawn(score, STAR), scores];
  return [undefined, scores];
}

/** What is chosen at a choice, and what was written in own words. */
export interface Chosen {
  keys: readonly string[];
  other: string;
}

/**
 * One option of several, or any number of them, as native radios or checkboxes. Neither keys nor a pointer send anything but
 * Enter, which is Next.
 */
export function choiceField(
  question: PublishedChoice,
  { keys, other }: Chosen,
  responseId: string,
  texts: AnswerMessages,
  on: { choose(keys: readonly string[]): void; write(text: string): void; submit(): void },
): TemplateResult {
  const isOne = question.type === 'choice';
  const own = question.other ? [{ key: OTHER_KEY, text: question.other }] : [];
  const changed = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { value, checked } = event.target;
    on.choose(isOne ? [value] : [...keys.filter((key) => key !== value), ...(checked ? [value] : [])]);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !composes(event)) on.submit();
  };
  const option = ({ key, text }: { key: string; text: string }) => html`
    <label class="opt">
      <input
        type=${isOne ? 'radio' : 'checkbox'}
        name="option"
        .value=${key}
        .checked=${keys.includes(key)}
      ><span>${text}</span>
    </label>`;
  const words = html`
    <input
      class="f own"
      type="text"
      maxlength="1000"
      aria-label=${question.other}
      .value=${other}
      @input=${(event: Event) => on.write((event.target as HTMLInputElement).value)}
      @keydown=${pressed}
    >`;
  return html`
    <fieldset>
      <legend class="l lab" data-heading tabindex="-1">
        ${question.text}${isOne ? nothing : html` <span class="s hint" lang=${texts.lang}>${texts.several}</span>`}
      </legend>
      <div class="opts" @change=${changed} @keydown=${pressed}>
        ${[...optionsInOrder(question, responseId), ...own].map(option)}
      </div>
      ${keys.includes(OTHER_KEY) ? words : nothing}
    </fieldset>`;
}

/** Something to read. */
export const statement = (text: string): TemplateResult =>
  html`<p class="l lab said" data-heading tabindex="-1">${text}</p>`;
