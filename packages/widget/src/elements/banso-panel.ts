import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Changed, ReactiveElement } from './reactive-element.ts';
import type { PanelMessages } from '../messages/en/panel.ts';
import { loadPanelMessages } from '../messages/page-messages.ts';
import { accent } from '../styles/accent.ts';
import { contract } from '../styles/contract.ts';
import { controls } from '../styles/controls.ts';
import { frame } from '../styles/frame.ts';
import { panel } from '../styles/panel.ts';
import { BansoElement } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { icon } from './icon.ts';
import { BACK } from './more-icons.ts';
import type { PanelHome } from './panel-home.ts';
import { isInside, sameView, viewOf } from './panel-view.ts';
import type { View } from './panel-view.ts';
import { fire } from './fire.ts';
import { tell } from './tell.ts';

/** The shape of a view while its code is on its way. */
const SKELETON = html`
  <div class="scroll" aria-busy="true">
    <div class="sk"></div>
    <div class="sk"></div>
    <div class="sk"></div>
  </div>`;

/**
 * The panel: home, checklists, guides and, when one waits there, a survey. Non-modal; Escape and the cross close it. Placed
 * in a page by its author it is always open and has no cross.
 * @fires banso-close - The person closed it.
 * @csspart base - Everything inside.
 * @csspart panel - The framed surface.
 * @cssprop --banso-accent - Any colour; made legible by itself.
 * @cssprop --banso-radius - Corner radius of the surface; smaller parts follow.
 * @cssprop --banso-font - Font family; the page's by default.
 */
export class BansoPanel extends BansoElement<PanelMessages> {
  static override styles = [contract, accent, frame, controls, panel];
  static override properties = {
    ...BansoElement.properties,
    floating: { type: Boolean },
    start: {},
    view: { attribute: false },
  };
  /** Over the page, opened and closed by a launcher. */
  declare floating: boolean;
  /** Where a panel that is placed in a page begins: as in {@link show}. */
  declare start: string;
  /** @internal What is shown; `undefined`: closed. */
  declare view: View | undefined;

  #trail: View[] = [];
  #home: PanelHome | undefined;
  #loading = new Set<string>();

  constructor() {
    super(loadPanelMessages);
    this.floating = false;
    this.start = '';
    this.addEventListener('keydown', this.#closeByKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#home?.stop();
  }

  /**
   * Opens the panel, or goes to another place in it, and moves the focus there. Resolves when that is drawn.
   * @param target - `checklists`, `resources`, `messages`, `preferences`, or a content id or slug; anything else: home.
   */
  show(target?: string): Promise<void> {
    const state = this.source?.state;
    this.#trail = [];
    return this.#go(state ? viewOf(state, target) : { at: 'home' });
  }

  /** Closes the panel. Where the focus goes is for the caller to say. */
  hide(): void {
    this.#home?.stop();
    this.view = undefined;
  }

  /** @internal Words are typed that closing would lose. */
  get drafted(): boolean {
    return this.renderRoot.querySelector('banso-survey')?.drafted ?? false;
  }

  /** @internal Goes on to a view, from which "back" returns to the present one. */
  goOn(view: View): void {
    if (this.view && !sameView(view, this.view)) this.#trail.push(this.view);
    void this.#go(view);
  }

  #go(view: View): Promise<void> {
    this.view = view;
    this.#home?.stop();
    const content = 'id' in view ? this.source?.state.contents[view.id] : undefined;
    if (content) void tell(this.source, content, { type: 'content_opened' });
    return this.#focus();
  }

  async #focus(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.panel')?.focus();
    const { view } = this;
    await this.#load(view);
    await this.updateComplete;
    const nested = this.renderRoot.querySelector<ReactiveElement>('[embedded]');
    await nested?.updateComplete;
    if (view !== this.view) return;
    const root = nested?.renderRoot ?? this.renderRoot;
    root.querySelector<HTMLElement>('[data-heading]')?.focus();
    root.querySelector('.now')?.scrollIntoView({ block: 'nearest' });
  }

  /** Brings in what a view is made of. Nothing that a person has not opened is loaded. */
  async #load(view: View | undefined): Promise<void> {
    if (!view) return;
    try {
      if (view.at === 'checklist') return;
      const { PanelHome } = await import('./more.ts');
      this.#home ??= new PanelHome(this);
      await this.#home.ready(view);
      this.requestUpdate();
    } catch {
      this.#loading.delete(view.at); // drawn again, it is tried again
    }
  }

  protected override willUpdate(changed: Changed): void {
    super.willUpdate(changed);
    if (!this.floating && !this.view && this.source) this.view = viewOf(this.source.state, this.start);
    const at = this.view?.at;
    if (!at || this.#loading.has(at)) return;
    this.#loading.add(at);
    void this.#load(this.view);
  }

  protected override updated(changed: Changed): void {
    super.updated(changed);
    if (this.isConnected) this.#home?.watch();
  }

  protected override draw(scene: Scene<PanelMessages>): unknown {
    const { view } = this;
    if (!view) return nothing;
    const { texts, state } = scene;
    const sections: Readonly<Record<string, string>> = texts;
    const { id, reading }: { id?: string; reading?: string } = view as object;
    this.worn = state.contents[id ?? reading ?? ''];
    return html`
      <section
        class="panel"
        part="panel"
        role=${this.floating ? 'dialog' : 'group'}
        aria-label=${(sections[view.at] ?? this.worn?.title) || texts.help}
        tabindex="-1"
        @banso-read=${this.#read}
      >
        ${this.#body(view, scene)}
      </section>`;
  }

  #body(view: View, scene: Scene<PanelMessages>): unknown {
    const top = this.top(scene.texts);
    if (view.at !== 'checklist') return this.#home?.draw(view, scene) ?? html`${top}${SKELETON}`;
    return html`
      ${top}
      <banso-checklist embedded .controller=${this.source} .content=${view.id}></banso-checklist>`;
  }

  /** @internal The line with the way back, a title and the cross. */
  top(texts: PanelMessages, title?: TemplateResult): TemplateResult {
    const back = html`
      <button type="button" class="ib" aria-label=${texts.back} @click=${this.#back}>${icon(BACK, 'flip')}</button>`;
    return html`
      <div class="top">
        ${this.view && isInside(this.view) ? back : nothing}
        <div class="grow bar">${title}</div>
        ${this.cross(texts)}
      </div>`;
  }

  /** @internal */
  cross(texts: PanelMessages): TemplateResult | typeof nothing {
    if (!this.floating) return nothing;
    return html`
      <button type="button" class="ib x" aria-label=${texts.close} @click=${this.#close}></button>`;
  }

  #back = (): void => {
    void this.#go(this.#trail.pop() ?? { at: 'home' });
  };

  #read = (event: CustomEvent<{ contentId: string }>): void => {
    this.goOn({ at: 'resources', reading: event.detail.contentId });
  };

  #close = (): void => fire(this, 'banso-close');

  #closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || !this.floating) return;
    event.stopPropagation();
    this.#close();
  };
}
