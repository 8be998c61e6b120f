import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PublishedResource } from '@banso/contract';
import type { Controller } from '../controller.ts';
import type { GuideMessages } from '../messages/en/guides.ts';
import { say } from '../messages/say.ts';
import type { Scene } from './banso-element.ts';
import { followLink } from './follow-link.ts';
import { icon } from './icon.ts';
import { calendarFile, sessionOf } from './webinar.ts';

const INTO_TRAY = 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12';

interface Hours {
  from: Date;
  to: Date;
}

/**
 * The hours of a session in the person's own zone, which is named.
 * @param day - How the day is written; by default only the weekday, for where the date stands beside it.
 */
export function localTime(
  { from, to }: Hours,
  texts: GuideMessages,
  locale: string,
  day: Intl.DateTimeFormatOptions = {},
): string {
  const words = (style: Intl.DateTimeFormatOptions, date: Date) =>
    new Intl.DateTimeFormat(locale, style).format(date);
  const zone = new Intl.DateTimeFormat(locale, { timeZoneName: 'longGeneric' })
    .formatToParts(from)
    .find(({ type }) => type === 'timeZoneName');
  return say(texts.localTime, {
    day: words({ weekday: 'long', ...day }, from),
    from: words({ timeStyle: 'short' }, from),
    to: words({ timeStyle: 'short' }, to),
    zone: zone?.value ?? '',
  });
}

/** The session as a calendar file. It lies in the link itself: no address of ours is asked. */
export function calendarLink(
  resource: PublishedResource,
  { from, to }: Hours,
  texts: GuideMessages,
  source: Controller | undefined,
): TemplateResult {
  const text = calendarFile(resource, from, to, source?.now() ?? from);
  const href = `data:text/calendar;charset=utf-8,${encodeURIComponent(text)}`;
  return html`
    <a class="quiet" href=${href} download="${resource.slug || 'session'}.ics">${icon(INTO_TRAY, 'sm')}${texts.calendar}</a>`;
}

/** A session to come, as a card with its day, its hours and the ways to it. */
export function sessionCard(
  resource: PublishedResource,
  { texts, locale }: Scene<GuideMessages>,
  source: Controller | undefined,
  read: () => void,
): TemplateResult | typeof nothing {
  const session = sessionOf(resource, source?.now() ?? new Date(0));
  if (!session) return nothing;
  const part = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, style).format(session.from);
  const join = resource.url && followLink(source, resource.url, 'btn', texts.join);
  return html`
    <div class="card">
      <button type="button" class="row" @click=${read}>
        <span class="date" aria-hidden="true">
          <span class="m">${part({ month: 'short' })}</span>
          <b>${session.from.getDate()}</b>
        </span>
        <span>
          <b lang=${resource.lang}>${resource.title}</b>
          <span class="m">${localTime(session, texts, locale)}</span>
        </span>
      </button>
      <div class="bar">${join}${calendarLink(resource, session, texts, source)}</div>
    </div>`;
}
