import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { MessageMessages } from '../messages/en/messages.ts';
import { say } from '../messages/say.ts';
import type { Scene } from './banso-element.ts';
import { icon } from './icon.ts';
import { CLOCK, WARNING } from './more-icons.ts';
import type { Line } from './own-thread.ts';

/** What can be done about a message that was not taken. */
export interface LineWays {
  again(line: Line): void;
  drop(line: Line): void;
}

/** One message, with what it is about above it, and below it whose it is, when it was written, and what became of it. */
export function messageLine(line: Line, scene: Scene<MessageMessages>, ways: LineWays): TemplateResult {
  const { texts, locale } = scene;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(line.at);
  const quote = line.about ? aboutWords(line.about, texts) : undefined;
  const answer =
    quote &&
    html`
      <li class="mine">
        <div class="msg"><span class="m">${quote}</span><span>${line.about?.comment}</span></div>
      </li>`;
  if (!line.mine)
    return html`
      ${answer}
      <li>
        <div class="msg"><span>${line.text}</span></div>
        <p class="m">${say(texts.byAt, { name: line.by ?? texts.team, time })}</p>
      </li>`;
  const above = html`<span class="m">${quote}</span>`;
  return html`
    <li class="mine">
      <div class="msg"><span class="vh">${texts.you}</span>${quote ? above : nothing}<span>${line.text}</span></div>
      ${fateOf(line, time, texts, ways)}
    </li>`;
}

function aboutWords({ score }: NonNullable<Line['about']>, texts: MessageMessages): string {
  return score === null ? texts.yourAnswer : say(texts.yourScore, { score });
}

function fateOf(line: Line, time: string, texts: MessageMessages, ways: LineWays): TemplateResult {
  const { fate } = line;
  if (fate === 'refused')
    return html`
      <p class="m bad">
        ${icon(WARNING, 'sm')} ${texts.fates.refused}
        <button type="button" class="link" @click=${() => ways.again(line)}>${texts.tryAgain}</button>
        · <button type="button" class="link" @click=${() => ways.drop(line)}>${texts.drop}</button>
      </p>`;
  if (fate === 'stored' || fate === 'held')
    return html`<p class="m">${icon(CLOCK, 'sm')} ${texts.fates[fate]}</p>`;
  return html`<p class="m">${say(texts.fates[fate], { time })}</p>`;
}
