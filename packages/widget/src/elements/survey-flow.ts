import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { OTHER_KEY, scaleOf } from '@banso/domain/content';
import type { PublishedQuestion, PublishedSurvey } from '@banso/contract';
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
import { bandAfter, questionsAfter } from './survey-path.ts';
import { SurveyResponse } from './survey-response.ts';
import type { Answer } from './survey-response.ts';
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

/** Whether a question needs no fields but those that are here. */
const isPlain = ({ type }: PublishedQuestion): boolean => type === 'nps' || type === 'text';

const loadFields = () => import('./survey-fields.ts');

/** Fetches what the questions of a survey are answered in. */
export const fetchFields = async ({ questions }: PublishedSurvey): Promise<void> => {
  if (!questions.every(isPlain)) await loadFields();
};

/** What follows the first look of a survey, with all that its questions need. */
export async function openFlow(host: BansoSurvey): Promise<SurveyFlow> {
  if (host.survey) await fetchFields(host.survey);
  return new SurveyFlow(host);
}

/** What happens in a survey after its first look: answers, what became of them, the ways back and on, and the ways out. */
export class SurveyFlow {
  #host: BansoSurvey;
  #response: SurveyResponse;
  #texts: Texts<AnswerMessages>;
  #stage: Stage = { at: 'asking', step: 0 };
  /** Fields of the types that the first look does not have; they are here by the time they are drawn. */
  #fields: Awaited<ReturnType<typeof loadFields>> | undefined;
  /** Words that are typed, by question. */
  #drafts = new Map<string, string>();
  /** Options that are ticked, by question. */
  #picks = new Map<string, readonly string[]>();
  #mistake: 'empty' | 'notAccepted' | undefined;
  /** An answer is on its way, and what follows depends on its fate. */
  #busy = false;
  #stopWatching: (() => void) | undefined;
  #moving: AbortController | undefined;

  constructor(host: BansoSurvey) {
    this.#host = host;
    this.#response = new SurveyResponse(`rsp_${host.source?.newId() ?? ''}`);
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
    const question = this.#question;
    const words = question && this.#drafts.get(question.key)?.trim();
    const { value, other } = (question && this.#response.answerTo(question.key)) ?? { value: null };
    return !!words && words !== (other ?? value);
  }

  get #path(): readonly PublishedQuestion[] {
    const survey = this.#host.survey;
    return survey ? questionsAfter(survey, this.#response.valueOf) : [];
  }

  /** What is asked now; `undefined`: nothing. */
  get #question(): PublishedQuestion | undefined {
    return this.#stage.at === 'asking' ? this.#path[this.#stage.step] : undefined;
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
      const band = bandAfter(survey, this.#response.valueOf);
      const words = (!band && survey.ending) || survey.endings[band ?? 'passive'];
      return thanksEnding(scene, this.#response.receipt, words, survey.lang, () => void this.#sendAgain());
    }
    const question = this.#path[stage.step];
    if (!question || (stage.step === 0 && question.type === 'nps')) return undefined;
    const field = this.#field(question, texts);
    if (!field && stage.step === 0) return undefined;
    return html`
      ${this.#picked(texts)}
      <div class="ask ${question.type}" lang=${survey.lang} dir=${directionOf(survey.lang)}>${field}</div>
      ${this.below(state)}`;
  }

  #field(question: PublishedQuestion, texts: AnswerMessages): TemplateResult | undefined {
    const { key, type } = question;
    if (!isPlain(question) && !this.#fields) {
      this.#loadFields();
      return undefined;
    }
    const submit = () => void this.send();
    const write = (text: string) => this.#drafts.set(key, text);
    const draft = this.#drafts.get(key) ?? '';
    switch (type) {
      case 'nps':
        return this.#host.scale(question);
      case 'text':
        return textField(question, draft, this.#mistake !== undefined, texts.hint, { write, submit });
      case 'statement':
        return this.#fields?.statement(question.text);
      case 'choice':
      case 'choices': {
        const choose = (keys: readonly string[]) => {
          this.#picks.set(key, keys);
          this.#host.requestUpdate();
        };
        const chosen = { keys: this.#picks.get(key) ?? [], other: draft };
        return this.#fields?.choiceField(question, chosen, this.#response.id, texts, {
          choose,
          write,
          submit,
        });
      }
      default:
        return this.#fields && this.#host.scale(question, ...this.#fields.lookOf(question));
    }
  }

  #loadFields(): void {
    void loadFields().then(
      (fields) => {
        this.#fields = fields;
        adopt(this.#host, fields.styles);
        this.#host.requestUpdate();
      },
      () => undefined, // asked for again with the next drawing
    );
  }

