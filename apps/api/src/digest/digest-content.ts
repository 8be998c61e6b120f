import type { organisation } from '@banso/contract';
import type { AccountAtHand, ListedCase, ResponseRecord } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { MailBlock, MailFact } from '../mail/mail-body.ts';
import { DIGEST_WORDS } from './digest-words.ts';
import type { DigestFigures } from './figures.ts';
import { COUNTED, REPORT_DAYS } from './figures.ts';

type Report = NonNullable<DigestFigures['whole']>['scores'][number];

/** For whom a digest is written. */
export interface DigestReader {
  memberId: string;
  language: organisation.Language;
  timeZone: string;
  /** Customers may be named, and quoted: neither the workspace nor the reader's role forbids it. */
  mayRead: boolean;
  now: Instant;
  /** Of the console. */
  publicUrl: string;
}

/**
 * What a digest says, each number with a link that reproduces it.
 * @returns undefined where there is nothing to say.
 */
export function digestBlocks(figures: DigestFigures, reader: DigestReader): MailBlock[] | undefined {
  const words = DIGEST_WORDS[reader.language];
  const mine = mineOf(figures.mine, reader);
  const whole = figures.whole ? wholeOf(figures.whole, reader) : [];
  const blocks: MailBlock[] = [];
  if (mine.length > 0) blocks.push({ type: 'heading', text: words.mine }, { type: 'facts', rows: mine });
  if (whole.length > 0) blocks.push({ type: 'heading', text: words.whole }, { type: 'facts', rows: whole });
  if (blocks.length === 0) return undefined;
  return [...blocks, { type: 'button', label: words.myDay, url: `${reader.publicUrl}/console` }];
}

function mineOf(
  { open, overdue, cases, detractors, detractorsCount, renewals }: DigestFigures['mine'],
  reader: DigestReader,
): MailFact[] {
  const words = DIGEST_WORDS[reader.language];
  const { memberId, publicUrl } = reader;
  const rows: MailFact[] = [];
  const at = (path: string) => `${publicUrl}/console/${path}`;
  if (overdue > 0)
    rows.push({
      label: words.overdue,
      value: counted(overdue),
      url: at(`cases?view=overdue&owner=${memberId}`),
    });
  if (open > 0) {
    rows.push({ label: words.open, value: counted(open), url: at(`cases?owner=${memberId}`) });
    rows.push(...cases.map((each) => caseRow(each, reader)));
  }
  if (detractorsCount > 0) {
    rows.push({
      label: words.detractors,
      value: counted(detractorsCount),
      url: at(`feedback?view=detractors&owner=${memberId}&days=7`),
    });
    rows.push(...detractors.map((each) => answerRow(each, reader)));
  }
  if (renewals.length > 0) {
    const url = at(`accounts?ownerId=${memberId}&sort=renewalDate`);
    rows.push({ label: words.renewals, value: counted(renewals.length), url });
    rows.push(...renewals.map((each) => renewalRow(each, reader)));
  }
  return rows;
}

/** As many as were looked for are "that many and more". */
const counted = (count: number): string => (count >= COUNTED ? `${count}+` : `${count}`);

function caseRow(each: ListedCase, reader: DigestReader): MailFact {
  const words = DIGEST_WORDS[reader.language];
  const { dueAt } = each;
  return {
    label: whoOf(each.contact.name, each.account?.name, reader),
    value: each.score === null ? '' : words.score(each.score),
    note:
      dueAt === null
        ? undefined
        : dueAt < reader.now
          ? words.late(dayAt(dueAt, reader))
          : words.due(dayAt(dueAt, reader)),
    url: `${reader.publicUrl}/console/cases?case=${each.id}`,
  };
}

function answerRow({ id, contact, account, score, comment }: ResponseRecord, reader: DigestReader): MailFact {
  const words = DIGEST_WORDS[reader.language];
  return {
    label: whoOf(contact.name, account?.name, reader),
    value: score === null ? '' : words.score(score),
    note: reader.mayRead && comment !== null ? shortened(comment) : undefined,
    url: `${reader.publicUrl}/console/feedback?answer=${id}`,
  };
}

