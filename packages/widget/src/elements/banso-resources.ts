import { matchesSearch, plainText, searchText } from '@banso/domain/text';
import type { SearchText } from '@banso/domain/text';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Changed } from './reactive-element.ts';
import type { PublishedResource } from '@banso/contract';
import type { Receipt } from '../controller.ts';
import type { GuideMessages } from '../messages/en/guides.ts';
import { loadGuideMessages } from '../messages/more-messages.ts';
import { say } from '../messages/say.ts';
import { accent } from '../styles/accent.ts';
import { contract } from '../styles/contract.ts';
import { controls } from '../styles/controls.ts';
import { fields } from '../styles/fields.ts';
import { frame } from '../styles/frame.ts';
import { guides } from '../styles/guides.ts';
import { rows } from '../styles/rows.ts';
import { BansoElement } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { icon } from './icon.ts';
import { keepTyping } from './keep-typing.ts';
import { marked } from './marked.ts';
import { BACK } from './more-icons.ts';
import { forThisPage } from './for-this-page.ts';
import { offers } from './offers.ts';
import { resourcePage } from './resource-page.ts';
import { kindLine, resourceRow } from './resource-row.ts';
import { sessionCard } from './session-card.ts';
import { fire } from './fire.ts';
import { focusHeading, tell } from './tell.ts';
import { sessionOf } from './webinar.ts';

const LOUPE = 'M4 9a5 5 0 1010 0a5 5 0 10-10 0M13 13l3.5 3.5';

/**
 * The guides: those for this page first, then by section; search as you type; reading, and one question after it.
 * @fires banso-read - The person opened one; `detail.contentId`.
 * @fires banso-follow - The person followed a link in it.
 * @csspart base - Everything inside.
 * @csspart panel - The framed surface.
 * @cssprop --banso-accent - Any colour; made legible by itself.
 */
export class BansoResources extends BansoElement<GuideMessages> {
  static override styles = [contract, accent, frame, controls, fields, rows, guides];
  static override properties = {
    ...BansoElement.properties,
    reading: {},
    query: { attribute: false },
    news: { attribute: false },
  };
  /** Id or slug of the resource that is open; empty: the list. */
  declare reading: string;
  /** @internal What is searched for. */
  declare query: string;
  /** @internal What the live region says. */
  declare news: string;

  #ratings = new Map<string, Receipt>();
  #found = new WeakMap<PublishedResource, readonly SearchText[]>();

  constructor() {
    super(loadGuideMessages);
    this.reading = '';
    this.query = '';
    this.news = '';
  }

  protected override firstUpdated(): void {
    keepTyping(this);
  }

  protected override updated(changed: Changed): void {
    super.updated(changed);
    const resource = changed.has('reading') ? this.#resource : undefined;
    if (!resource) return;
    void tell(this.source, resource, { type: 'resource_opened' });
    if (!this.embedded) void focusHeading(this);
  }

