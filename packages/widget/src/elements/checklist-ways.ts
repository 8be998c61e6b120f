import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { ChecklistMessages } from '../messages/en/checklist.ts';
import type { WaysOutMessages } from '../messages/en/ways-out.ts';
import { say } from '../messages/say.ts';
import { Texts } from '../messages/texts.ts';
import { loadWaysOutMessages } from '../messages/more-messages.ts';
import { fields } from '../styles/fields.ts';
import { options } from '../styles/options.ts';
import { waysOut } from '../styles/ways-out.ts';
import { adopt } from './adopt.ts';
import type { BansoChecklist } from './banso-checklist.ts';
import { directionOf } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { icon } from './icon.ts';
import { CHECK, CLOCK } from './more-icons.ts';
import { ring } from './ring.ts';
import { snoozeTimes } from './snooze-times.ts';
import { focusHeading, tell } from './tell.ts';
import type { ContentFact } from './tell.ts';
import { watchShown } from './watch-shown.ts';

type Way =
  | { at: 'steps' }
  | { at: 'confirm' }
  | { at: 'hidden' }
  | { at: 'party' }
  | { at: 'snoozed'; until: Date };

const REASONS = ['already_known', 'somebody_else', 'does_not_fit'] as const;
const EYE_CLOSED = 'M3 9c1.8 2.6 4.2 4 7 4s5.2-1.4 7-4M5.2 11.4L3.8 13.2M10 13v2.3M14.8 11.4l1.4 1.8';
/** Eight strokes around the ring, on a grid of 100. */
const BURST = [0, 1, 2, 3, 4, 5, 6, 7]
  .map((stroke) => {
    const angle = ((stroke + 0.4) * Math.PI) / 4;
    const point = (radius: number) =>
      `${(50 + radius * Math.sin(angle)).toFixed(1)} ${(50 - radius * Math.cos(angle)).toFixed(1)}`;
    return stroke % 2 ? `M${point(42)}L${point(45)}` : `M${point(43)}L${point(48)}`;
  })
  .join('');

/** The ways out of a checklist: put off, hidden, and finished. Loaded when the first of them is taken. */
export class ChecklistWays {
  /** The menu of times is open. */
  choosing = false;
  #host: BansoChecklist;
  #texts: Texts<WaysOutMessages>;
  #way: Way = { at: 'steps' };
  #stopWatching: (() => void) | undefined;
  #seen = false;

  constructor(host: BansoChecklist) {
    this.#host = host;
    this.#texts = new Texts(loadWaysOutMessages, () => host.requestUpdate());
    adopt(host, [fields, options, waysOut]);
  }

  #show(way: Way): void {
    this.choosing = false;
    this.#way = way;
    this.#host.requestUpdate();
    void focusHeading(this.#host);
  }

