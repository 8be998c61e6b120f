import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Receipt } from '../controller.ts';
import type { AnswerMessages } from '../messages/en/answers.ts';
import { say } from '../messages/say.ts';
import { directionOf } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { icon } from './icon.ts';
import { CHECK, CLOCK, WARNING } from './more-icons.ts';

const BELL = 'M5.5 13.5V9a4.5 4.5 0 019 0v4.5l1 1.5h-11zM8.5 17h3';
const CLOUD = 'M6 15.5h8a3 3 0 00.6-5.94 4.5 4.5 0 00-8.5-1A3.5 3.5 0 006 15.5z';
const HOURGLASS = 'M6 3.5h8M6 16.5h8M7 3.5c0 4 6 9 6 13M13 3.5c0 4-6 9-6 13';
const PICTURES: Readonly<Record<Receipt, string>> = {
  arrived: CHECK,
  stored: CLOUD,
  held: HOURGLASS,
  refused: WARNING,
};

type Words = Scene<AnswerMessages>;

function ending(
  picture: string,
  title: string,
  rest: unknown,
  action?: [label: string, act: () => void],
): TemplateResult {
  const foot =
    action &&
    html`
    <div class="foot"><button type="button" class="quiet" @click=${action[1]}>${action[0]}</button></div>`;
  return html`
    <div class="mid">
      <span class="seal ${picture === CHECK ? '' : 'grey'}">${icon(picture)}</span>
      <h2 class="l" data-heading tabindex="-1">${title}</h2>
      ${rest}
    </div>
    ${foot}`;
}

/** The thank-you. A refused answer gets none, and the way to try again. */
export function thanksEnding(
  { texts }: Words,
  receipt: Receipt,
  words: string,
  lang: string,
  again: () => void,
): TemplateResult {
  const fate = html`<p class="s">${texts.receipt[receipt]}</p>`;
  if (receipt === 'refused') return ending(WARNING, texts.refused, fate, [texts.tryAgain, again]);
  const own = words ? html`<p lang=${lang} dir=${directionOf(lang)}>${words}</p>` : nothing;
  return ending(PICTURES[receipt], texts.thanks, html`${own}${fate}`);
}

/** "Later", with the day before which nothing is asked. */
export function laterEnding({ texts, locale }: Words, until: Date, undo: () => void): TemplateResult {
  const date = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric' }).format(until);
  return ending(CLOCK, texts.laterTitle, html`<p class="s">${say(texts.laterText, { date })}</p>`, [
    texts.undo,
    undo,
  ]);
}

/** "Don't ask", with the way back. */
export function neverEnding({ texts }: Words, undo: () => void): TemplateResult {
  return ending(BELL, texts.neverTitle, html`<p class="s">${texts.neverText}</p>`, [texts.undo, undo]);
}