  get #resource(): PublishedResource | undefined {
    return this.find('resource', this.reading);
  }

  protected override draw(scene: Scene<GuideMessages>): unknown {
    const resource = this.#resource;
    const { texts } = scene;
    return html`
      <section class="panel" part="panel" role="group" aria-label=${texts.guides}>
        ${resource ? this.#page(resource, scene) : this.#list(scene)}
        <div class="vh" role="status">${this.news}</div>
      </section>`;
  }

  #page(resource: PublishedResource, scene: Scene<GuideMessages>): TemplateResult {
    const { texts } = scene;
    const back = html`
      <div class="top">
        <button type="button" class="ib" aria-label=${texts.back} @click=${() => this.#read('')}>${icon(BACK, 'flip')}</button>
        <h2>${texts.guides}</h2>
      </div>`;
    const rating = this.#ratings.get(resource.id);
    const answer = (helpful: boolean) => () => void this.#rate(resource, helpful, texts);
    const asked = html`
      <span class="s" id="helped">${texts.helped}</span>
      <button type="button" class="quiet end" aria-describedby="helped" @click=${answer(true)}>${texts.yes}</button>
      <button type="button" class="quiet" aria-describedby="helped" @click=${answer(false)}>${texts.no}</button>`;
    return html`
      ${this.embedded ? nothing : back}
      <div class="scroll">${resourcePage(resource, scene, this.source)}</div>
      <div class="foot">${rating ? html`<span class="s">${texts.rated[rating]}</span>` : asked}</div>`;
  }

  #list(scene: Scene<GuideMessages>): TemplateResult {
    const { state, texts } = scene;
    const all = offers(state, 'resource');
    if (all.length === 0) return html`<p class="mid s">${texts.empty}</p>`;
    const clear = html`
      <button type="button" class="ib x" aria-label=${texts.clear} @click=${this.#clear}></button>`;
    const typed = (event: Event) => {
      if (event.target instanceof HTMLInputElement) this.#search(event.target.value, scene);
    };
    return html`
      ${this.embedded ? nothing : html`<div class="top"><h2>${texts.guides}</h2></div>`}
      <div class="f search" role="search">
        ${icon(LOUPE)}
        <input
          type="search"
          aria-label=${texts.search}
          placeholder=${texts.search}
          enterkeyhint="search"
          autocomplete="off"
          .value=${this.query}
          @input=${typed}
        >
        ${this.query ? clear : nothing}
      </div>
      <div class="scroll hold">${this.query.trim() ? this.#results(all, scene) : this.#sections(all, scene)}</div>`;
  }

  #sections(all: readonly PublishedResource[], scene: Scene<GuideMessages>): TemplateResult {
    const { state, texts } = scene;
    const now = this.source?.now() ?? new Date(0);
    const here = forThisPage(state);
    const live = all.filter((one) => !here.includes(one) && sessionOf(one, now)?.at === 'coming');
    const sections = Map.groupBy(
      all.filter((one) => !here.includes(one) && !live.includes(one)),
      ({ section }) => section,
    );
    const list = (title: string, resources: readonly PublishedResource[]) =>
      resources.length > 0
        ? html`
            <h3 class="sec">${title}</h3>
            <div class="list">${resources.map((one) => this.#row(one, scene))}</div>`
        : nothing;
    const cards = live.map((one) => sessionCard(one, scene, this.source, () => this.#read(one.id)));
    const nameless = sections.size > 1 || here.length > 0 ? texts.more : texts.guides;
    return html`
      ${list(texts.forThisPage, here)}
      ${live.length > 0 ? html`<h3 class="sec">${texts.live}</h3>${cards}` : nothing}
      ${[...sections].map(([section, resources]) => list(section || nameless, resources))}`;
  }

  #results(all: readonly PublishedResource[], scene: Scene<GuideMessages>): TemplateResult {
    const { texts } = scene;
    const hits = this.#hits(all);
    if (hits.length === 0)
      return html`
        <div class="mid">
          <h3 class="l">${texts.nothingFound}</h3>
          <p class="s">${texts.otherWord}</p>
        </div>`;
    return html`
      <p class="sec">${say(texts.found, { n: hits.length })}</p>
      <div class="list">${hits.map((one) => this.#row(one, scene))}</div>`;
  }

  #hits(all: readonly PublishedResource[]): readonly PublishedResource[] {
    return all.filter((one) => {
      const known = this.#found.get(one);
      const texts =
        known ?? [one.title, one.summary, one.section, ...one.tags, plainText(one.body)].map(searchText);
      this.#found.set(one, texts);
      return matchesSearch(this.query, texts);
    });
  }

  #row(resource: PublishedResource, { texts, locale }: Scene<GuideMessages>): TemplateResult {
    const line = kindLine(resource, texts, locale, this.source?.now() ?? new Date(0));
    const title = marked(resource.title, this.query);
    return resourceRow(resource, this.source, line, () => this.#read(resource.id), title);
  }

  #search(query: string, { state, texts }: Scene<GuideMessages>): void {
    this.query = query;
    const { length } = this.#hits(offers(state, 'resource'));
    this.news = query.trim() === '' ? '' : length > 0 ? say(texts.found, { n: length }) : texts.nothingFound;
  }

  #clear = (): void => {
    this.query = '';
    this.news = '';
    this.renderRoot.querySelector('input')?.focus();
  };

  #read(contentId: string): void {
    this.news = '';
    if (!this.embedded) this.reading = contentId;
    if (contentId) fire(this, 'banso-read', { contentId });
  }

  async #rate(resource: PublishedResource, helpful: boolean, texts: GuideMessages): Promise<void> {
    const receipt = await tell(this.source, resource, { type: 'resource_rated', helpful });
    this.#ratings.set(resource.id, receipt);
    this.news = texts.rated[receipt];
    this.requestUpdate();
    void focusHeading(this);
  }
}
