import type { widgetApi } from '@banso/contract';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PreferenceMessages } from '../messages/en/preferences.ts';
import { say } from '../messages/say.ts';
import type { Known } from './about-me.ts';
import type { Scene } from './banso-element.ts';

/** What can be done about what is known. */
export interface AboutMeWays {
  again(): void;
  download(): void;
  /** Goes to the question, which is the second step, or back from it. */
  confirm(asking: boolean): void;
  wish(erased: boolean): void;
}

type PreferenceScene = Scene<PreferenceMessages>;

/** The name of a language, in words of another one; the tag itself where there is none. */
export function languageName(tag: string, inLocale: string): string {
  try {
    return new Intl.DisplayNames([inLocale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // not a tag
  }
}

/**
 * What is known of the person, or why it cannot be shown.
 * @param confirming - The person has asked for erasure and not confirmed it.
 */
export function aboutMe(
  known: Known,
  confirming: boolean,
  scene: PreferenceScene,
  ways: AboutMeWays,
): TemplateResult | typeof nothing {
  const { texts, state } = scene;
  switch (known.status) {
    case 'closed':
      return nothing;
    case 'loading':
      return html`
        <div class="told" aria-busy="true">
          <span class="vh">${texts.loading}</span>
          <div class="sk"></div>
          <div class="sk"></div>
          <div class="sk"></div>
        </div>`;
    case 'failed':
      return html`
        <div class="told s">
          <p>${state.online ? texts.failed : texts.needsLine}</p>
          <button type="button" class="btn alt" @click=${ways.again}>${texts.tryAgain}</button>
        </div>`;
    case 'refused':
      return html`<p class="told s">${texts.notVerified}</p>`;
    case 'ready': {
      const facts = factsOf(known.me, scene);
      const list = html`
        <dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
      return html`
        <div class="told">
          ${facts.length > 0 ? list : html`<p class="s">${texts.nothing}</p>`}
          ${waysOn(known.me, confirming, scene, ways)}
        </div>`;
    }
    default:
      return known satisfies never;
  }
}

function factsOf(
  { contact, account, kept }: widgetApi.MeResponse,
  { texts, locale }: PreferenceScene,
): [name: string, value: string][] {
  const moment = (at: string | null) => at && dateWords(at, locale, 'short');
  const { facts } = texts;
  const told: readonly (readonly [string, string | null | undefined])[] = [
    [facts.name, contact.name],
    [facts.email, contact.email],
    [facts.company, account?.name],
    [facts.userId, contact.userId],
    [facts.locale, contact.locale && languageName(contact.locale, locale)],
    [facts.timeZone, contact.timeZone],
    [facts.firstSeenAt, moment(contact.firstSeenAt)],
    [facts.lastSeenAt, moment(contact.lastSeenAt)],
    ...Object.entries(contact.traits).map(
      ([name, value]) =>
        [
          name,
          typeof value === 'number'
            ? value.toLocaleString(locale)
            : typeof value === 'string'
              ? value
              : value
                ? texts.yes
                : texts.no,
        ] as const,
    ),
    ...kept.map(
      ({ what, count }) => [texts.kept[what], count > 0 ? count.toLocaleString(locale) : null] as const,
    ),
  ];
  return told.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

function waysOn(
  { erasureRequestedAt }: widgetApi.MeResponse,
  confirming: boolean,
  { texts, locale }: PreferenceScene,
  ways: AboutMeWays,
): TemplateResult {
  const download = html`
    <button type="button" class="btn alt" @click=${ways.download}>${texts.download}</button>`;
  if (erasureRequestedAt)
    return html`
      <div class="ask" role="group" aria-labelledby="asked" data-step tabindex="-1">
        <p id="asked" class="s">
          <b>${say(texts.asked, { date: dateWords(erasureRequestedAt, locale) })}</b>
          ${texts.askedText}
        </p>
        <div class="bar"><button type="button" class="btn alt" @click=${() => ways.wish(false)}>${texts.withdraw}</button></div>
      </div>
      <div class="bar">${download}</div>`;
  if (confirming)
    return html`
      <div class="ask" role="group" aria-labelledby="sure" aria-describedby="what" data-step tabindex="-1">
        <h3 id="sure">${texts.eraseTitle}</h3>
        <p class="s" id="what">${texts.eraseText}</p>
        <div class="bar">
          <button type="button" class="btn danger" @click=${() => ways.wish(true)}>${texts.eraseYes}</button>
          <button type="button" class="quiet" @click=${() => ways.confirm(false)}>${texts.eraseNo}</button>
        </div>
      </div>`;
  return html`
    <div class="bar">
      ${download}
      <button type="button" class="quiet" data-step @click=${() => ways.confirm(true)}>${texts.erase}</button>
    </div>`;
}

function dateWords(at: string, locale: string, timeStyle?: 'short'): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...(timeStyle && { timeStyle }) }).format(
    new Date(at),
  );
}
