import { html, nothing } from 'lit/html.js';
import type { Changed } from './reactive-element.ts';
import type { PublishedChecklist } from '@banso/contract';
import { loadChecklistMessages } from '../messages/page-messages.ts';
import { dayWords } from '../messages/dates.ts';
import type { ChecklistMessages } from '../messages/en/checklist.ts';
import { count, say } from '../messages/say.ts';
import { accent } from '../styles/accent.ts';
import { checklist as checklistStyles } from '../styles/checklist.ts';
import { contract } from '../styles/contract.ts';
import { controls } from '../styles/controls.ts';
import { frame } from '../styles/frame.ts';
import { ring as ringStyles } from '../styles/ring.ts';
import { BansoElement, directionOf } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { stepItem } from './checklist-step.ts';
import { checklistView } from './checklist-view.ts';
import type { ChecklistView, StepView } from './checklist-view.ts';
import type { ChecklistWays } from './checklist-ways.ts';
import { icon } from './icon.ts';
import { CLOCK, WARNING } from './more-icons.ts';
import { richText } from './rich-text.ts';
import { ring } from './ring.ts';
import { memoryOf } from './step-memory.ts';
import type { ChecklistMemory } from './step-memory.ts';
import { fire } from './fire.ts';
import { focusHeading, tell } from './tell.ts';

/**
 * A checklist: progress in a ring and in words, steps of which one is open at a time, and the ways to put it off or away.
 * Draws nothing for a person it is not on offer to.
 * @fires banso-step - The person ticked a step or took the tick back; `detail.step`, `detail.done`.
 * @fires banso-follow - The person followed a link in it.
 * @csspart base - Everything inside.
 * @csspart panel - The framed surface.
 * @cssprop --banso-accent - Any colour; made legible by itself.
 * @cssprop --banso-radius - Corner radius of the surface; smaller parts follow.
 */
export class BansoChecklist extends BansoElement<ChecklistMessages> {
  static override styles = [contract, accent, frame, controls, ringStyles, checklistStyles];
  static override properties = {
    ...BansoElement.properties,
    content: {},
    unfolded: { attribute: false },
    refused: { attribute: false },
    news: { attribute: false },
  };
  /** Id or slug of the checklist. */
  declare content: string;
  /** @internal Key of the open step; `null`: none; `undefined`: the current one. */
  declare unfolded: string | null | undefined;
  /** @internal A change was refused. */
  declare refused: boolean;
  /** @internal What the live region says. */
  declare news: string;

  #finished: boolean | undefined;
  #ways: ChecklistWays | undefined;
  #loading: Promise<ChecklistWays> | undefined;