function renewalRow(
  { id, name, renewalDate, revenueMinor, revenueCurrency }: AccountAtHand,
  reader: DigestReader,
): MailFact {
  const words = DIGEST_WORDS[reader.language];
  return {
    label: name,
    value:
      revenueMinor === null || revenueCurrency === null
        ? ''
        : money(revenueMinor, revenueCurrency, reader.language),
    note:
      renewalDate === null
        ? undefined
        : words.renews(dayAt(`${renewalDate}T12:00:00.000Z`, { ...reader, timeZone: 'UTC' })),
    url: `${reader.publicUrl}/console/accounts/${id}`,
  };
}

const whoOf = (
  person: string | null,
  account: string | undefined,
  { mayRead, language }: DigestReader,
): string =>
  [mayRead ? person : null, account].filter(Boolean).join(' · ') || DIGEST_WORDS[language].somebody;

function wholeOf(
  { scores, loop, heard, period }: NonNullable<DigestFigures['whole']>,
  reader: DigestReader,
): MailFact[] {
  const words = DIGEST_WORDS[reader.language];
  const rows = scores.map((report) => scoreRow(report, reader));
  const loopUrl = `${reader.publicUrl}/console/cases?view=loop&days=${REPORT_DAYS}`;
  for (const [label, share] of [
    [words.loop, loop.coverage],
    [words.inside, loop.inside],
  ] as const)
    if (share)
      rows.push({
        label,
        value: percent(share.percent, reader.language),
        note: `${words.loopOf(share.count, share.n)} · ${words.interval(
          percent(share.low, reader.language),
          percent(share.high, reader.language),
        )}`,
        url: loopUrl,
      });
  // coverage alone is no news
  if (heard && rows.length > 0)
    rows.push({
      label: words.heard,
      value: percent(heard.percent, reader.language),
      note: words.unheard(heard.n - heard.count),
      url: `${reader.publicUrl}/console/reports/coverage?days=${REPORT_DAYS}`,
    });
  return period.from < period.to ? rows : [];
}

function scoreRow({ kind, survey, current, change }: Report, reader: DigestReader): MailFact {
  const words = DIGEST_WORDS[reader.language];
  const { from, to, score, low, high, n, favourable, unfavourable } = current;
  const figure = (value: number) =>
    kind === 'nps' ? signed(value, reader.language) : percent(value, reader.language);
  const query = new URLSearchParams({ survey: survey.id, from, to }).toString();
  const url = `${reader.publicUrl}/console/reports/${kind}?${query}`;
  const label = `${kind.toUpperCase()} · ${survey.name}`;
  if (score === null || low === null || high === null)
    return { label, value: '–', note: words.counts(n, favourable, unfavourable), url };
  const parts = [
    `${words.interval(figure(low), figure(high))}, n = ${n}`,
    current.confidence === 'low_sample' ? words.lowSample : undefined,
    change === null
      ? undefined
      : change.detectable
        ? words.change(signed(change.difference, reader.language))
        : words.noChange,
  ];
  return {
    label,
    value: figure(score),
    note: parts.filter((part) => part !== undefined).join(' · '),
    url,
  };
}

const signed = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(value);
const percent = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value / 100);

function money(minor: number, currency: string, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 });
  const digits =
    new Intl.NumberFormat(language, { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

const dayAt = (at: Instant, { language, timeZone }: Pick<DigestReader, 'language' | 'timeZone'>): string =>
  new Intl.DateTimeFormat(language, { timeZone, month: 'short', day: 'numeric', weekday: 'short' }).format(
    new Date(at),
  );

const LONGEST_QUOTE = 200;

function shortened(text: string): string {
  const letters = Array.from(text.replaceAll(/\s+/gu, ' '));
  return letters.length <= LONGEST_QUOTE ? letters.join('') : `${letters.slice(0, LONGEST_QUOTE).join('')}…`;
}
