import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Changed } from './reactive-element.ts';
import { dayWords } from '../messages/dates.ts';
import type { MessageMessages } from '../messages/en/messages.ts';
import { loadMessageMessages } from '../messages/more-messages.ts';
import { say } from '../messages/say.ts';
import { accent } from '../styles/accent.ts';
import { contract } from '../styles/contract.ts';
import { controls } from '../styles/controls.ts';
import { face } from '../styles/face.ts';
import { fields } from '../styles/fields.ts';
import { frame } from '../styles/frame.ts';
import { messages } from '../styles/messages.ts';
import { BansoElement } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { composes } from './composes.ts';
import { icon } from './icon.ts';
import { initials } from './initials.ts';
import { keepTyping } from './keep-typing.ts';
import { SPEECH } from './message-card.ts';
import { messageLine } from './message-line.ts';
import { threadOf } from './own-thread.ts';
import type { Line, OwnThread } from './own-thread.ts';

const UP = 'M10 16V4.5M5 9.5l5-5 5 5';
/** While it is open and in view the thread is read anew so often. */
const AGAIN_MS = 15_000;

/**
 * What the person and the team have written to each other, and where it is written on. Empty for people whose user id nobody
 * vouches for.
 * @csspart base - Everything inside.
 * @csspart panel - The framed surface.
 * @cssprop --banso-accent - Any colour; made legible by itself.
 */
export class BansoMessages extends BansoElement<MessageMessages> {
  static override styles = [contract, accent, frame, controls, fields, face, messages];
  static override properties = {
    ...BansoElement.properties,
    news: { attribute: false },
  };
  /** @internal What the live region says. */
  declare news: string;

  #timer: ReturnType<typeof setInterval> | undefined;
  #last: string | undefined;
  #thread: OwnThread | undefined;
  #stop: (() => void) | undefined;
  #sight: IntersectionObserver | undefined;
  /** In the panel it always is, while that is open. */
  #inView = false;

  constructor() {
    super(loadMessageMessages);
    this.news = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#look);
    this.#timer = setInterval(this.#look, AGAIN_MS);
    this.#sight = new IntersectionObserver((entries) => {
      this.#inView = entries.at(-1)?.isIntersecting ?? false;
      if (!this.#isSeen) return;
      this.#thread?.open();
      this.#thread?.seen();
    });
    this.#sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#look);
    clearInterval(this.#timer);
    this.#sight?.disconnect();
    this.#stop?.();
    this.#thread = undefined;
  }

  /** What came in while nobody looked is read when somebody does. */
  #look = (): void => {
    if (!this.#isSeen) return;
    void this.#thread?.refresh();
    this.#thread?.seen();
  };