  /** What would be sent now; `undefined`: nothing is chosen or written yet. */
  #answer({ key, type }: PublishedQuestion): Answer | undefined {
    const words = this.#drafts.get(key)?.trim();
    if (type === 'text') return words ? { value: words } : undefined;
    if (scaleOf(type)) return this.#host.chosen === undefined ? undefined : { value: this.#host.chosen };
    const value = this.#picks.get(key) ?? [];
    if (value.length === 0) return undefined;
    return value.includes(OTHER_KEY) && words ? { value, other: words } : { value };
  }

  /** The mistake, if there is one, and the buttons that send, skip and go back. */
  below(state: WidgetState): TemplateResult | undefined {
    const texts = this.#texts.for(state.locale);
    const { survey } = this.#host;
    const question = this.#question;
    if (!texts || !survey || !question || this.#stage.at !== 'asking') return undefined;
    const { step } = this.#stage;
    const answer = this.#answer(question);
    const isRead = question.type === 'statement';
    const ready = !!answer || isRead || question.type === 'text';
    if (!ready && step === 0) return undefined;
    // The way on depends on the answer that would be given.
    const { length } = questionsAfter(survey, (key) =>
      key === question.key ? (answer?.value ?? null) : this.#response.valueOf(key),
    );
    const go = step < length - 1 ? texts.next : isRead ? texts.done : texts.send;
    const label = this.#busy ? texts.sending : this.#mistake === 'notAccepted' ? texts.tryAgain : go;
    const mistake =
      this.#mistake && html`<p class="m bad" id="error">${icon(WARNING, 'sm')} ${texts[this.#mistake]}</p>`;
    const quiet = (says: string, act: () => unknown) => html`
      <button type="button" class="quiet" @click=${act}>${says}</button>`;
    const send = html`
      <button type="button" class="btn" aria-disabled=${this.#busy} @click=${() => this.send()}>${label}</button>`;
    const maySkip = !question.required && !isRead && length > 1;
    return html`
      ${mistake}
      <div class="foot bare">
        ${ready ? send : nothing}
        ${maySkip && !this.#busy ? quiet(texts.skip, () => this.#give(question, { value: null })) : nothing}
        ${step > 0 && !this.#busy && !this.#scored ? quiet(texts.back, () => this.#backTo(step - 1)) : nothing}
      </div>`;
  }

  /** The score right before the present question. */
  get #scored(): PublishedQuestion | undefined {
    const before = this.#stage.at === 'asking' ? this.#path[this.#stage.step - 1] : undefined;
    return before?.type === 'nps' && typeof this.#response.valueOf(before.key) === 'number'
      ? before
      : undefined;
  }

  /** The score above what follows it, with what became of it, and the way back. */
  #picked(texts: AnswerMessages): TemplateResult | typeof nothing {
    const question = this.#scored;
    if (!question) return nothing;
    const receipt = this.#response.receiptOf(question.key);
    return html`
      <div class="picked bar">
        <b>${this.#response.valueOf(question.key)}</b>
        <span class="s ${receipt === 'refused' ? 'bad' : ''}">
          ${receipt ? texts.saved[receipt] : texts.sending}
        </span>
        <button type="button" class="link s end" @click=${() => this.#backTo(this.#path.indexOf(question))}>${texts.change}</button>
      </div>`;
  }

  #backTo(step: number): void {
    this.#mistake = undefined;
    this.#show({ at: 'asking', step });
  }

  /** Sends what is chosen or written at the present question. */
  async send(): Promise<void> {
    const question = this.#question;
    if (!question || this.#busy) return;
    const answer = this.#answer(question);
    if (answer) return this.#give(question, answer);
    if (question.type === 'statement') return this.#goOn();
    if (question.type !== 'text') return;
    if (!question.required) return this.#give(question, { value: null });
    this.#mistake = 'empty';
    this.#host.requestUpdate();
    await focusHeading(this.#host);
  }

  async #give({ key, type }: PublishedQuestion, answer: Answer): Promise<void> {
    const host = this.#host;
    if (this.#stage.at !== 'asking' || this.#busy) return;
    this.#mistake = undefined;
    if (answer.value === null) this.#drafts.delete(key);
    // Who went back and on again has said nothing new.
    if (this.#response.holds(key, answer)) return this.#goOn();
    const fate = this.#response.give(key, answer, this.#report(key, answer));
    fire(host, 'banso-answer', { contentId: host.survey?.id, question: key, ...answer });

    // Words and the last answer wait for their fate: what is refused stays in the field, thanks are said only when due.
    if (type === 'text' || answer.other || this.#stage.step >= this.#path.length - 1) {
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
    this.#goOn();
  }

  #goOn(): void {
    if (this.#stage.at !== 'asking') return;
    const host = this.#host;
    const next = this.#stage.step + 1;
    if (next < this.#path.length) return this.#show({ at: 'asking', step: next });
    this.#complete();
    this.#show({ at: 'thanks' });
    host.news = this.#texts.for(host.source?.state.locale ?? '')?.receipt[this.#response.receipt] ?? '';
  }

  #tell(fact: ContentFact): Promise<Receipt> {
    const { survey, source } = this.#host;
    return survey ? tell(source, survey, fact) : Promise.resolve('held');
  }

  #report(question: string, answer: Answer): Promise<Receipt> {
    const url = this.#host.source?.state.pageUrl.slice(0, 2_000) ?? '';
    return this.#tell({ type: 'survey_answered', responseId: this.#response.id, question, ...answer, url });
  }

  #complete(): void {
    if (!this.#response.isEmpty) void this.#tell({ type: 'survey_completed', responseId: this.#response.id });
  }

  async #sendAgain(): Promise<void> {
    const { refused } = this.#response;
    await Promise.all(
      refused.map(([key, answer]) => this.#response.give(key, answer, this.#report(key, answer))),
    );
    if (this.#response.refused.length === 0) this.#complete();
    this.#host.requestUpdate();
  }

  #show(stage: Stage): void {
    this.#stage = stage;
    // What was ticked and written is still there; the number stands in the host.
    const value = this.#question && this.#response.valueOf(this.#question.key);
    this.#host.chosen = typeof value === 'number' ? value : undefined;
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
