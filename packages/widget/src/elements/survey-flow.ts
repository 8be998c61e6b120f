import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { bandOf } from '@banso/domain/statistics';
import type { PublishedQuestion } from '@banso/contract';
import type { Receipt, WidgetState } from '../controller.ts';
import { loadAnswerMessages } from '../messages/answer-messages.ts';
import type { AnswerMessages } from '../messages/en/answers.ts';
import { say } from '../messages/say.ts';
import { Texts } from '../messages/texts.ts';
import { accent } from '../styles/accent.ts';
import { answers } from '../styles/answers.ts';
import { controls } from '../styles/controls.ts';
import { fields } from '../styles/fields.ts';
import { adopt } from './adopt.ts';
import { directionOf } from './banso-element.ts';
import type { BansoSurvey } from './banso-survey.ts';
import { composes } from './composes.ts';
import { icon } from './icon.ts';
import { keepTyping } from './keep-typing.ts';
import { WARNING } from './more-icons.ts';
import { stayClear } from './stay-clear.ts';
import { laterEnding, neverEnding, thanksEnding } from './survey-endings.ts';
import { bandOfResponse, pathOf } from './survey-path.ts';
import { SurveyResponse } from './survey-response.ts';
import type { AnswerValue } from './survey-response.ts';
import { textField } from './survey-text.ts';
import { fire } from './fire.ts';
import { focusHeading, tell } from './tell.ts';
import type { ContentFact } from './tell.ts';
import { watchShown } from './watch-shown.ts';

const LATER_MS = 7 * 86_400_000;

type Stage =
  | { at: 'asking'; step: number }
  | { at: 'thanks' }
  | { at: 'later'; until: Date }
  | { at: 'never' };

/** What happens in a survey after its first look: answers, what became of them, the follow-up, and the ways out. */
export class SurveyFlow {
  #host: BansoSurvey;
  #response: SurveyResponse;
  #texts: Texts<AnswerMessages>;
  #stage: Stage = { at: 'asking', step: 0 };
  #drafts = new Map<string, string>();
  #mistake: 'empty' | 'notAccepted' | undefined;
  /** An answer is on its way, and what follows depends on its fate. */
  #busy = false;
  #stopWatching: (() => void) | undefined;
  #moving: AbortController | undefined;

