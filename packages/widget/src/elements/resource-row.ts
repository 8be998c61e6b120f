import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PublishedResource } from '@banso/contract';
import type { Controller } from '../controller.ts';
import type { GuideMessages } from '../messages/en/guides.ts';
import { say } from '../messages/say.ts';
import { followLink } from './follow-link.ts';
import { icon } from './icon.ts';
import { readingMinutes } from './reading-time.ts';
import { tell } from './tell.ts';
import { sessionOf } from './webinar.ts';

const NEXT = 'M8 5l5 5-5 5';
const PICTURES: Readonly<Record<PublishedResource['type'], string>> = {
  article: 'M5 3.5h6.5L15 7v9.5H5zM8 10.5h4M8 13.5h4',
  document: 'M5 3.5h6.5L15 7v9.5H5zM8 10.5h4M8 13.5h4',
  video:
    'M5.5 4.5h9a2.5 2.5 0 012.5 2.5v6a2.5 2.5 0 01-2.5 2.5h-9a2.5 2.5 0 01-2.5-2.5v-6a2.5 2.5 0 012.5-2.5M8.7 7.8l3.6 2.2-3.6 2.2z',
  webinar:
    'M6 4.5h8a2.5 2.5 0 012.5 2.5v7a2.5 2.5 0 01-2.5 2.5h-8a2.5 2.5 0 01-2.5-2.5v-7a2.5 2.5 0 012.5-2.5M3.5 8.5h13M7 2.8v3M13 2.8v3',
  link: 'M8.5 11.5a3 3 0 004.2 0l2.4-2.4a3 3 0 00-4.2-4.2l-.9.9M11.5 8.5a3 3 0 00-4.2 0l-2.4 2.4a3 3 0 004.2 4.2l.9-.9',
};

/** The chevron of a row that leads on; it turns with the direction of writing. */
export const onward: TemplateResult = icon(NEXT, 'sm flip');

/** What a resource is, in a line under its title. */
export function kindLine(
  resource: PublishedResource,
  texts: GuideMessages,
  locale: string,
  now: Date,
): string {
  const session = sessionOf(resource, now);
  const kind = session?.at === 'over' && resource.recordingUrl ? texts.recording : texts.types[resource.type];
  const date = (style: Intl.DateTimeFormatOptions) =>
    session && new Intl.DateTimeFormat(locale, style).format(session.from);
  const day = { month: 'short', day: 'numeric' } as const;
  const more =
    session?.at === 'coming'
      ? date({ ...day, weekday: 'short', hour: 'numeric', minute: '2-digit' })
      : session
        ? date(day)
        : resource.type === 'article' && say(texts.minutes, { n: readingMinutes(resource.body) });
  return more ? `${kind} · ${more}` : kind;
}

/**
 * A row that opens a resource: here, or where it lives if there is nothing to read here.
 * @param title - The title, perhaps with what was searched for marked.
 */
export function resourceRow(
  resource: PublishedResource,
  source: Controller | undefined,
  line: string,
  read: () => void,
  title: unknown = resource.title,
): TemplateResult {
  const inside = html`
    <span class="tile">${icon(PICTURES[resource.type])}</span>
    <span>
      <span class="t1" lang=${resource.lang}>${title}</span>
      <span class="m">${line}</span>
    </span>
    ${onward}`;
  const elsewhere = resource.body.length === 0 && (resource.type === 'document' || resource.type === 'link');
  const opened = () => void tell(source, resource, { type: 'resource_opened' });
  const link =
    elsewhere && resource.url ? followLink(source, resource.url, 'row', inside, opened) : undefined;
  return link ?? html`<button type="button" class="row" @click=${read}>${inside}</button>`;
}
