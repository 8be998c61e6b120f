import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PublishedChecklist, PublishedSurvey } from '@banso/contract';
import type { WidgetState } from '../controller.ts';
import { loadChecklistMessages } from '../messages/page-messages.ts';
import { dueWords } from '../messages/due-words.ts';
import type { ChecklistMessages } from '../messages/en/checklist.ts';
import type { GuideMessages } from '../messages/en/guides.ts';
import type { HomeMessages } from '../messages/en/home.ts';
import type { PanelMessages } from '../messages/en/panel.ts';
import { loadGuideMessages, loadHomeMessages } from '../messages/more-messages.ts';
import { count, say } from '../messages/say.ts';
import { Texts } from '../messages/texts.ts';
import { fields } from '../styles/fields.ts';
import { home } from '../styles/home.ts';
import { face } from '../styles/face.ts';
import { ring as ringStyles } from '../styles/ring.ts';
import { rows } from '../styles/rows.ts';
import { adopt } from './adopt.ts';
import type { Scene } from './banso-element.ts';
import type { BansoPanel } from './banso-panel.ts';
import { icon } from './icon.ts';
import { BOOK, CHECK, TARGET } from './more-icons.ts';
import { forThisPage } from './for-this-page.ts';
import { initials } from './initials.ts';
import { messageCard, SPEECH, unreadDot } from './message-card.ts';
import { offers } from './offers.ts';
import { threadOf } from './own-thread.ts';
import type { OwnThread } from './own-thread.ts';
import { sections } from './panel-sections.ts';
import { panelNews } from './panel-news.ts';
import { isInside } from './panel-view.ts';
import type { View } from './panel-view.ts';
import { kindLine, onward, resourceRow } from './resource-row.ts';
import { ring } from './ring.ts';
import { tell } from './tell.ts';
import { watchShown } from './watch-shown.ts';

const GUIDES_SHOWN = 3;
const CLOUD_OFF =
  'M6.5 8.2A3.6 3.6 0 006 15.5h8M14.6 9.56A4.5 4.5 0 008 6.1M3 3l14 14M16.6 13.9a3 3 0 00-2-4.34';
const HOUSE = 'M3.5 9L10 3.8 16.5 9v7.2h-13zM8 16v-4h4v4';
const SLIDERS =
  'M3.5 7h6M14 7h2.5M3.5 13H6M10.5 13h6M9.7 7a2.1 2.1 0 104.2 0a2.1 2.1 0 10-4.2 0M6.1 13a2.1 2.1 0 104.2 0a2.1 2.1 0 10-4.2 0';
const TICKS = 'M3.5 5.5l1.5 1.5 2.5-3M3.5 13l1.5 1.5 2.5-3M10.5 5.5h6M10.5 13h6';

/** What drawing takes: that of the panel, with the texts of its sections. */
type HomeScene = Scene<HomeMessages> & { panel: PanelMessages };

/** All views of the panel but a checklist: home, all checklists, guides, a survey; and the tabs under the first three. */
export class PanelHome {
  #panel: BansoPanel;
  #texts: Texts<HomeMessages>;
  #guides: Texts<GuideMessages>;
  #steps: Texts<ChecklistMessages>;
  #watched = new Map<string, () => void>();
  #wasOffline = false;
  #thread: OwnThread | undefined;
  #stopHearing: (() => void) | undefined;

  constructor(panel: BansoPanel) {
    this.#panel = panel;
    this.#texts = new Texts(loadHomeMessages, () => panel.requestUpdate());
    this.#guides = new Texts(loadGuideMessages, () => panel.requestUpdate());
    this.#steps = new Texts(loadChecklistMessages, () => panel.requestUpdate());
    adopt(panel, [fields, ringStyles, rows, home, face]);
  }

  /** Resolves when the texts are here, or cannot be had. @throws when what the view is made of could not be fetched. */
  async ready(view: View): Promise<void> {
    const { source } = this.#panel;
    if (source) this.#texts.for(source.state.locale);
    await sections[view.at]?.();
    await this.#texts.coming;
  }

  /** `undefined`: the texts are not here. */
  draw(view: View, scene: Scene<PanelMessages>): TemplateResult | undefined {
    const texts = this.#texts.for(scene.state.locale);
    if (!texts) return undefined;
    return html`
      ${this.#body(view, { ...scene, texts, panel: scene.texts })}
      ${isInside(view) ? nothing : this.#tabs(view, texts, scene.texts, scene.state.messages)}`;
  }

  /** What the person and the team have written; undefined: there are no messages for them. */
  #messages(): OwnThread | undefined {
    const thread = threadOf(this.#panel.source);
    if (thread !== this.#thread) {
      this.#stopHearing?.();
      this.#thread = thread;
      this.#stopHearing = thread?.subscribe(() => this.#panel.requestUpdate());
    }
    thread?.look();
    return thread;
  }