  constructor(host: BansoSurvey) {
    this.#host = host;
    this.#response = new SurveyResponse(host.source?.newResponseId() ?? '');
    this.#texts = new Texts(loadAnswerMessages, () => host.requestUpdate());
    adopt(host, [accent, controls, fields, answers]);
    keepTyping(host);
    host.renderRoot.addEventListener('keydown', this.#leaveByKey);
  }

  /** Watches over the survey in the page: whether it is seen, and that it stands in nobody's way. */
  start(): void {
    const { survey, surface } = this.#host;
    const panel = this.#host.renderRoot.querySelector('.panel');
    if (!survey || !panel || !this.#host.isConnected || this.#stopWatching) return;
    this.#stopWatching = watchShown(panel, () => void this.#tell({ type: 'content_shown', surface }));
    // The region stood in the page before its text does, or it would not be read out.
    if (surface !== 'popover') return;
    this.#host.news = `${survey.title} ${survey.questions[0]?.text ?? ''}`;
    this.#moving = new AbortController();
    stayClear(this.#host, this.#moving.signal);
  }

  stop(): void {
    this.#stopWatching?.();
    this.#moving?.abort();
    this.#stopWatching = undefined;
  }

  /** The person has answered, put off or refused: closing it now is no refusal. */
  get begun(): boolean {
    return this.#stage.at !== 'asking' || !this.#response.isEmpty;
  }

  /** Words are typed that would be lost. */
  get drafted(): boolean {
    return this.#stage.at === 'asking' && [...this.#drafts.values()].some((text) => text.trim() !== '');
  }

  get #path(): readonly PublishedQuestion[] {
    const survey = this.#host.survey;
    return survey ? pathOf(survey, this.#response) : [];
  }

  /** "2 of 3", where there is more than one question. */
  count(state: WidgetState): TemplateResult | typeof nothing {
    const texts = this.#texts.for(state.locale);
    const total = this.#path.length;
    if (!texts || this.#stage.at !== 'asking' || (this.#host.survey?.questions.length ?? 0) < 2)
      return nothing;
    return html`<span class="m">${say(texts.progress, { n: this.#stage.step + 1, total })}</span>`;
  }

  /** `undefined`: the first look stays, with {@link below} under it. */
  draw(state: WidgetState): TemplateResult | undefined {
    const texts = this.#texts.for(state.locale);
    const survey = this.#host.survey;
    const stage = this.#stage;
    if (!texts || !survey) return undefined;
    const scene = { state, texts, locale: state.locale.startsWith(texts.lang) ? state.locale : texts.lang };
    if (stage.at === 'later') return laterEnding(scene, stage.until, this.#undo);
    if (stage.at === 'never') return neverEnding(scene, this.#undo);
    if (stage.at === 'thanks') {
      const words = survey.endings[bandOfResponse(survey, this.#response) ?? 'passive'];
      return thanksEnding(scene, this.#response.receipt, words, survey.lang, () => void this.#sendAgain());
    }
    const question = this.#path[stage.step];
    if (!question || (stage.step === 0 && question.type === 'nps')) return undefined;
    return html`
      ${this.#picked(stage.step - 1, texts)}
      <div class="ask" lang=${survey.lang} dir=${directionOf(survey.lang)}>${this.#field(question, texts)}</div>
      ${this.below(state)}`;
  }

  #field(question: PublishedQuestion, texts: AnswerMessages): TemplateResult {
    if (question.type === 'nps') return this.#host.scale(question);
    const submit = () => void this.send();
    const write = (text: string) => this.#drafts.set(question.key, text);
    const draft = this.#drafts.get(question.key) ?? '';
    return textField(question, draft, this.#mistake !== undefined, texts.hint, { write, submit });
  }

  /** The mistake, if there is one, and the buttons that send and skip. */
  below(state: WidgetState): TemplateResult | undefined {
    const texts = this.#texts.for(state.locale);
    if (!texts || this.#stage.at !== 'asking') return undefined;
    const path = this.#path;
    const question = path[this.#stage.step];
    if (!question || (question.type === 'nps' && this.#host.chosen === undefined)) return undefined;
    const follows = question.type === 'nps' && this.#host.survey?.followUps[bandOf(this.#host.chosen ?? 0)];
    const go = this.#stage.step < path.length - 1 || follows ? texts.next : texts.send;
    const label = this.#busy ? texts.sending : this.#mistake === 'notAccepted' ? texts.tryAgain : go;
    const mistake =
      this.#mistake && html`<p class="m bad" id="error">${icon(WARNING, 'sm')}${texts[this.#mistake]}</p>`;
    const skip = html`
      <button type="button" class="quiet" @click=${() => this.#give(question, null)}>${texts.skip}</button>`;
    return html`
      ${mistake}
      <div class="foot bare">
        <button type="button" class="btn" aria-disabled=${this.#busy} @click=${() => this.send()}>${label}</button>
        ${question.required || this.#busy || path.length === 1 ? nothing : skip}
      </div>`;
  }

  /** The score above its follow-up, with what became of it. */
  #picked(step: number, texts: AnswerMessages): TemplateResult | typeof nothing {
    const question = this.#path[step];
    const value = question && this.#response.valueOf(question.key);
    if (question?.type !== 'nps' || typeof value !== 'number') return nothing;
    const receipt = this.#response.receiptOf(question.key);
    const change = () => {
      this.#host.chosen = value;
      this.#show({ at: 'asking', step });
    };
    return html`
      <div class="picked bar">
        <b>${value}</b>
        <span class="s ${receipt === 'refused' ? 'bad' : ''}">
          ${receipt ? texts.saved[receipt] : texts.sending}
        </span>
        <button type="button" class="link s end" @click=${change}>${texts.change}</button>
      </div>`;
  }

  /** Sends what is chosen or written at the present question. */
  async send(): Promise<void> {
    const question = this.#stage.at === 'asking' ? this.#path[this.#stage.step] : undefined;
    if (!question || this.#busy) return;
    if (question.type === 'nps') {
      if (this.#host.chosen !== undefined) await this.#give(question, this.#host.chosen);
      return;
    }
    const text = (this.#drafts.get(question.key) ?? '').trim();
    if (text || !question.required) return this.#give(question, text || null);
    this.#mistake = 'empty';
    this.#host.requestUpdate();
    await focusHeading(this.#host);
  }

  async #give(question: PublishedQuestion, value: AnswerValue): Promise<void> {
    const host = this.#host;
    if (this.#stage.at !== 'asking' || this.#busy) return;
    const next = this.#stage.step + 1;
    this.#mistake = undefined;
    const fate = this.#response.give(question.key, value, this.#report(question.key, value));
    fire(host, 'banso-answer', { contentId: host.survey?.id, question: question.key, value });
    const last = next >= this.#path.length;

    // Words and the last answer wait for their fate: what is refused stays in the field, thanks are said only when due.
    if (last || question.type === 'text') {
      this.#busy = true;
      host.requestUpdate();
      const receipt = await fate;
      this.#busy = false;
      if (receipt === 'refused') {
        this.#mistake = 'notAccepted';
        host.requestUpdate();
        return;
      }
    } else void fate.then(() => host.requestUpdate());
    host.chosen = undefined;
    if (!last) return this.#show({ at: 'asking', step: next });
    this.#complete();
    this.#show({ at: 'thanks' });
    host.news = this.#texts.for(host.source?.state.locale ?? '')?.receipt[this.#response.receipt] ?? '';
  }

  #tell(fact: ContentFact): Promise<Receipt> {
    const { survey, source } = this.#host;
    return survey ? tell(source, survey, fact) : Promise.resolve('held');
  }

  #report(question: string, value: AnswerValue): Promise<Receipt> {
    const url = this.#host.source?.state.pageUrl.slice(0, 2_000) ?? '';
    return this.#tell({ type: 'survey_answered', responseId: this.#response.id, question, value, url });
  }

  #complete(): void {
    void this.#tell({ type: 'survey_completed', responseId: this.#response.id });
  }

  async #sendAgain(): Promise<void> {
    const { refused } = this.#response;
    await Promise.all(
      refused.map(([key, value]) => this.#response.give(key, value, this.#report(key, value))),
    );
    if (this.#response.refused.length === 0) this.#complete();
    this.#host.requestUpdate();
  }

  #show(stage: Stage): void {
    this.#stage = stage;
    this.#host.news = '';
    this.#host.requestUpdate();
    void focusHeading(this.#host);
  }

  /** Puts the survey off for a week. */
  later(): void {
    const until = new Date((this.#host.source?.now().getTime() ?? 0) + LATER_MS);
    void this.#tell({ type: 'content_snoozed', until: until.toISOString() });
    this.#show({ at: 'later', until });
  }

  /** "Don't ask again". */
  never(): void {
    void this.#tell({ type: 'content_dismissed', optOut: true });
    this.#show({ at: 'never' });
  }

  // The opposite fact takes a step back: what was reported stays on record, what counts is the newest.
  #undo = (): void => {
    const now = this.#host.source?.now().toISOString() ?? '';
    void this.#tell(
      this.#stage.at === 'never'
        ? { type: 'content_dismissed', optOut: false }
        : { type: 'content_snoozed', until: now },
    );
    this.#show({ at: 'asking', step: 0 });
  };

  /** The person closes it: without an answer that is a refusal. */
  leave(): void {
    if (!this.begun) void this.#tell({ type: 'content_dismissed' });
  }

  // Escape is too easy a key to lose half a sentence to.
  #leaveByKey = (event: Event): void => {
    const escapes = event instanceof KeyboardEvent && event.key === 'Escape' && !composes(event);
    if (!escapes || this.#host.surface === 'inline') return;
    if (this.drafted) event.stopPropagation();
    else if (this.#host.surface === 'popover') {
      event.stopPropagation();
      this.#host.close();
    }
  };
}
