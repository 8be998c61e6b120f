import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Controller } from '../controller.ts';
import { daysBetween, dayWords } from '../messages/dates.ts';
import { dueWords } from '../messages/due-words.ts';
import type { ChecklistMessages } from '../messages/en/checklist.ts';
import { say } from '../messages/say.ts';
import type { StepView } from './checklist-view.ts';
import { followLink } from './follow-link.ts';
import { icon } from './icon.ts';
import { CHECK, CLOCK, TARGET } from './more-icons.ts';
import { richText } from './rich-text.ts';

const CIRCLE = 'M1.8 10a8.2 8.2 0 1016.4 0a8.2 8.2 0 10-16.4 0';
const LOCK = 'M6.5 9h7a2 2 0 012 2v3.5a2 2 0 01-2 2h-7a2 2 0 01-2-2v-3.5a2 2 0 012-2M7 9V6.5a3 3 0 016 0V9';
const PEOPLE =
  'M4.8 7a2.7 2.7 0 105.4 0a2.7 2.7 0 10-5.4 0M2.8 16c.3-2.9 2-4.5 4.7-4.5s4.4 1.6 4.7 4.5M13 4.6a2.7 2.7 0 010 4.8M14.4 11.8c1.7.6 2.6 2 2.8 4.2';

interface Drawing {
  texts: ChecklistMessages;
  locale: string;
  source: Controller | undefined;
  open: boolean;
  id: string;
  /** Language of the step's own texts. */
  lang: string;
  toggle(): void;
  change(done: boolean): void;
}

/** One step: what it is, how it stands, and behind a fold what to do about it. */
export function stepItem(view: StepView, drawing: Drawing): TemplateResult {
  const { step, state } = view;
  const { texts, lang } = drawing;
  const team = step.owner === 'team';
  const look = state === 'done' ? 'done' : view.current ? 'now' : step.optional ? 'dash' : '';
  const picture =
    state === 'done' ? CHECK : state === 'locked' ? LOCK : team ? PEOPLE : view.current ? TARGET : CIRCLE;
  const spoken = state === 'open' ? '' : `, ${texts[state]}`;
  const line = lineUnder(view, drawing);
  const head = html`
    ${icon(picture)}
    <span class="t1" lang=${lang}>${step.title}<span class="vh" lang=${drawing.locale}>${spoken}</span></span>
    ${state === 'done' ? nothing : endOf(view, drawing)}
    ${line ? html`<span class="m">${line}</span>` : nothing}`;
  const inside = state === 'locked' ? nothing : insideOf(view, drawing);
  const row =
    inside === nothing
      ? html`<div>${head}</div>`
      : html`
          <button type="button" aria-expanded=${drawing.open} aria-controls=${drawing.id} @click=${drawing.toggle}>
            ${head}
          </button>
          <div class="fold" id=${drawing.id}><div>${inside}</div></div>`;
  return html`
    <li class="step ${look}" aria-current=${view.current && state !== 'done' ? 'step' : nothing}>${row}</li>`;
}

function lineUnder({ step, state, receipt, ...view }: StepView, { texts, locale, source }: Drawing): string {
  const now = source?.now() ?? new Date(0);
  if (state === 'done') {
    if (receipt === 'stored' || receipt === 'held') return texts.waiting;
    if (!view.doneAt) return texts.doneByUnknown;
    const day = dayWords(locale, new Date(view.doneAt), now);
    return say(view.doneBy ? texts.doneBy : texts.doneOn, { day, name: view.doneBy ?? '' });
  }
  if (state === 'locked' && view.lockedBy.length > 0) {
    const quoted = view.lockedBy.map((title) => say(texts.quoted, { step: title }));
    return say(texts.opensAfter, { steps: new Intl.ListFormat(locale).format(quoted) });
  }
  if (step.owner === 'customer') return '';
  if (!view.dueAt) return texts.team;
  return say(texts.teamBy, { date: dayWords(locale, new Date(view.dueAt), now) });
}

/** Due in words, or that it need not be done. Late is a word and a clock, no alarm. */
function endOf({ step, dueAt, current }: StepView, { texts, locale, source }: Drawing): unknown {
  if (step.optional) return html`<span class="tag e">${texts.optional}</span>`;
  if (!dueAt || !source || step.owner === 'team') return nothing;
  const due = new Date(dueAt);
  const late = daysBetween(source.now(), due) < 0;
  return html`
    <span class="m e ${late ? 'warn' : ''}">
      ${current || late ? icon(CLOCK, 'sm') : nothing} ${dueWords(texts, locale, due, source.now())}
    </span>`;
}

function insideOf({ step, state }: StepView, { texts, source, change, lang }: Drawing): unknown {
  const text =
    step.body.length > 0
      ? html`<div class="text" lang=${lang}>${richText(step.body, source)}</div>`
      : nothing;
  const mine = step.manual && step.owner === 'customer';
  const action = state === 'open' && step.action;
  const link = action ? followLink(source, action.url, 'btn', action.label) : undefined;
  const tick =
    state === 'done'
      ? html`<button type="button" class="quiet" @click=${() => change(false)}>${texts.reopen}</button>`
      : html`
          <button type="button" class=${link ? 'quiet' : 'btn'} @click=${() => change(true)}>
            ${texts.markDone}
          </button>`;
  const bar = link || mine ? html`<div class="bar">${link}${mine ? tick : nothing}</div>` : nothing;
  return text === nothing && bar === nothing ? nothing : html`${text}${bar}`;
}