  /** Records that a checklist in the page itself was seen, once; while it is out of the page nothing is watched. */
  watch(): void {
    const panel = this.#host.renderRoot.querySelector('.panel');
    if (!panel || !this.#host.isConnected || this.#seen) return;
    this.#stopWatching?.();
    this.#stopWatching = watchShown(panel, () => {
      this.#seen = true;
      this.#tell({ type: 'content_shown', surface: 'inline' });
    });
  }

  stop(): void {
    this.#stopWatching?.();
  }

  reset(): void {
    this.choosing = false;
    this.#way = { at: 'steps' };
  }

  confirm(): void {
    this.#show({ at: 'confirm' });
  }

  celebrate(): void {
    this.#show({ at: 'party' });
  }

  /** Opens or closes the menu of times. */
  choose(): void {
    this.choosing = !this.choosing;
    this.#host.requestUpdate();
    void this.#focus(this.choosing ? '[role=menuitem]' : '#remind');
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The menu of times, while it is open. */
  menu(): TemplateResult | undefined {
    const { source } = this.#host;
    const texts = source && this.#texts.for(source.state.locale);
    if (!texts || !this.choosing) return undefined;
    const { locale } = source.state;
    const tag = locale.startsWith(texts.lang) ? locale : texts.lang;
    const hour = new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit' });
    const day = new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric' });
    const items = snoozeTimes(source.now()).map(
      ({ name, until }) => html`
        <button type="button" role="menuitem" tabindex="-1" @click=${() => this.#snooze(until)}>
          <span>${texts[name]}</span>
          <span class="m">${(name === 'monday' ? day : hour).format(until)}</span>
        </button>`,
    );
    return html`
      <div class="menu" role="menu" aria-labelledby="remind" @keydown=${this.#walk} @focusout=${this.#left}>
        ${items}
      </div>`;
  }

  #walk = (event: KeyboardEvent): void => {
    const items = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = items.findIndex((item) => item === event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key === 'Escape') this.choose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #left = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    const stays = to instanceof Element && to.closest('[role=menu], #remind') !== null;
    if (stays || !this.choosing) return;
    this.choosing = false;
    this.#host.requestUpdate();
  };

  /** `undefined`: the steps stay. */
  draw(scene: Scene<ChecklistMessages>): TemplateResult | undefined {
    const texts = this.#texts.for(scene.state.locale);
    if (!texts) return undefined;
    switch (this.#way.at) {
      case 'steps':
        return undefined;
      case 'confirm':
        return this.#confirming(texts);
      case 'party':
        return this.#party(texts);
      case 'hidden':
        return this.#gone(EYE_CLOSED, texts.hiddenTitle, texts.hiddenText, texts.undo);
      case 'snoozed': {
        const when = {
          weekday: 'long',
          month: 'long',
          day: 'numeric',
          hour: 'numeric',
          minute: '2-digit',
        } as const;
        const time = new Intl.DateTimeFormat(scene.locale, when).format(this.#way.until);
        return this.#gone(CLOCK, texts.snoozedTitle, say(texts.snoozedText, { time }), texts.undo);
      }
      default:
        this.#way satisfies never;
        return undefined;
    }
  }

  #gone(picture: string, title: string, words: string, undo: string): TemplateResult {
    return html`
      <div class="mid">
        <span class="seal grey">${icon(picture)}</span>
        <h2 class="l" data-heading tabindex="-1">${title}</h2>
        <p class="s">${words}</p>
      </div>
      <div class="foot">
        <button type="button" class="quiet" @click=${this.#undo}>${undo}</button>
      </div>`;
  }

  #confirming(texts: WaysOutMessages): TemplateResult {
    const shared = this.#host.checklist?.progressOf === 'account';
    const reasons = REASONS.map(
      (reason) => html`
        <label class="opt">
          <input type="radio" name="why" .value=${reason}>
          <span>${texts.reasons[reason]}</span>
        </label>`,
    );
    return html`
      <div class="head">
        <h2 class="l" data-heading tabindex="-1">${shared ? texts.hidesForYouOnly : texts.hidesForYou}</h2>
      </div>
      <fieldset>
        <legend class="m lab">${texts.why}</legend>
        <div class="opts">${reasons}</div>
      </fieldset>
      <div class="foot bare">
        <button type="button" class="btn" @click=${this.#hide}>${texts.hide}</button>
        <button type="button" class="quiet" @click=${() => this.#show({ at: 'steps' })}>${texts.keep}</button>
      </div>`;
  }

  #party(texts: WaysOutMessages): TemplateResult {
    const { checklist } = this.#host;
    const lang = checklist?.lang ?? '';
    return html`
      <div class="mid">
        <div class="party">
          <svg class="burst" viewBox="0 0 100 100" aria-hidden="true">
            <path d=${BURST}></path>
        </svg>${ring(1, 1, icon(CHECK))}</div>
      <h2 class="xl" data-heading tabindex="-1">${texts.finished}</h2>
      ${checklist?.celebration ? html`<p lang=${lang} dir=${directionOf(lang)}>${checklist.celebration}</p>` : nothing}
      </div>
      <div class="foot">
      <button type="button" class="quiet end" @click=${() => this.#show({ at: 'steps' })}>${texts.showSteps}</button>
      </div>`;
  }

  #snooze(until: Date): void {
    this.#tell({ type: 'content_snoozed', until: until.toISOString() });
    this.#show({ at: 'snoozed', until });
  }

  #hide = (): void => {
    const reason = this.#host.renderRoot.querySelector<HTMLInputElement>('[name=why]:checked')?.value;
    this.#tell({ type: 'content_dismissed', optOut: true, ...(reason ? { reason } : {}) });
    this.#show({ at: 'hidden' });
  };

  // The opposite fact takes a step back: what was reported stays on record, what counts is the newest.
  #undo = (): void => {
    const now = this.#host.source?.now();
    if (this.#way.at === 'hidden') this.#tell({ type: 'content_dismissed', optOut: false });
    else if (now) this.#tell({ type: 'content_snoozed', until: now.toISOString() });
    this.#show({ at: 'steps' });
  };

  #tell(fact: ContentFact): void {
    const { checklist, source } = this.#host;
    if (checklist) void tell(source, checklist, fact);
  }
}
