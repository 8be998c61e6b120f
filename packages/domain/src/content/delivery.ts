import type { Experiment } from '../experiment/experiment.ts';
import type { Condition } from '../targeting/condition.ts';
import type { Day, Instant } from '../time/instant.ts';

export const CONTENT_KINDS = ['checklist', 'survey', 'resource', 'announcement'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

/** Published content is `scheduled` before its start and `ended` from its end on. */
export const CONTENT_STATUSES = ['draft', 'scheduled', 'published', 'ended', 'paused', 'archived'] as const;
export type ContentStatus = (typeof CONTENT_STATUSES)[number];

export type Device = 'desktop' | 'mobile';

/** Three separate clocks and a cap, in days from the event; `null`: that event alone never brings it back. */
export interface Recurrence {
  afterShownDays: number | null;
  afterDismissedDays: number | null;
  afterAnsweredDays: number | null;
  /** Interruptions of one person at most; `null`: no cap. */
  maxAttempts: number | null;
}

/** What must be so in the page before a content opens by itself; everything that is set, at one moment. */
export interface Trigger {
  /** Share of the page's height that has been scrolled into view, 1–100; a page that fits the window shows 100. */
  scrolledPercent?: number | undefined;
  /** CSS selector of an element that can be seen. */
  element?: string | undefined;
  /** Seconds in view without a key, pointer or touch. */
  idleSeconds?: number | undefined;
  /** The pointer has left the page over its top edge. */
  exitIntent?: true | undefined;
  /** Name of an event that the host product has tracked since the page came here. */
  event?: string | undefined;
}

/**
 * A survey that comes again for as long as it is live: everybody is asked once a wave, each on a day of their own. It takes the
 * place of the clocks and attempts of {@link Recurrence}.
 */
export interface Waves {
  /** The UTC day on which the first wave begins. */
  from: Day;
  /** Months that a wave lasts; the next one follows at once. */
  months: number;
  /** Share of the audience that is asked in one wave, 1–100; people take turns. */
  percent: number;
}

/** So many days after an event a survey may ask about it at most. */
export const MOST_TRANSACTION_DAYS = 90;

/** A survey about something that happened: asked once for each, while it is fresh. */
export interface Transactional {
  /** Name of the tracked event. */
  event: string;
  /** Which of its properties says which one it was. */
  property: string;
  /** For so many days after the event. */
  withinDays: number;
}

/** Nobody is asked any more once so many have answered. */
export interface Quota {
  answers: number;
  /** `wave`: in each wave anew. */
  per: 'total' | 'wave';
}

/** When, where and to whom a content is given. */
export interface Delivery {
  audience: Condition;
  /** URL patterns with `*`, matched against path and host (see `matchesPage`); empty: every page. */
  pages: readonly string[];
  /** Empty: every device. */
  devices: readonly Device[];
  /** Seconds on the page before it may appear by itself. */
  delaySeconds: number;
  /** Looked at in the page, by the widget. Absent: the delay alone decides. */
  trigger?: Trigger | undefined;
  recurrence: Recurrence;
  /** Stable share of the audience, 0–100. */
  samplePercent: number;
  /** Higher goes first. Ties: older publication, then id. */
  priority: number;
  startsAt?: Instant | undefined;
  endsAt?: Instant | undefined;
  /** May open by itself; otherwise it waits in the panel. Of an announcement its mode says so, and of a resource nothing does. */
  interruptive: boolean;
  /** Only for people vouched for by an identity token. */
  verifiedOnly: boolean;
  /** Keeps a stable part of the audience without it. Absent: everybody in the audience gets it. */
  experiment?: Experiment | undefined;
  /** Also for the workspace's control group, which gets nothing else. */
  everyone?: true | undefined;
  /** The theme it wears. Absent: the workspace's default one. */
  themeId?: string | undefined;
  /** Of a survey. Absent: its clocks alone bring it back. */
  waves?: Waves | undefined;
  /** Of a survey. Absent: nothing has to have happened. */
  transaction?: Transactional | undefined;
  /** Of a survey. Absent: there is no limit. */
  quota?: Quota | undefined;
}

/** When people could see a content first: from its publication on, or from its start where that is later. */
export function visibleSince({
  publishedAt,
  startsAt,
}: Pick<Delivery, 'startsAt'> & { publishedAt: Instant }): Instant {
  return startsAt !== undefined && startsAt > publishedAt ? startsAt : publishedAt;
}
