import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Changed } from './reactive-element.ts';
import type { PublishedScale, PublishedSurvey } from '@banso/contract';
import type { WidgetState } from '../controller.ts';
import { firstLookMessages } from '../messages/first-look.ts';
import type { FirstLookMessages } from '../messages/first-look.ts';
import { contract } from '../styles/contract.ts';
import { frame } from '../styles/frame.ts';
import { scale } from '../styles/scale.ts';
import { BansoElement, directionOf } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { fire } from './fire.ts';
import type { SurveyFlow } from './survey-flow.ts';
import { scaleField } from './survey-scale.ts';
import type { ScaleLook } from './survey-scale.ts';

/**
 * Asks a survey, one question at a time, reports every answer as it is given and says truthfully what became of it.
 * Draws nothing without a published survey. This file is the first look, a score to choose; the rest ({@link SurveyFlow})
 * loads once that is on the screen. A survey that begins with another question is drawn when all of it is there.
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
    return this.find('survey', this.content);
  }

  protected override draw({ texts, state }: Scene<FirstLookMessages>): unknown {
    const survey = this.survey;
    const asked = survey && (this.#flow?.draw(state) ?? this.#firstLook(survey, state));
    if (!asked) return nothing;
    const title = survey.title || texts.question;
    const top = html`
      <div class="top">
        <p class="m grow">${title}</p>
        ${this.#flow?.count(state)}
        <button type="button" class="ib x" aria-label=${texts.close} @click=${this.close}></button>
      </div>`;
    return html`
      <section class="panel" part="panel" role=${this.embedded ? 'group' : 'dialog'} aria-label=${title}>
        ${this.embedded ? nothing : top}
        <div class="scroll">
          ${asked}
          ${this.#flow?.begun ? nothing : this.#waysOut(texts)}
        </div>
        <div class="vh" role="status">${this.news}</div>
      </section>`;
  }

  #firstLook(survey: PublishedSurvey, state: WidgetState): unknown {
    const [first] = survey.questions;
    if (first?.type !== 'nps') return undefined;
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

  /** @internal A question that is answered by a number, see `scaleField`. */
  scale(question: PublishedScale, ...look: ScaleLook): TemplateResult {
    const choose = (score: number) => (this.chosen = score);
    const submit = () => void this.#withFlow((flow) => flow.send());
    return scaleField(question, this.chosen, { choose, submit }, ...look);
  }

  protected override updated(changed: Changed): void {
    super.updated(changed);
    this.#flow?.start(); // also after it was put elsewhere, which draws it anew
    if (!this.#loading && this.survey) requestAnimationFrame(() => void this.#withFlow());
  }

  async #withFlow(use?: (flow: SurveyFlow) => unknown): Promise<void> {
    try {
      if (!this.isConnected) return;
      this.#loading ??= import('./survey-flow.ts').then(({ openFlow }) => openFlow(this));
      this.#flow = await this.#loading;
      this.requestUpdate();
      await use?.(this.#flow);
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
