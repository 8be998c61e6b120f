import { language } from '../../data/session.ts';
import { formatDay, formatMoney, formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { leftWords } from '../privacy/request.ts';
import { textLanguage } from '../accounts/text-language.ts';
import { dueWords } from '../tasks/task-words.ts';
import { myDayTexts } from './texts.ts';
import { isNearRenewal, numberIn, textIn } from './work.ts';
import type { Work } from './work.ts';

/** The person's name with what politeness asks for, or what an unknown visitor is called. */
export function personOf({ contact }: Work): string {
  const texts = textsOf(myDayTexts);
  return contact?.name ? texts.person(contact.name) : texts.somebody;
}

/** Days from now in words: "today", "in 24 days". */
function inDays(days: number): string {
  return new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' }).format(days, 'day');
}

/** What there is to do, in one sentence. */
export function sentenceOf(work: Work): string {
  const texts = textsOf(myDayTexts);
  const account = work.account?.name;
  switch (work.kind) {
    case 'install':
      return texts.install;
    case 'detractor':
      return texts.scored(personOf(work), account, numberIn(work, 'score') ?? 0);
    case 'case':
      return texts.caseOf(personOf(work), account);
    case 'unread_comment':
      return texts.commented(personOf(work), account);
    case 'erasure_request':
      return texts.wantsErasure(personOf(work), account);
    case 'renewal_window':
      return texts.renews(account ?? '', inDays(numberIn(work, 'days') ?? 0));
    case 'stalled_onboarding':
      return texts.stopped(account ?? personOf(work), textIn(work, 'checklist') ?? '');
    case 'quiet_account':
      return texts.gone(account ?? '');
    case 'task':
      return textIn(work, 'title') ?? '';
    case 'mention':
      return texts.called(textIn(work, 'by') ?? texts.colleague);
    case 'review':
      return texts.wantsReview(textIn(work, 'by') ?? texts.colleague, textIn(work, 'content') ?? '');
  }
}

/** Why it is in the list, in a few words each. */
export function reasonsOf(work: Work): string[] {
  const texts = textsOf(myDayTexts);
  const money = moneyOf(work);
  const days = numberIn(work, 'days') ?? 0;
  switch (work.kind) {
    case 'install':
      return [texts.notInstalled];
    case 'detractor':
      return [texts.detractor, texts.answered(formatNear(work.at))];
    case 'case':
      return [texts.caseDue(formatNear(work.at)), textIn(work, 'owner') ?? ''].filter(Boolean);
    case 'unread_comment':
      return [texts.unread, texts.answered(formatNear(work.at))];
    case 'erasure_request':
      return [texts.askedDays(days), leftWords(numberIn(work, 'daysLeft') ?? 0)];
    case 'renewal_window':
      return [...(money ? [texts.revenue(money)] : []), texts.on(formatDay(work.at.slice(0, 10)))];
    case 'stalled_onboarding':
      return [texts.noStep(days), ...(work.account && work.contact?.name ? [work.contact.name] : [])];
    case 'quiet_account':
      return [texts.notSeen(days)];
    case 'task':
      return [
        dueWords(textIn(work, 'dueOn') ?? null).words,
        ...[work.contact?.name, work.account?.name].filter((one) => one != null),
      ];
    case 'review':
      return [texts.askedFor(formatNear(work.at))];
    case 'mention':
      return [formatNear(work.at), work.contact?.name, work.account?.name].filter((one) => one != null);
  }
}

/** What the person, or the colleague, wrote; undefined when they wrote nothing. */
export function quoteOf(work: Work): { text: string; lang: string | undefined } | undefined {
  const text = textIn(work, work.kind === 'mention' ? 'text' : 'comment');
  return text === undefined ? undefined : { text, lang: textLanguage(text) };
}

function moneyOf(work: Work): string | undefined {
  const [amountMinor, currency] = [numberIn(work, 'amountMinor'), textIn(work, 'currency')];
  return amountMinor === undefined || currency === undefined
    ? undefined
    : formatMoney({ amountMinor, currency });
}

/** The most pressing fact of the day, in one sentence. */
export function pressingOf(work: readonly Work[]): string {
  const texts = textsOf(myDayTexts);
  const lowScores = work.filter(({ kind }) => kind === 'detractor').length;
  if (lowScores > 0) return texts.lowScores(lowScores);
  const renewals = work.filter(isNearRenewal).length;
  if (renewals > 0) return texts.nearRenewals(renewals);
  const stopped = work.filter(({ kind }) => kind === 'stalled_onboarding').length;
  return stopped > 0 ? texts.stoppedOnboarding(stopped) : texts.nothingUrgent;
}
