import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PublishedChecklist, PublishedSurvey } from '@banso/contract';
import type { WidgetState } from '../controller.ts';
import { loadChecklistMessages } from '../messages/page-messages.ts';
import { dueWords } from '../messages/due-words.ts';
import type { ChecklistMessages } from '../messages/en/checklist.ts';
import type { GuideMessages } from '../messages/en/guides.ts';
import type { PanelMessages } from '../messages/en/panel.ts';
import { loadGuideMessages } from '../messages/more-messages.ts';
import { count, say } from '../messages/say.ts';
import { Texts } from '../messages/texts.ts';
import { home } from '../styles/home.ts';
import { ring as ringStyles } from '../styles/ring.ts';
import { rows } from '../styles/rows.ts';
import { adopt } from './adopt.ts';
import type { Scene } from './banso-element.ts';
import type { BansoPanel } from './banso-panel.ts';
import { icon } from './icon.ts';
import { BOOK, CHECK, TARGET } from './more-icons.ts';
import { forThisPage } from './for-this-page.ts';
import { offers } from './offers.ts';
import { kindLine, onward, resourceRow } from './resource-row.ts';
import { ring } from './ring.ts';
import { tell } from './tell.ts';
import { watchShown } from './watch-shown.ts';

const GUIDES_SHOWN = 3;
const CLOUD_OFF =
  'M6.5 8.2A3.6 3.6 0 006 15.5h8M14.6 9.56A4.5 4.5 0 008 6.1M3 3l14 14M16.6 13.9a3 3 0 00-2-4.34';
const SPEECH = 'M4 4.5h12v9H9.5L6 16.5v-3H4z';

/** The views of the panel that are lists of what is on offer: home and all checklists. */
export class PanelHome {
  #panel: BansoPanel;
  #guides: Texts<GuideMessages>;
  #steps: Texts<ChecklistMessages>;
  #watched = new Map<string, () => void>();
  #wasOffline = false;

  constructor(panel: BansoPanel) {
    this.#panel = panel;
    this.#guides = new Texts(loadGuideMessages, () => panel.requestUpdate());
    this.#steps = new Texts(loadChecklistMessages, () => panel.requestUpdate());
    adopt(panel, [ringStyles, rows, home]);
  }

  draw(at: 'home' | 'checklists', scene: Scene<PanelMessages>): TemplateResult {
    const { state, texts } = scene;
    const checklists = offers(state, 'checklist');
    if (at === 'checklists') {
      const cards = checklists.map((one) => this.#card(one, scene));
      return html`
        ${this.#panel.top(texts, texts.checklists)}
        <div class="scroll">${cards.length > 0 ? cards : html`<p class="mid s">${texts.empty}</p>`}</div>`;
    }
    const unfinished = checklists.filter(({ id }) => !isFinished(state, id));
    const surveys = offers(state, 'survey').filter(({ id }) =>
      state.show.some(({ contentId, surface }) => contentId === id && surface === 'panel'),
    );
    const idle = unfinished.length === 0 && surveys.length === 0;
    const quiet = offers(state, 'resource').length > 0 ? texts.quiet : texts.empty;
    return html`
      <div class="scroll home">
        <div class="hello">
          <span class="seal">${icon(BOOK)}</span>
          <div>
            <h2 class="xl" data-heading tabindex="-1">${this.#greeting(texts)}</h2>
            <p class="s">${idle ? quiet : texts.welcome}</p>
          </div>
          ${this.#panel.cross(texts)}
        </div>
        ${this.#connection(scene)}
        ${unfinished.map((one) => this.#card(one, scene))}
        ${surveys.map((one) => this.#question(one, texts))}
        ${this.#recommended(scene)}
      </div>`;
  }

  #question({ id, title, lang }: PublishedSurvey, texts: PanelMessages): TemplateResult {
    const open = () => this.#panel.goOn({ at: 'survey', id });
    return html`
      <div class="list" data-content=${id}>
        <button type="button" class="row" @click=${open}>
          <span class="tile">${icon(SPEECH)}</span>
          <span class="t1" lang=${lang}>${title || texts.question}</span>
          ${onward}
        </button>
      </div>`;
  }

  #greeting(texts: PanelMessages): string {
    const hour = this.#panel.source?.now().getHours() ?? 12;
    return hour < 5 || hour >= 18 ? texts.evening : hour < 12 ? texts.morning : texts.afternoon;
  }

  /** What the connection means for what the person did; that it is back is said once. */
  #connection({ state, texts }: Scene<PanelMessages>): TemplateResult | typeof nothing {
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

  #card(checklist: PublishedChecklist, { state, texts, locale }: Scene<PanelMessages>): TemplateResult {
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

  #recommended({ state, texts, locale }: Scene<PanelMessages>): TemplateResult | typeof nothing {
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
        ${here.length > 0 ? texts.forThisPage : texts.guides}
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
    this.#wasOffline = false;
  }
}

const isFinished = (state: WidgetState, id: string): boolean => {
  const { done, total } = state.progress[id] ?? { done: 0, total: 1 };
  return done >= total;
};
