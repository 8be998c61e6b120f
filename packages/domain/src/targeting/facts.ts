import type { Day, Instant } from '../time/instant.ts';
import type { Segments, Subject, Traits } from './condition.ts';

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

/** An answer that was given on the way through a survey, and not skipped. */
export interface SurveyAnswer {
  surveyId: string;
  /** Of two answers of the same moment that of the response with the higher id is the later one. */
  responseId: string;
  question: string;
  at: Instant;
  /** Of a scale. */
  number?: number | undefined;
  /** Keys of the chosen options. */
  options?: readonly string[] | undefined;
}

/** Everything a condition may look at, for one person at one moment. */
export interface Facts {
  now: Instant;
  contact: {
    id: string;
    /** The id that the customer's product uses; undefined for an anonymous visitor. */
    externalId?: string | undefined;
    traits: Traits;
    locale?: string | undefined;
    /** True when a valid identity token vouched for the person. */
    verified: boolean;
    firstSeenAt: Instant;
  };
  account?: { id: string; externalId?: string | undefined; traits: Traits } | undefined;
  events: readonly EventCount[];
  content: Readonly<Record<string, ContentState>>;
  /** Answers to the surveys that a condition asks for, in no order. Default: none. */
  answers?: readonly SurveyAnswer[] | undefined;
  /** The saved segments of the workspace. Default: none. */
  segments?: Segments | undefined;
}
