import { html, nothing } from 'lit/html.js';
import type { PublishedContent, PublishedOf } from '@banso/contract';
import type { Controller, WidgetState } from '../controller.ts';
import type { LoadTexts } from '../messages/load.ts';
import { Texts } from '../messages/texts.ts';
import { currentController, onController } from './current-controller.ts';
import { ReactiveElement } from './reactive-element.ts';
import type { Changed, Properties } from './reactive-element.ts';

/** The writing direction of a language tag. */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(locale) ? 'rtl' : 'ltr';

/** What a subclass draws from, all of it present. */
export interface Scene<T> {
  state: WidgetState;
  texts: T;
  /** Tag for `Intl`: the person's own where the texts are in that language, else the texts'. */
  locale: string;
}

/**
 * What all our elements share: the controller they draw from, texts in the person's language, the theme of what they show, and the
 * promise that nothing is thrown into the page. Draws nothing until there are a controller and texts.
 * @attr {'light' | 'dark'} theme - Light or dark, whatever the surroundings are. Default: the page's `color-scheme`.
 * @attr {'left' | 'right'} side - Where it stands over the page. Default: where lines end.
 * @cssprop [--banso-accent] - Any colour; made legible by itself.
 * @cssprop [--banso-surface] - Background of what is framed; the other greys are mixed from it and the ink.
 * @cssprop [--banso-ink] - Colour of the text.
 * @cssprop [--banso-radius=16px] - Corner radius of the surface; smaller parts follow.
 * @cssprop [--banso-font=inherit] - Font family; the page's by default.
 * @cssprop [--banso-text=1] - Factor of all text sizes.
 * @cssprop [--banso-density=1] - Factor of the room above and below.
 * @cssprop [--banso-offset-x=20px] - Distance from the side of the window.
 * @cssprop [--banso-offset-y=20px] - Distance from the bottom of the window.
 * @cssprop [--banso-z=2147483000] - Where it lies among what stands over the page.
 * @internal
 */
export abstract class BansoElement<T extends { lang: string }> extends ReactiveElement {
  static override properties: Properties = {
    controller: { attribute: false },
    embedded: { type: Boolean, reflect: true },
  };
  /** Where state comes from and facts go; unset: the page's runtime. */
  declare controller: Controller | undefined;
  /** @internal Drawn inside the panel, which has the frame and the close button. */
  declare embedded: boolean;

  #source: Controller | undefined;
  #stop: (() => void) | undefined;
  #stopWaiting: (() => void) | undefined;
  #texts: Texts<T>;
  /** What it shows, whose theme it wears; where that has none, the default one. */
  declare protected worn: PublishedContent | undefined;

  constructor(texts: LoadTexts<T>) {
    super();
    this.embedded = false;
    this.#texts = new Texts(texts, () => this.requestUpdate());
  }

  protected abstract draw(scene: Scene<T>): unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWaiting = onController(() => this.#attach());
    this.#attach();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWaiting?.();
    this.#stop?.();
    this.#stop = this.#source = undefined;
  }

  /** Also waits for the texts that are on their way. */
  override get updateComplete(): Promise<void> {
    return this.#settle(super.updateComplete);
  }

  async #settle(drawn: Promise<void>): Promise<void> {
    await drawn;
    if (!this.#texts.coming) return;
    await this.#texts.coming;
    await super.updateComplete;
  }

  #attach(): void {
    const source = this.controller ?? currentController();
    if (source === this.#source) return;
    this.#stop?.();
    this.#source = source;
    this.#stop = source?.subscribe(() => this.requestUpdate());
    this.requestUpdate();
  }

  /** @internal The controller in use: the element's own, else the page's. */
  get source(): Controller | undefined {
    return this.#source;
  }

  protected override willUpdate(changed: Changed): void {
    if (changed.has('controller') && this.isConnected) this.#attach();
  }

  protected override render(): unknown {
    const state = this.#source?.state;
    const texts = state && this.#texts.for(state.locale);
    if (!texts) return nothing;
    const locale = state.locale.startsWith(texts.lang) ? state.locale : texts.lang;
    const drawn = this.draw({ state, texts, locale });
    const { css, scheme } = this.worn?.theme ?? state.theme;
    // By CSSOM, to which the property hands on, since a `style` attribute is refused under a strict policy.
    return html`
      <div part="base" lang=${locale} dir=${directionOf(state.locale)} scheme=${scheme ?? nothing} .style=${css ?? ''}>
        ${drawn}
      </div>`;
  }

  /** The published content of a kind that it shows, by id or slug. */
  protected find<K extends PublishedContent['kind']>(kind: K, idOrSlug: string): PublishedOf<K> | undefined {
    const isIt = (content: PublishedContent): content is PublishedOf<K> =>
      content.kind === kind && (content.id === idOrSlug || content.slug === idOrSlug);
    return (this.worn = Object.values(this.#source?.state.contents ?? {}).find(isIt));
  }
}
