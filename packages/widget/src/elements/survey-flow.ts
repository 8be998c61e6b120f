import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PublishedQuestion } from '@banso/contract';
import type { Receipt, WidgetState } from '../controller.ts';
import { loadAnswerMessages } from '../messages/answer-messages.ts';
import type { AnswerMessages } from '../messages/en/answers.ts';
import { say } from '../messages/say.ts';
import { Texts } from '../messages/texts.ts';
import { accent } from '../styles/accent.ts';
import { answers } from '../styles/answers.ts';
import { controls } from '../styles/controls.ts';
import { adopt } from './adopt.ts';
import { directionOf } from './banso-element.ts';
import type { BansoSurvey } from './banso-survey.ts';
import { composes } from './composes.ts';
import { icon, WARNING } from './icon.ts';
import { keepClear } from './keep-clear.ts';
import { laterEnding, neverEnding, thanksEnding } from './survey-endings.ts';
import { bandOfResponse, pathOf } from './survey-path.ts';
import { SurveyResponse } from './survey-response.ts';
import type { AnswerValue } from './survey-response.ts';
import { textField } from './survey-text.ts';
import { emit, fire, focusHeading, keepTyping, tell } from './tell.ts';
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
  #stopClearing: (() => void) | undefined;

  constructor(host: BansoSurvey) {
    this.#host = host;
    this.#response = new SurveyResponse(host.source?.newResponseId() ?? '');
    this.#texts = new Texts(loadAnswerMessages, () => host.requestUpdate());
    adopt(host, [accent, controls, answers]);
    keepTyping(host);
    host.renderRoot.addEventListener('keydown', this.#leaveByKey);
    this.#watch();
  }

  #watch(): void {
    const { survey, surface } = this.#host;
    const panel = this.#host.renderRoot.querySelector('.panel');
    if (!survey || !panel) return;
    const { id: contentId, version } = survey;
    this.#stopWatching = watchShown(panel, () => {
      void tell(this.#host.source, { type: 'content_shown', contentId, version, surface });
      emit(this.#host.source, 'shown', { contentId });
    });
    // The region stood in the page before its text does, or it would not be read out.
    if (surface !== 'popover') return;
    this.#host.news = `${survey.title} ${survey.questions[0]?.text ?? ''}`;
    this.#stopClearing = keepClear(this.#host);
  }

  stop(): void {
    this.#stopWatching?.();
    this.#stopClearing?.();
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
      return thanksEnding(scene, this.#response.receipt, words, survey.lang, this.#sendAgain);
    }
    const question = this.#path[stage.step];
    if (!question || (stage.step === 0 && question.type === 'nps')) return undefined;
    return html`${this.#picked(stage.step - 1, texts)}<div class="ask" lang=${survey.lang} dir=${directionOf(survey.lang)}>${this.#field(question, texts)}</div>${this.below(state)}`;
  }

  #field(question: PublishedQuestion, texts: AnswerMessages): TemplateResult {
    if (question.type === 'nps') return this.#host.scale(question);
    const submit = () => void this.send();
    const write = (text: string) => this.#drafts.set(question.key, text);
    return textField(
      question,
      this.#drafts.get(question.key) ?? '',
      this.#mistake !== undefined,
      texts.hint,
      { write, submit },
    );
  }

  /** The mistake, if there is one, and the buttons that send and skip. */
  below(state: WidgetState): TemplateResult | undefined {
    const texts = this.#texts.for(state.locale);
    if (!texts || this.#stage.at !== 'asking') return undefined;
    const path = this.#path;
    const question = path[this.#stage.step];
    if (!question || (question.type === 'nps' && this.#host.chosen === undefined)) return undefined;
    const last = this.#stage.step === path.length - 1;
    const go = last && question.type === 'text' ? texts.send : texts.next;
    const label = this.#busy ? texts.sending : this.#mistake === 'notAccepted' ? texts.tryAgain : go;
    const mistake =
      this.#mistake && html`<p class="m bad" id="error">${icon(WARNING, 'sm')}${texts[this.#mistake]}</p>`;
    const skip = html`<button type="button" class="quiet" @click=${() => this.#give(question, null)}>${texts.skip}</button>`;
    return html`${mistake}<div class="foot bare"><button type="button" class="btn" aria-disabled=${this.#busy} @click=${() => this.send()}>${label}</button>${question.required || this.#busy || path.length === 1 ? nothing : skip}</div>`;
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
    return html`<div class="picked bar"><b>${value}</b><span class="s ${receipt === 'refused' ? 'bad' : ''}">${receipt ? texts.saved[receipt] : texts.sending}</span><button type="button" class="link s end" @click=${change}>${texts.change}</button></div>`;
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
    const contentId = host.survey?.id;
    if (this.#stage.at !== 'asking' || this.#busy || !contentId) return;
    const next = this.#stage.step + 1;
    this.#mistake = undefined;
    const fate = this.#response.give(question.key, value, this.#report(question.key, value));
    fire(host, 'banso-answer', { contentId, question: question.key, value });
    emit(host.source, 'answered', { contentId, question: question.key, value });
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
    const version = host.survey?.version ?? 1;
    void tell(host.source, { type: 'survey_completed', contentId, version, responseId: this.#response.id });
    emit(host.source, 'completed', { contentId });
    this.#show({ at: 'thanks' });
    host.news = this.#texts.for(host.source?.state.locale ?? '')?.receipt[this.#response.receipt] ?? '';
  }

  #report(question: string, value: AnswerValue): Promise<Receipt> {
    const { id, version } = this.#host.survey ?? { id: '', version: 1 };
    const url = this.#host.source?.state.pageUrl.slice(0, 2_000) ?? '';
    return tell(this.#host.source, {
      type: 'survey_answered',
      contentId: id,
      version,
      responseId: this.#response.id,
      question,
      value,
      url,
    });
  }

  #sendAgain = (): void => {
    const again = this.#response.refused.map(([key, value]) =>
      this.#response.give(key, value, this.#report(key, value)),
    );
    void Promise.all(again).then(() => this.#host.requestUpdate());
  };

  #show(stage: Stage): void {
    this.#stage = stage;
    this.#host.news = '';
    this.#host.requestUpdate();
    void focusHeading(this.#host);
  }

  /** Puts the survey off for a week. */
  later(): void {
    const now = this.#host.source?.now();
    if (!now) return;
    const until = new Date(now.getTime() + LATER_MS);
    this.#snooze(until);
    this.#show({ at: 'later', until });
  }

  /** "Don't ask again". */
  never(): void {
    this.#optOut(true);
    this.#show({ at: 'never' });
  }

  // The opposite fact takes a step back: what was reported stays on record, what counts is the newest.
  #undo = (): void => {
    const now = this.#host.source?.now();
    if (this.#stage.at === 'never') this.#optOut(false);
    else if (now) this.#snooze(now);
    this.#show({ at: 'asking', step: 0 });
  };

  /** The person closes it: without an answer that is a refusal. */
  leave(): void {
    const survey = this.#host.survey;
    if (!survey || this.begun) return;
    void tell(this.#host.source, {
      type: 'content_dismissed',
      contentId: survey.id,
      version: survey.version,
    });
    emit(this.#host.source, 'dismissed', { contentId: survey.id });
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

  #snooze(until: Date): void {
    const survey = this.#host.survey;
    if (survey)
      void tell(this.#host.source, {
        type: 'content_snoozed',
        contentId: survey.id,
        version: survey.version,
        until: until.toISOString(),
      });
  }

  #optOut(optOut: boolean): void {
    const survey = this.#host.survey;
    if (!survey) return;
    void tell(this.#host.source, {
      type: 'content_dismissed',
      contentId: survey.id,
      version: survey.version,
      optOut,
    });
    if (optOut) emit(this.#host.source, 'dismissed', { contentId: survey.id, optOut });
  }
}
