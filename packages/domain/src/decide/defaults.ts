import type { ContentKind, Delivery, Recurrence } from '../content/delivery.ts';
import { EVERYBODY } from '../targeting/condition.ts';
import type { FatigueBudget } from './budget.ts';

/**
 * The budget of a new workspace (definitions.md, "Our defaults"): a week between any two interruptions of a person, one a
 * session, a fifth of an account's people a day, none in the first session, none while the person waits for the team.
 */
export const DEFAULT_BUDGET: FatigueBudget = {
  minDaysBetween: 7,
  perPerson: null,
  perKind: { survey: null, checklist: null, announcement: null },
  perTag: [],
  perSession: 1,
  accountDailyPercent: 20,
  quietHours: null,
  quietDays: [],
  skipFirstSession: true,
  skipOpenCase: true,
  npsReserveDays: null,
};

const RECURRENCE: Readonly<Record<ContentKind, Recurrence>> = {
  survey: { afterShownDays: 7, afterDismissedDays: 30, afterAnsweredDays: 90, maxAttempts: 3 },
  checklist: { afterShownDays: 7, afterDismissedDays: 30, afterAnsweredDays: null, maxAttempts: 3 },
  resource: { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null },
  announcement: { afterShownDays: 7, afterDismissedDays: null, afterAnsweredDays: null, maxAttempts: 3 },
};

/**
 * How often a new content of this kind comes back. Surveys: the relationship NPS of definitions.md, 90 days after an
 * answer, 30 after a dismissal, 7 after "later" or no reaction, at most three attempts a wave. Checklists: a reminder a
 * week, a month after a dismissal, three in all. Resources: always there. Announcements: once more a week later if nobody
 * reacted, three times in all, and never again by themselves once they were closed or opened.
 */
export function defaultRecurrence(kind: ContentKind): Recurrence {
  return RECURRENCE[kind];
}

/** The delivery that a new content starts with: to everybody, everywhere; what opens by itself does so after 5 seconds. */
export function defaultDelivery(kind: ContentKind): Delivery {
  const interruptive = kind !== 'resource';
  return {
    audience: EVERYBODY,
    pages: [],
    devices: [],
    delaySeconds: interruptive ? 5 : 0,
    recurrence: defaultRecurrence(kind),
    samplePercent: 100,
    priority: 0,
    interruptive,
    verifiedOnly: false,
  };
}
