import type { ContentKind, Delivery, Recurrence } from '../content/delivery.ts';
import { EVERYBODY } from '../targeting/condition.ts';
import type { FatigueBudget } from './decision.ts';

/**
 * The budget of a new workspace (definitions.md, "Our defaults"): a week between any two interruptions of a person, one a
 * session, a fifth of an account's people a day, none in the first session.
 */
export const DEFAULT_BUDGET: FatigueBudget = {
  minDaysBetween: 7,
  perSession: 1,
  accountDailyPercent: 20,
  skipFirstSession: true,
};

const RECURRENCE: Readonly<Record<ContentKind, Recurrence>> = {
  survey: { afterShownDays: 7, afterDismissedDays: 30, afterAnsweredDays: 90, maxAttempts: 3 },
  checklist: { afterShownDays: 7, afterDismissedDays: 30, afterAnsweredDays: null, maxAttempts: 3 },
  resource: { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null },
};

/**
 * How often a new content of this kind comes back. Surveys: the relationship NPS of definitions.md, 90 days after an
 * answer, 30 after a dismissal, 7 after "later" or no reaction, at most three attempts a wave. Checklists: a reminder a
 * week, a month after a dismissal, three in all. Resources: always there.
 */
export function defaultRecurrence(kind: ContentKind): Recurrence {
  return RECURRENCE[kind];
}

/** The delivery that a new content starts with: to everybody, everywhere; surveys and checklists open after 5 seconds. */
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
