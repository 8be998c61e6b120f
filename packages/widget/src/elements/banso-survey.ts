import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Changed } from './reactive-element.ts';
import type { PublishedQuestion, PublishedSurvey } from '@banso/contract';
import type { WidgetState } from '../controller.ts';
import { firstLookMessages } from '../messages/first-look.ts';
import type { FirstLookMessages } from '../messages/first-look.ts';
import { contract } from '../styles/contract.ts';
import { frame } from '../styles/frame.ts';
import { scale } from '../styles/scale.ts';
import { BansoElement, directionOf, findContent } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { fire } from './fire.ts';
import { CROSS, icon } from './icon.ts';
import type { SurveyFlow } from './survey-flow.ts';
import { scaleField } from './survey-scale.ts';

/**
 * Asks a survey, one question at a time, reports every answer as it is given and says truthfully what became of it.
 * Draws nothing without a published survey. This file is the first look, a score to choose; the rest ({@link SurveyFlow})
 * loads once that is on the screen.
 * @fires banso-answer - The person answered; `detail.question` and `detail.value` (`null`: skipped).
 * @fires banso-close - The person closed it.
 * @csspart base - Everything inside.
 * @csspart panel - The framed surface.
 * @cssprop --banso-accent - Any colour; made legible by itself.
 * @cssprop --banso-radius - Corner radius of the surface; smaller parts follow.
 */
export class BansoSurvey extends BansoElement<FirstLookMessages> {
  static override styles = [contract, frame, scale];
  static override properties = {
    ...BansoElement.properties,
    content: {},
    surface: {},
    chosen: { attribute: false },
    news: { attribute: false },
  };
  /** Id or slug of the survey. */
  declare content: string;
  /** Where it stands, for the record of who saw it. Default: `inline`. */
  declare surface: 'popover' | 'panel' | 'inline';
  /** @internal The number picked and not sent yet. */
  declare chosen: number | undefined;
  /** @internal What the live region says. */
  declare news: string;

  #flow: SurveyFlow | undefined;
  #loading: Promise<SurveyFlow> | undefined;

  constructor() {
    super(firstLookMessages);
    this.content = '';
    this.surface = 'inline';
    this.news = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#flow?.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#flow?.stop();
  }

  /** @internal Words are typed that closing would lose. */
  get drafted(): boolean {
    return this.#flow?.drafted ?? false;
  }

  /** @internal */
  get survey(): PublishedSurvey | undefined {
    const state = this.source?.state;
    return state && findContent(state, 'survey', this.content);
  }

  protected override draw({ texts, state }: Scene<FirstLookMessages>): unknown {
    const survey = this.survey;
    if (!survey) return nothing;
    const title = survey.title || texts.question;
    const top = html`
      <div class="top">
        <p class="m grow">${title}</p>
        ${this.#flow?.count(state)}
        <button type="button" class="ib" aria-label=${texts.close} @click=${this.close}>${icon(CROSS)}</button>
      </div>`;
    return html`
      <section class="panel" part="panel" role=${this.embedded ? 'group' : 'dialog'} aria-label=${title}>
        ${this.embedded ? nothing : top}
        <div class="scroll">
          ${this.#flow?.draw(state) ?? this.#firstLook(survey, state)}
          ${this.#flow?.begun ? nothing : this.#waysOut(texts)}
        </div>
        <div class="vh" role="status">${this.news}</div>
      </section>`;
  }

  #firstLook(survey: PublishedSurvey, state: WidgetState): unknown {
    const [first] = survey.questions;
    if (first?.type !== 'nps') return nothing;
    return html`
      <div class="ask" lang=${survey.lang} dir=${directionOf(survey.lang)}>${this.scale(first)}</div>
      ${this.#flow?.below(state)}`;
  }

  #waysOut(texts: FirstLookMessages): TemplateResult {
    const way = (act: 'later' | 'never') => () => void this.#withFlow((flow) => flow[act]());
    return html`
      <div class="foot">
        <button type="button" class="quiet" @click=${way('later')}>${texts.later}</button>
        <button type="button" class="quiet end" @click=${way('never')}>${texts.never}</button>
      </div>`;
  }

  /** @internal The scale of a score question. */
  scale(question: Extract<PublishedQuestion, { type: 'nps' }>): TemplateResult {
    const choose = (score: number) => (this.chosen = score);
    const submit = () => void this.#withFlow((flow) => flow.send());
    return scaleField(question, this.chosen, { choose, submit });
  }

  protected override updated(changed: Changed): void {
    super.updated(changed);
    if (!this.#loading && this.survey)
      requestAnimationFrame(() => void this.#withFlow((flow) => flow.start()));
  }

  async #withFlow(use: (flow: SurveyFlow) => unknown): Promise<void> {
    try {
      if (!this.isConnected) return;
      this.#loading ??= import('./survey-flow.ts').then((module) => new module.SurveyFlow(this));
      this.#flow = await this.#loading;
      this.requestUpdate();
      await use(this.#flow);
    } catch {
      if (!this.#flow) this.#loading = undefined; // the network may be back at the next click
    }
  }

  /** @internal */
  close = (): void => {
    this.#flow?.leave();
    fire(this, 'banso-close');
  };
}
