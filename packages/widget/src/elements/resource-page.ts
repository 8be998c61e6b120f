import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PublishedResource } from '@banso/contract';
import type { Controller } from '../controller.ts';
import type { GuideMessages } from '../messages/en/guides.ts';
import { say } from '../messages/say.ts';
import { directionOf } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { followLink } from './follow-link.ts';
import { icon } from './icon.ts';
import { kindLine } from './resource-row.ts';
import { richText } from './rich-text.ts';
import { calendarLink, localTime } from './session-card.ts';
import { sessionOf } from './webinar.ts';

const DATE = { month: 'long', day: 'numeric' } as const;
const TRIANGLE = 'M7.5 5.5l7 4.5-7 4.5z';

/** One resource, open: its text, and the way to where it lives if that is elsewhere. */
export function resourcePage(
  resource: PublishedResource,
  scene: Scene<GuideMessages>,
  source: Controller | undefined,
): TemplateResult {
  const { texts, locale } = scene;
  const now = source?.now() ?? new Date(0);
  const session = sessionOf(resource, now);
  const over = session?.at === 'over';
  const film = over ? resource.recordingUrl : resource.type === 'video' ? resource.url : undefined;
  const watch = html`${icon(TRIANGLE)}<span class="vh">${over ? texts.watchRecording : texts.watch}</span>`;
  const play = film && followLink(source, film, 'btn', watch);
  const held = session && new Intl.DateTimeFormat(locale, DATE).format(session.from);
  const line = over
    ? say(texts.heldOn, { date: held ?? '' })
    : session
      ? localTime(session, texts, locale, DATE)
      : kindLine(resource, texts, locale, now);
  const { lang } = resource;
  const summary = html`<p class="s" lang=${lang}>${resource.summary}</p>`;
  return html`
    ${play ? html`<div class="poster">${play}</div>` : nothing}
    <article class="read" dir=${directionOf(lang)}>
      <h2 class="xl" data-heading tabindex="-1" lang=${lang}>${resource.title}</h2>
      <p class="m">${line}</p>
      ${over && !play ? html`<p class="s">${texts.noRecording}</p>` : nothing}
      ${resource.summary && resource.type !== 'article' ? summary : nothing}
      <div class="text" lang=${lang}>${richText(resource.body, source)}</div>
      ${ways(resource, scene, source, session)}
    </article>`;
}

function ways(
  resource: PublishedResource,
  { texts }: Scene<GuideMessages>,
  source: Controller | undefined,
  session: ReturnType<typeof sessionOf>,
): unknown {
  const { type, url } = resource;
  if (session?.at === 'over') return nothing;
  if (session)
    return html`
      <div class="bar">
        ${url ? followLink(source, url, 'btn', texts.join) : nothing}
        ${calendarLink(resource, session, texts, source)}
      </div>`;
  if (!url || type === 'video') return nothing;
  return followLink(source, url, 'btn', type === 'document' ? texts.openDocument : texts.openLink);
}
