import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Changed } from './reactive-element.ts';
import type { PublishedAnnouncement } from '@banso/contract';
import { announcementMessages } from '../messages/announcement.ts';
import type { AnnouncementMessages } from '../messages/announcement.ts';
import { dayWords } from '../messages/dates.ts';
import { accent } from '../styles/accent.ts';
import { announcement as announcementStyles } from '../styles/announcement.ts';
import { checklist } from '../styles/checklist.ts';
import { contract } from '../styles/contract.ts';
import { controls } from '../styles/controls.ts';
import { frame } from '../styles/frame.ts';
import { BansoElement, directionOf } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { composes } from './composes.ts';
import { fire } from './fire.ts';
import { followLink } from './follow-link.ts';
import { richText } from './rich-text.ts';
import { tell } from './tell.ts';

const LATER_MS = 86_400_000;

/**
 * One announcement: a bar, a card, a word that says "new", or the whole of it to read. Placed in a page by its author it looks as
 * its mode says, until the person has closed or read it.
 * @fires banso-close - The person closed it, put it off, or has seen it elsewhere.
 * @csspart base - Everything inside.
 * @csspart panel - The card.
 * @csspart banner - The bar.
 * @cssprop --banso-accent - Any colour; made legible by itself.
 * @cssprop --banso-radius - Corner radius of the card; smaller parts follow.
 */
export class BansoAnnouncement extends BansoElement<AnnouncementMessages> {
  static override styles = [contract, accent, frame, controls, checklist, announcementStyles];
  static override properties = {
    ...BansoElement.properties,
    content: {},
    surface: {},
    news: { attribute: false },
  };
  /** Id or slug of the announcement. */
  declare content: string;
  /** Where it stands, for the record of who saw it. Default: `inline`, looking as its mode says. */
  declare surface: 'popover' | 'banner' | 'panel' | 'inline';
  /** @internal What the live region says. */
  declare news: string;

  #watched: Element | undefined;
  #stopWatching: (() => void) | undefined;

  constructor() {
    super(announcementMessages);
    this.content = '';
    this.surface = 'inline';
    this.news = '';
    this.renderRoot.addEventListener('keydown', this.#closeByKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
    this.#watched = undefined;
  }

  /** @internal */
  get announcement(): PublishedAnnouncement | undefined {
    return this.find('announcement', this.content);
  }

  protected override draw(scene: Scene<AnnouncementMessages>): unknown {
    const one = this.announcement;
    if (!one) return nothing;
    const shown = scene.state.show.find(({ contentId }) => contentId === one.id);
    const inline = this.surface === 'inline';
    if (inline && (!shown || shown.reason === 'finished')) return nothing;
    switch (inline ? one.mode : this.surface) {
      case 'badge':
        return shown?.unread ? html`<span class="tag look">${scene.texts.fresh}</span>` : nothing;
      case 'banner':
        return this.#banner(one, scene.texts);
      case 'panel':
        return this.#page(one, scene);
      default:
        return this.#card(one, scene);
    }
  }

  #banner(one: PublishedAnnouncement, { fresh, close }: AnnouncementMessages): TemplateResult {
    const { lang, title } = one;
    return html`
      <div class="bar banner look" part="banner" role="region" aria-label=${title} dir=${directionOf(lang)}>
        <span class="tag">${fresh}</span>
        <div class="s grow" lang=${lang}>
          <b>${title}</b>
          ${this.#text(one)}
          ${this.#action(one, 'link')}
        </div>
        ${this.#cross(close)}
        <div class="vh" role="status">${this.news}</div>
      </div>`;
  }

