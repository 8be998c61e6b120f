import { html, nothing } from 'lit/html.js';
import type { WidgetState } from '../controller.ts';
import type { LauncherMessages } from '../messages/en/launcher.ts';
import { loadLauncherMessages } from '../messages/page-messages.ts';
import { count } from '../messages/say.ts';
import { accent } from '../styles/accent.ts';
import { contract } from '../styles/contract.ts';
import { launcher } from '../styles/launcher.ts';
import { ring as ringStyles } from '../styles/ring.ts';
import { BansoElement } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { fire } from './fire.ts';
import { icon } from './icon.ts';
import { CHECK } from './more-icons.ts';
import { ring } from './ring.ts';

const DOWN = 'M5 8l5 5 5-5';
const QUESTION_MARK = 'M7.4 7.7a2.65 2.65 0 115.1 1c-.5 1.4-2.5 1.5-2.5 3.3M10 15v.1';

/**
 * The button that opens the panel: progress of the checklist in hand as a ring, what is new as a count, both in its name.
 * @fires banso-toggle - The person pressed it.
 * @csspart base - Everything inside.
 * @csspart launcher - The button.
 * @cssprop --banso-accent - Any colour; made legible by itself.
 * @cssprop --banso-offset-x - Distance from the side of the window.
 * @cssprop --banso-offset-y - Distance from the bottom of the window.
 */
export class BansoLauncher extends BansoElement<LauncherMessages> {
  static override styles = [contract, accent, ringStyles, launcher];
  static override properties = { ...BansoElement.properties, expanded: { type: Boolean } };
  static override delegatesFocus = true;
  /** The panel is open. */
  declare expanded: boolean;

  constructor() {
    super(loadLauncherMessages);
    this.expanded = false;
  }

  protected override draw({ state, texts }: Scene<LauncherMessages>): unknown {
    const task = checklistInHand(state);
    const { done, total } = task ?? { done: 0, total: 0 };
    const finished = task !== undefined && done >= total;
    const left = task && (finished ? texts.allDone : count(texts.lang, texts.stepsLeft, total - done));
    const fresh = state.unread > 0 ? count(texts.lang, texts.fresh, state.unread) : undefined;
    const progress = task && (finished ? texts.allDone : count(texts.lang, texts.stepsDone, total, { done }));
    const name = [task?.title ?? texts.help, progress, fresh].filter((part) => part !== undefined).join(', ');
    const numbers = html`<span>${done}/${total}</span>`;
    const inside = this.expanded
      ? icon(DOWN)
      : !task
        ? icon(QUESTION_MARK)
        : finished
          ? icon(CHECK)
          : numbers;
    const still = html`<span class="ring" aria-hidden="true"><svg></svg>${inside}</span>`;
    const badge = html`<span class="count" aria-hidden="true">${state.unread > 99 ? '99+' : state.unread}</span>`;
    return html`
      <button
        type="button"
        class="launch"
        part="launcher"
        aria-haspopup="dialog"
        aria-expanded=${this.expanded}
        @click=${this.#toggle}
      >
        <span class="t" aria-hidden="true">${left ?? fresh ?? texts.help}</span>
        ${task ? ring(done, total, inside) : still}
        ${fresh ? badge : nothing}
        <span class="vh">${name}</span>
      </button>`;
  }

  #toggle = (): void => {
    fire(this, 'banso-toggle');
  };
}

/** The first unfinished checklist on offer, else a finished one. */
function checklistInHand(state: WidgetState): { title: string; done: number; total: number } | undefined {
  const tasks = state.show.flatMap(({ contentId }) => {
    const content = state.contents[contentId];
    const progress = state.progress[contentId];
    return content?.kind === 'checklist' && progress ? [{ ...progress, title: content.title }] : [];
  });
  return tasks.find(({ done, total }) => done < total) ?? tasks[0];
}
