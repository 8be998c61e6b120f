import type { Condition } from '../targeting/condition.ts';
import type { Instant } from '../time/instant.ts';

export const CONTENT_KINDS = ['checklist', 'survey', 'resource'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

export const CONTENT_STATUSES = ['draft', 'scheduled', 'published', 'paused', 'archived'] as const;
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

/** When, where and to whom a content is given. */
export interface Delivery {
  audience: Condition;
  /** URL patterns with `*`, matched against path and host (see `matchesPage`); empty: every page. */
  pages: readonly string[];
  /** Empty: every device. */
  devices: readonly Device[];
  /** Seconds on the page before it may appear by itself. */
  delaySeconds: number;
  recurrence: Recurrence;
  /** Stable share of the audience, 0–100. */
  samplePercent: number;
  /** Higher goes first. Ties: older publication, then id. */
  priority: number;
  startsAt?: Instant | undefined;
  endsAt?: Instant | undefined;
  /** May open by itself; otherwise it waits in the panel. */
  interruptive: boolean;
  /** Only for people vouched for by an identity token. */
  verifiedOnly: boolean;
}