  constructor() {
    super(loadChecklistMessages);
    this.content = '';
    this.refused = false;
    this.news = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.embedded) this.#ways?.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ways?.stop();
  }

  /** @internal */
  get checklist(): PublishedChecklist | undefined {
    return this.find('checklist', this.content);
  }

  /** @internal */
  get memory(): ChecklistMemory | undefined {
    const { source, checklist } = this;
    return source && checklist && memoryOf(source, checklist.id);
  }

  protected override willUpdate(changed: Changed): void {
    super.willUpdate(changed);
    if (changed.has('content') && this.hasUpdated) {
      this.unfolded = undefined;
      this.refused = false;
      this.#ways?.reset();
    }
  }

  protected override updated(changed: Changed): void {
    super.updated(changed);
    const { memory } = this;
    if (!memory || this.#finished === undefined) return;
    if (!this.embedded && !this.#loading) void this.#withWays((ways) => ways.watch());
    const underWay = [...memory.changes.values()].some(({ receipt }) => receipt === undefined);
    if (!this.#finished) memory.celebrates = true;
    else if (memory.celebrates && !underWay) {
      memory.celebrates = false;
      void this.#withWays((ways) => ways.celebrate());
    }
  }

  protected override draw(scene: Scene<ChecklistMessages>): unknown {
    const { checklist, memory } = this;
    const { state, texts } = scene;
    if (!checklist || !memory) return nothing;
    const progress = state.progress[checklist.id];
    const offered = progress !== undefined || state.show.some(({ contentId }) => contentId === checklist.id);
    const instead = this.#ways?.draw(scene);
    if (!offered && !instead) return nothing;
    const view = checklistView(checklist, progress, memory.changes);
    const finished = view.total > 0 && view.done === view.total;
    this.#finished = finished;
    const body =
      instead ?? html`${this.#steps(checklist, view, scene)}${finished ? nothing : this.#foot(texts)}`;
    return html`
      <section class="panel" part="panel" role="group" aria-label=${checklist.title}>
        ${body}
        <div class="vh" role="status">${this.news}</div>
      </section>`;
  }

  #steps(
    checklist: PublishedChecklist,
    view: ChecklistView,
    { texts, locale }: Scene<ChecklistMessages>,
  ): unknown {
    const { done, total, unsent } = view;
    const finished = done === total;
    const day =
      view.completedAt && this.source && dayWords(locale, new Date(view.completedAt), this.source.now());
    const words = finished ? count(texts.lang, texts.allDone, total) : say(texts.doneOf, { done, n: total });
    const more = finished ? day : unsent > 0 ? say(texts.notSent, { n: unsent }) : undefined;
    const current = view.steps.find((step) => step.current && step.state === 'open')?.key;
    const unfolded = this.unfolded === undefined ? current : this.unfolded;
    const draw = (step: StepView, index: number) =>
      stepItem(step, {
        texts,
        locale,
        source: this.source,
        open: step.key === unfolded,
        id: `s${index}`,
        lang: checklist.lang,
        toggle: () => (this.unfolded = step.key === unfolded ? null : step.key),
        change: (isDone) => void this.#change(step, isDone, texts),
      });
    const { lang } = checklist;
    const refused = html`<p class="note">${icon(WARNING)}${texts.refused}</p>`;
    const intro = html`
      <div class="text intro" lang=${lang} dir=${directionOf(lang)}>${richText(checklist.intro, this.source)}</div>`;
    return html`
      <div class="head">
        ${ring(done, total, html`<span>${done}/${total}</span>`)}
        <div class="grow">
          <h2 class="l" data-heading tabindex="-1" lang=${lang} dir=${directionOf(lang)}>${checklist.title}</h2>
          <p class="s">${more ? `${words} · ${more}` : words}</p>
        </div>
      </div>
      <div class="scroll">
        ${this.refused ? refused : nothing}
        ${checklist.intro.length > 0 && !finished ? intro : nothing}
        <ol class="list" aria-label=${texts.steps}>${view.steps.map(draw)}</ol>
      </div>`;
  }

  #foot(texts: ChecklistMessages): unknown {
    const way = (act: 'choose' | 'confirm') => () => void this.#withWays((ways) => ways[act]());
    const choosing = this.#ways?.choosing ?? false;
    return html`
      <div class="foot">
        <button
          type="button"
          class="quiet"
          id="remind"
          aria-haspopup="menu"
          aria-expanded=${choosing}
          @click=${way('choose')}
        >${icon(CLOCK, 'sm')}${texts.remind}</button>
        <button type="button" class="quiet end" @click=${way('confirm')}>${texts.notForMe}</button>
      </div>${this.#ways?.menu()}`;
  }

  async #withWays(use: (ways: ChecklistWays) => void): Promise<void> {
    try {
      this.#loading ??= import('./more.ts').then((module) => new module.ChecklistWays(this));
      this.#ways = await this.#loading;
      use(this.#ways);
    } catch {
      if (!this.#ways) this.#loading = undefined; // the network may be back at the next click
    }
  }

  async #change({ key, step }: StepView, done: boolean, texts: ChecklistMessages): Promise<void> {
    const { checklist, memory, source } = this;
    if (!checklist || !memory) return;
    memory.changes.set(key, { done });
    this.refused = false;
    this.unfolded = undefined;
    this.requestUpdate();
    fire(this, 'banso-step', { contentId: checklist.id, step: key, done });
    const sent = tell(source, checklist, { type: done ? 'step_completed' : 'step_reopened', step: key });
    void this.#focusNext();
    const receipt = await sent;
    if (receipt === 'refused') {
      memory.changes.delete(key);
      this.refused = true;
    } else if (memory.changes.get(key)?.done === done) memory.changes.set(key, { done, receipt });
    const said = done ? `${step.title}, ${texts.done}` : step.title;
    this.news = this.refused ? texts.refused : said;
    this.requestUpdate();
  }

  /** The button that was pressed is folded away: focus goes on to the step that comes next. */
  async #focusNext(): Promise<void> {
    await this.updateComplete;
    const next = this.renderRoot.querySelector<HTMLElement>('.now > button');
    if (next) next.focus();
    else await focusHeading(this);
  }
}
