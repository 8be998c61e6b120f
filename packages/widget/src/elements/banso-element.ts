import { html, nothing } from 'lit/html.js';
import type { PublishedOf } from '@banso/contract';
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
 * What all our elements share: the controller they draw from, texts in the person's language, the workspace's theme, and the
 * promise that nothing is thrown into the page. Draws nothing until there are a controller and texts.
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
    return html`
      <div part="base" lang=${locale} dir=${directionOf(state.locale)} scheme=${state.theme.scheme ?? nothing}>
        ${this.draw({ state, texts, locale })}
      </div>`;
  }

  protected override updated(_changed: Changed): void {
    const { accent, radius } = this.#source?.state.theme ?? {};
    // CSSOM, since a `style` attribute is refused under a strict policy.
    const style = this.renderRoot.querySelector<HTMLElement>('[part~=base]')?.style;
    style?.setProperty('--theme-accent', accent ?? null);
    style?.setProperty('--theme-radius', radius === undefined ? null : `${radius}px`);
  }
}

/** The content that an element names by id or slug, if it is published and of this kind. */
export function findContent<K extends WidgetState['contents'][string]['kind']>(
  state: WidgetState,
  kind: K,
  idOrSlug: string,
): PublishedOf<K> | undefined {
  const isIt = (content: WidgetState['contents'][string]): content is PublishedOf<K> =>
    content.kind === kind && (content.id === idOrSlug || content.slug === idOrSlug);
  return Object.values(state.contents).find(isIt);
}
