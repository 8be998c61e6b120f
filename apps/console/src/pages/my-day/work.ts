import { isWithheld } from '@banso/contract';
import type { report } from '@banso/contract';
import { NEAR_TASK_DAYS, OLD_WISH_DAYS } from '@banso/domain/work';
import type * as z from 'zod';
import { wordsOf } from '../../shell/said.tsx';
import { subjectHref } from '../../shell/subject-href.ts';

/** One thing to do, as the server tells it. */
export type Work = z.infer<typeof report.MyDayItem>;

/** How urgent a group of work is. */
export type Urgency = 'now' | 'week' | 'later';

/** What the quick filters of the page are called. */
export const WORK_FILTERS = ['answers', 'tasks', 'renewals', 'onboarding', 'quiet'] as const;
export type WorkFilter = (typeof WORK_FILTERS)[number];

/** Renewals this near stand with the unhappy people, as the server orders them. */
const NEAR_RENEWAL_DAYS = 30;

/** A number that the sentence needs; undefined when the server left it out. */
export function numberIn({ detail }: Work, name: string): number | undefined {
  const value = detail[name];
  return typeof value === 'number' ? value : undefined;
}

/** A text that the sentence needs; undefined when the server left it out. */
export function textIn({ detail }: Work, name: string): string | undefined {
  const value = detail[name];
  if (isWithheld(value)) return wordsOf(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What ticks it off without opening it: the answer is read, the task is done. Undefined: that takes more. */
export const markOf = ({ id, kind, responseId }: Work): string | undefined =>
  kind === 'task' ? id : (responseId ?? undefined);

/** True for a renewal that is less than a month away. */
export const isNearRenewal = (work: Work): boolean =>
  work.kind === 'renewal_window' && (numberIn(work, 'days') ?? 0) <= NEAR_RENEWAL_DAYS;

/** True for a wish to be erased whose month is nearly over. */
const isOldWish = (work: Work): boolean => (numberIn(work, 'days') ?? 0) >= OLD_WISH_DAYS;

/** How urgent it is; follows the order in which the server sends the work. */
export function urgencyOf(work: Work): Urgency {
  switch (work.kind) {
    case 'install':
    case 'detractor':
    case 'case':
      return 'now';
    case 'erasure_request':
      return isOldWish(work) ? 'now' : 'week';
    case 'task': {
      const days = numberIn(work, 'days') ?? Infinity;
      return days <= 0 ? 'now' : days <= NEAR_TASK_DAYS ? 'week' : 'later';
    }
    case 'renewal_window':
      return isNearRenewal(work) ? 'now' : 'later';
    case 'stalled_onboarding':
    case 'unread_comment':
    case 'review':
    case 'mention':
      return 'week';
    case 'quiet_account':
      return 'later';
  }
}

/** The quick filter that shows it; undefined when only "All" does. */
export function filterOf({ kind }: Work): WorkFilter | undefined {
  switch (kind) {
    case 'detractor':
    case 'unread_comment':
    case 'case':
      return 'answers';
    case 'task':
      return 'tasks';
    case 'renewal_window':
      return 'renewals';
    case 'stalled_onboarding':
      return 'onboarding';
    case 'quiet_account':
      return 'quiet';
    case 'install':
    case 'erasure_request':
    case 'review':
    case 'mention':
      return undefined;
  }
}

/** Where its one action leads. */
export function hrefOf(work: Work): string {
  switch (work.kind) {
    case 'install':
      return '/console/settings/install';
    case 'detractor':
    case 'unread_comment':
      return `/console/feedback?answer=${work.responseId ?? work.id}`;
    case 'case':
      return `/console/cases?case=${work.id}`;
    case 'erasure_request':
      return work.contact ? `/console/contacts/${work.contact.id}` : '/console/settings/privacy';
    case 'mention':
      return subjectHref(textIn(work, 'subject') ?? '', textIn(work, 'subjectId') ?? '');
    case 'task':
      return `/console/tasks?task=${work.id}`;
    case 'review':
      return `/console/${textIn(work, 'contentKind') ?? ''}s/${textIn(work, 'contentId') ?? ''}?review=1`;
    case 'stalled_onboarding':
    case 'renewal_window':
    case 'quiet_account':
      if (work.account) return `/console/accounts/${work.account.id}`;
      return work.contact ? `/console/contacts/${work.contact.id}` : '/console/accounts';
  }
}

/** The work in groups, most urgent first; inside a group in the order of the server. Empty groups are left out. */
export function groupsOf(work: readonly Work[]): { urgency: Urgency; work: Work[] }[] {
  const found = Map.groupBy(work, urgencyOf);
  return (['now', 'week', 'later'] as const).flatMap((urgency) => {
    const own = found.get(urgency);
    return own ? [{ urgency, work: own }] : [];
  });
}