  #card(one: PublishedAnnouncement, scene: Scene<AnnouncementMessages>): TemplateResult {
    const { texts } = scene;
    const { lang, title } = one;
    const floats = this.surface === 'popover';
    const later = html`<button type="button" class="quiet" @click=${this.#later}>${texts.later}</button>`;
    return html`
      <section class="panel pop look" part="panel" role=${floats ? 'dialog' : 'group'} aria-label=${title} dir=${directionOf(lang)}>
        <div class="bar">
          <span class="tag">${texts.fresh}</span>
          ${this.#day(one, scene)}
          <span class="grow"></span>
          ${this.#cross(texts.close)}
        </div>
        <h2 class="l" lang=${lang}>${title}</h2>
        ${this.#text(one)}
        <div class="bar">${this.#action(one, 'btn')}${floats ? later : nothing}</div>
        <div class="vh" role="status">${this.news}</div>
      </section>`;
  }

  #page(one: PublishedAnnouncement, scene: Scene<AnnouncementMessages>): TemplateResult {
    const { lang, title } = one;
    return html`
      <section class="panel" part="panel" role="group" aria-label=${title}>
        <div class="scroll">
          <article class="read" dir=${directionOf(lang)}>
            <h2 class="xl" data-heading tabindex="-1" lang=${lang}>${title}</h2>
            ${this.#day(one, scene)}
            ${this.#text(one)}
            ${this.#action(one, 'btn')}
          </article>
        </div>
      </section>`;
  }

  #text({ lang, body }: PublishedAnnouncement): TemplateResult | typeof nothing {
    if (body.length === 0) return nothing;
    return html`<div class="text" lang=${lang}>${richText(body, this.source)}</div>`;
  }

  #day({ publishedAt }: PublishedAnnouncement, { locale }: Scene<AnnouncementMessages>): TemplateResult {
    const now = this.source?.now() ?? new Date();
    return html`<p class="m">${dayWords(locale, new Date(publishedAt), now)}</p>`;
  }

  #action({ action, lang }: PublishedAnnouncement, look: 'link' | 'btn'): unknown {
    if (!action) return nothing;
    const label = html`<span lang=${lang}>${action.label}</span>`;
    return followLink(this.source, action.url, look, label, this.#act) ?? nothing;
  }

  #cross(name: string): TemplateResult {
    return html`
      <button type="button" class="ib x" aria-label=${name} @click=${this.#dismiss}></button>`;
  }

  protected override updated(changed: Changed): void {
    super.updated(changed);
    const { announcement: one, source, surface } = this;
    const look = this.renderRoot.querySelector('.look') ?? undefined;
    if (look !== this.#watched) {
      this.#stopWatching?.();
      this.#watched = look;
      if (look) requestAnimationFrame(() => void this.#watch(look));
    }
    // Opened or closed somewhere else, by the same person.
    const isOver = source?.state.show.some(
      ({ contentId, reason }) => contentId === one?.id && reason === 'finished',
    );
    if (isOver && surface !== 'panel') this.#leave();
  }

  /** The code that tells whether it is seen is not needed to show it. */
  async #watch(look: Element): Promise<void> {
    try {
      const { watchShown } = await import('../runtime/late.ts');
      const { announcement: one, surface } = this;
      if (!one || look !== this.#watched) return;
      this.#stopWatching = watchShown(
        look,
        () => void tell(this.source, one, { type: 'content_shown', surface }),
      );
      // The region stood in the page before its text does, or it would not be read out.
      if (surface !== 'inline') this.news = one.title;
    } catch {
      this.#watched = undefined; // drawn again, it is tried again
    }
  }

  #leave(): void {
    fire(this, 'banso-close');
  }

  #dismiss = (): void => {
    const one = this.announcement;
    if (one) void tell(this.source, one, { type: 'content_dismissed' });
    this.#leave();
  };

  #later = (): void => {
    const { announcement: one, source } = this;
    const until = new Date((source?.now().getTime() ?? 0) + LATER_MS).toISOString();
    if (one) void tell(source, one, { type: 'content_snoozed', until });
    this.#leave();
  };

  #act = (): void => {
    const { announcement: one, source, surface } = this;
    if (!one) return;
    if (surface !== 'panel') void tell(source, one, { type: 'content_opened' });
    source?.emit('completed', { contentId: one.id, version: one.version });
    // After the link: what is gone is not followed.
    if (surface !== 'panel') setTimeout(() => this.#leave());
  };

  #closeByKey = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || composes(event)) return;
    if (this.surface === 'panel' || this.surface === 'inline') return;
    event.stopPropagation();
    this.#dismiss();
  };
}
