import type { Day, Instant } from '../time/instant.ts';
import type { Subject, Traits } from './condition.ts';

/** What one person has done with one content, kept by the recorder. Absent instants: it has not happened. */
export interface ContentState {
  /** Interruptions granted by the server since the last answer: an answer starts a new wave with a count of 0. */
  attempts: number;
  lastClaimedAt?: Instant | undefined;
  lastShownAt?: Instant | undefined;
  openedAt?: Instant | undefined;
  lastDismissedAt?: Instant | undefined;
  lastAnsweredAt?: Instant | undefined;
  completedAt?: Instant | undefined;
  snoozedUntil?: Instant | undefined;
  /** "Don't ask": the person wants no more of this content. */
  optedOut: boolean;
}

/** How often one tracked event happened on one UTC day. */
export interface EventCount {
  subject: Subject;
  name: string;
  day: Day;
  count: number;
}

/** Everything a condition may look at, for one person at one moment. */
export interface Facts {
  now: Instant;
  contact: {
    id: string;
    traits: Traits;
    locale?: string | undefined;
    /** True when a valid identity token vouched for the person. */
    verified: boolean;
    firstSeenAt: Instant;
  };
  account?: { id: string; traits: Traits } | undefined;
  events: readonly EventCount[];
  content: Readonly<Record<string, ContentState>>;
}