  #body(view: View, scene: HomeScene): TemplateResult {
    const { source } = this.#panel;
    const thread = this.#messages();
    switch (view.at) {
      case 'checklists':
        return this.#checklists(scene);
      case 'resources':
        return html`
          ${this.#panel.top(scene.panel, html`<h2>${scene.panel.resources}</h2>`)}
          <banso-resources embedded .controller=${source} .reading=${view.reading}></banso-resources>`;
      case 'survey':
        return html`
          ${this.#panel.top(scene.panel, html`<p class="m">${this.#titleOf(view.id, scene)}</p>`)}
          <banso-survey embedded surface="panel" .controller=${source} .content=${view.id}></banso-survey>`;
      case 'preferences':
        return html`
          ${this.#panel.top(scene.panel, html`<h2>${scene.panel.preferences}</h2>`)}
          <banso-preferences embedded .controller=${source}></banso-preferences>`;
      case 'announcement':
        return html`
          ${this.#panel.top(scene.panel)}
          <banso-announcement embedded surface="panel" .controller=${source} .content=${view.id}></banso-announcement>`;
      default:
        return view.at === 'messages' && thread ? this.#written(thread, scene) : this.#home(scene, thread);
    }
  }

  #written(thread: OwnThread, { panel }: HomeScene): TemplateResult {
    const { name = '' } = thread;
    const title = html`
      ${name && html`<span class="av" aria-hidden="true">${initials(name)}</span>`}
      <h2>${name || panel.messages}</h2>`;
    return html`
      ${this.#panel.top(panel, title)}
      <banso-messages embedded .controller=${this.#panel.source}></banso-messages>`;
  }

  #tabs(
    view: View,
    texts: HomeMessages,
    { checklists, resources, messages }: PanelMessages,
    own: WidgetState['messages'],
  ): TemplateResult {
    const tab = (at: View['at'], picture: string, name: string, mark?: TemplateResult) => html`
      <button type="button" aria-current=${view.at === at ? 'page' : nothing} @click=${() => void this.#panel.show(at)}>
        ${icon(picture)}
        <span>${name}</span>
        ${mark}
      </button>`;
    return html`
      <nav class=${own ? 'tabs many' : 'tabs'} aria-label=${texts.sections}>
        ${tab('home', HOUSE, texts.home)}
        ${tab('checklists', TICKS, checklists)}
        ${tab('resources', BOOK, resources)}
        ${own && tab('messages', SPEECH, messages, own.unread > 0 ? unreadDot(texts) : undefined)}
      </nav>`;
  }

  #checklists(scene: HomeScene): TemplateResult {
    const { panel, texts } = scene;
    const cards = offers(scene.state, 'checklist').map((one) => this.#card(one, scene));
    return html`
      ${this.#panel.top(panel, html`<h2>${panel.checklists}</h2>`)}
      <div class="scroll">${cards.length > 0 ? cards : html`<p class="mid s">${texts.empty}</p>`}</div>`;
  }

  #home(scene: HomeScene, thread: OwnThread | undefined): TemplateResult {
    const { state, texts } = scene;
    const checklists = offers(state, 'checklist');
    const unfinished = checklists.filter(({ id }) => !isFinished(state, id));
    const surveys = offers(state, 'survey').filter(({ id }) =>
      state.show.some(({ contentId, surface }) => contentId === id && surface === 'panel'),
    );
    const idle = unfinished.length === 0 && surveys.length === 0;
    const has = (kind: 'resource' | 'announcement') => offers(state, kind).length > 0;
    const quiet = has('resource') ? texts.quiet : has('announcement') ? texts.onlyNews : texts.empty;
    return html`
      <div class="scroll home">
        <div class="hello">
          <span class="seal">${icon(BOOK)}</span>
          <div>
            <h2 class="xl" data-heading tabindex="-1">${this.#greeting(texts)}</h2>
            <p class="s">${idle ? quiet : texts.welcome}</p>
          </div>
          <button type="button" class="ib" aria-label=${scene.panel.preferences} @click=${() => this.#panel.goOn({ at: 'preferences' })}>${icon(SLIDERS)}</button>
          ${this.#panel.cross(scene.panel)}
        </div>
        ${this.#connection(scene)}
        ${unfinished.map((one) => this.#card(one, scene))}
        ${surveys.length > 0 ? html`<div class="list">${surveys.map((one) => this.#question(one, texts))}</div>` : nothing}
        ${thread && messageCard(thread, state.messages?.unread ?? 0, texts, () => this.#panel.goOn({ at: 'messages' }))}
        ${this.#recommended(scene)}
        ${panelNews(scene, (id) => this.#panel.goOn({ at: 'announcement', id }))}
      </div>`;
  }

  #titleOf(id: string, { state, texts }: HomeScene): string {
    return state.contents[id]?.title || texts.question;
  }

  #question({ id, title, lang }: PublishedSurvey, texts: HomeMessages): TemplateResult {
    const open = () => this.#panel.goOn({ at: 'survey', id });
    return html`
      <button type="button" class="row" data-content=${id} @click=${open}>
        <span class="tile">${icon(SPEECH)}</span>
        <span class="t1" lang=${lang}>${title || texts.question}</span>
        ${onward}
      </button>`;
  }

  #greeting(texts: HomeMessages): string {
    const hour = this.#panel.source?.now().getHours() ?? 12;
    return hour < 5 || hour >= 18 ? texts.evening : hour < 12 ? texts.morning : texts.afternoon;
  }

  /** What the connection means for what the person did; that it is back is said once. */
  #connection({ state, texts }: HomeScene): TemplateResult | typeof nothing {
    const note = (picture: string, words: string) =>
      html`<p class="note">${icon(picture)}<span>${words}</span></p>`;
    if (!state.online) {
      this.#wasOffline = true;
      return note(
        CLOUD_OFF,
        state.pending > 0 ? count(texts.lang, texts.offlineWaiting, state.pending) : texts.offline,
      );
    }
    return this.#wasOffline && state.pending === 0 ? note(CHECK, texts.online) : nothing;
  }

  #card(checklist: PublishedChecklist, { state, texts, locale }: HomeScene): TemplateResult {
    const { id, title, lang } = checklist;
    const { done = 0, total = 0, steps = [] } = state.progress[id] ?? {};
    const open = () => this.#panel.goOn({ at: 'checklist', id });
    const current = steps.find((step) => step.current);
    const next = done < total ? checklist.steps.find(({ key }) => key === current?.key) : undefined;
    const words = this.#steps.for(state.locale);
    const now = this.#panel.source?.now();
    const due = words && now && current?.dueAt ? dueWords(words, locale, new Date(current.dueAt), now) : '';
    const inside = total > 0 && done === total ? icon(CHECK) : html`<span>${done}/${total}</span>`;
    const nextRow =
      next &&
      html`
      <button type="button" class="row" @click=${open}>
        ${icon(TARGET)}
        <span class="t1" lang=${lang}>${say(texts.next, { step: next.title })}</span>
        <span class="m">${due}</span>
      </button>`;
    return html`
      <div class="card" data-content=${id}>
        <button type="button" class="row" @click=${open}>
          ${ring(done, total, inside)}
          <span>
            <b lang=${lang}>${title}</b>
            <span class="m">${say(texts.doneOf, { done, n: total })}</span>
          </span>
          ${onward}
        </button>
        ${nextRow}
      </div>`;
  }

  #recommended({ state, texts, panel, locale }: HomeScene): TemplateResult | typeof nothing {
    const guides = this.#guides.for(state.locale);
    const { source } = this.#panel;
    if (!guides || !source) return nothing;
    const here = forThisPage(state);
    const shown = (here.length > 0 ? here : offers(state, 'resource')).slice(0, GUIDES_SHOWN);
    if (shown.length === 0) return nothing;
    const rowsOf = shown.map((resource) =>
      resourceRow(resource, source, kindLine(resource, guides, locale, source.now()), () =>
        this.#panel.goOn({ at: 'resources', reading: resource.id }),
      ),
    );
    return html`
      <h3 class="sec">
        ${here.length > 0 ? texts.forThisPage : panel.resources}
      </h3>
      <div class="list">${rowsOf}</div>`;
  }

  /** Records what of the offers has been seen, once for each opening of the panel. */
  watch(): void {
    for (const seen of this.#panel.renderRoot.querySelectorAll<HTMLElement>('[data-content]')) {
      const contentId = seen.dataset['content'] ?? '';
      const { source } = this.#panel;
      const content = source?.state.contents[contentId];
      if (!content || this.#watched.has(contentId)) continue;
      const stop = watchShown(
        seen,
        () => void tell(source, content, { type: 'content_shown', surface: 'panel' }),
      );
      this.#watched.set(contentId, stop);
    }
  }

  stop(): void {
    for (const stop of this.#watched.values()) stop();
    this.#watched.clear();
    this.#thread?.open();
    this.#wasOffline = false;
  }
}

const isFinished = (state: WidgetState, id: string): boolean => {
  const { done, total } = state.progress[id] ?? { done: 0, total: 1 };
  return done >= total;
};