  get #isSeen(): boolean {
    return this.#inView && !document.hidden;
  }

  protected override willUpdate(changed: Changed): void {
    super.willUpdate(changed);
    const thread = this.isConnected ? threadOf(this.source) : undefined;
    thread?.look();
    if (thread === this.#thread) return;
    this.#stop?.();
    this.#thread = thread;
    this.#last = undefined;
    this.#stop = thread?.subscribe(() => this.requestUpdate());
  }

  protected override firstUpdated(): void {
    keepTyping(this);
  }

  protected override updated(changed: Changed): void {
    super.updated(changed);
    const thread = this.#thread;
    if (!thread) return;
    if (this.#isSeen) thread.seen();
    const last = thread.lines.at(-1);
    if (!last || last.id === this.#last) return;
    const scroll = this.renderRoot.querySelector('.scroll');
    if (!scroll) return;
    if (this.#last !== undefined && !last.mine) this.news = last.text;
    this.#last = last.id;
    scroll.scrollTop = scroll.scrollHeight;
  }

  protected override draw(scene: Scene<MessageMessages>): unknown {
    const { texts } = scene;
    const thread = this.#thread;
    if (!thread) return nothing;
    return html`
      <section class="panel" part="panel" role="group" aria-label=${texts.title}>
        ${this.embedded ? nothing : html`<div class="top"><h2>${thread.name ? say(texts.withName, { name: thread.name }) : texts.title}</h2></div>`}
        ${this.#body(thread, scene)}
        ${this.#compose(thread, texts)}
        <div class="vh" role="status">${this.news}</div>
      </section>`;
  }

  #body(thread: OwnThread, scene: Scene<MessageMessages>): TemplateResult {
    const { texts, state } = scene;
    const { lines, status, name } = thread;
    if (lines.length === 0 && status === 'loading')
      return html`<p class="scroll mid whom s" aria-busy="true">${texts.loading}</p>`;
    const failed = html`
      <p class="mid s">
        ${state.online ? texts.failed : texts.offline}
        ${state.online ? html`<button type="button" class="link" @click=${() => void thread.refresh()}>${texts.tryAgain}</button>` : nothing}
      </p>`;
    if (lines.length === 0)
      return html`
        <div class="scroll mid whom">
          ${status === 'failed' ? failed : this.#nobodyYet(name, texts)}
        </div>`;
    const earlier = html`
      <li class="day"><button type="button" class="link s" @click=${() => void thread.earlier()}>${texts.earlier}</button></li>`;
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${name ? say(texts.withName, { name }) : texts.title}>
        ${status === 'failed' ? failed : nothing}
        <ul class="thread">
          ${thread.before === null ? nothing : earlier}
          ${this.#days(lines, scene)}
        </ul>
      </div>`;
  }

  #nobodyYet(name: string | undefined, texts: MessageMessages): TemplateResult {
    return html`
      ${name ? html`<span class="av" aria-hidden="true">${initials(name)}</span>` : html`<span class="seal">${icon(SPEECH)}</span>`}
      <h3 class="l">${name ? texts.ask : texts.askTeam}</h3>
      <p class="s">${name ? say(texts.reads, { name }) : texts.teamReads}</p>`;
  }

  #days(lines: readonly Line[], scene: Scene<MessageMessages>): TemplateResult[] {
    const now = this.source?.now() ?? new Date();
    let day = '';
    return lines.map((line) => {
      const words = dayWords(scene.locale, line.at, now);
      const mark = words === day ? nothing : html`<li class="m day">${words}</li>`;
      day = words;
      return html`${mark}${messageLine(line, scene, this.#ways)}`;
    });
  }

  #ways = {
    again: (line: Line): void => {
      this.#thread?.drop(line);
      void this.#send(line.text);
    },
    drop: (line: Line): void => this.#thread?.drop(line),
  };

  #compose(thread: OwnThread, texts: MessageMessages): TemplateResult {
    const typed = ({ target }: Event) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      thread.draft = target.value;
      grow(target);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || composes(event)) return;
      event.preventDefault();
      this.#submit();
    };
    return html`
      <div class="compose">
        <textarea
          class="f"
          rows="1"
          data-heading=${matchMedia('(pointer: fine)').matches ? '' : nothing}
          maxlength="10000"
          aria-label=${texts.write}
          placeholder=${texts.write}
          .value=${thread.draft}
          @input=${typed}
          @keydown=${pressed}
        ></textarea>
        <button type="button" class="btn" aria-label=${texts.send} @click=${() => this.#submit()}>${icon(UP)}</button>
      </div>`;
  }

  #submit(): void {
    const thread = this.#thread;
    const area = this.renderRoot.querySelector('textarea');
    area?.focus();
    const text = area?.value.trim();
    if (!thread || !area || !text) return;
    thread.draft = area.value = '';
    grow(area);
    void this.#send(text);
  }

  async #send(text: string): Promise<void> {
    this.news = '';
    const fate = await this.#thread?.send(text);
    const texts = await loadMessageMessages(this.source?.state.locale ?? '');
    if (fate && texts) this.news = fate === 'arrived' ? texts.sent : texts.fates[fate];
  }
}

/** For browsers in which a field does not grow by itself. */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}
