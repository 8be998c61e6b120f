import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { HomeMessages } from '../messages/en/home.ts';
import { say } from '../messages/say.ts';
import { icon } from './icon.ts';
import { initials } from './initials.ts';
import type { OwnThread } from './own-thread.ts';
import { onward } from './resource-row.ts';

export const SPEECH = 'M4 4.5h12v9H9.5L6 16.5v-3H4z';

/** The way to the messages from home: the latest one, or whom to write to. It keeps its height whatever comes. */
export function messageCard(
  thread: OwnThread,
  unread: number,
  texts: HomeMessages,
  open: () => void,
): TemplateResult {
  const { name } = thread;
  const last = thread.lines.at(-1);
  const face = last && !last.mine ? (last.by ?? name) : name;
  const title = last
    ? last.mine
      ? texts.you
      : (last.by ?? texts.team)
    : name
      ? say(texts.writeTo, { name })
      : texts.write;
  return html`
    <h3 class="sec">${last ? texts.latest : texts.messages}</h3>
    <div class="list">
      <button type="button" class="row" @click=${open}>
        ${face ? html`<span class="av" aria-hidden="true">${initials(face)}</span>` : html`<span class="tile">${icon(SPEECH)}</span>`}
        <span class="one">
          <span class="t1">${title}</span>
          <span class="m">${last?.text ?? texts.writeWhat}</span>
        </span>
        ${unread > 0 ? unreadDot(texts) : onward}
      </button>
    </div>`;
}

/** Something waits to be read. */
export function unreadDot(texts: HomeMessages): TemplateResult {
  return html`<span class="dot"><span class="vh">${texts.unread}</span></span>`;
}
