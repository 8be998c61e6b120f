import type { ContentKind, ContentStatus, Delivery, Device } from '../content/delivery.ts';
import type { Facts } from '../targeting/facts.ts';
import type { Instant } from '../time/instant.ts';

/** One live content as the decision sees it. */
export interface Candidate extends Delivery {
  id: string;
  kind: ContentKind;
  version: number;
  status: ContentStatus;
  /** First publication; older goes first in a tie. */
  publishedAt: Instant;
}

/** Where the person is in the host product. */
export interface PageContext {
  url: string;
  device: Device;
}

/** The workspace's rules over everything that interrupts (definitions.md, "Survey fatigue conventions"). */
export interface FatigueBudget {
  /** Any two interruptions of one person are at least this far apart. */
  minDaysBetween: number;
  perSession: number;
  /** Share of an account's people who may be asked in one UTC day, 0–100; one person is always allowed. */
  accountDailyPercent: number;
  skipFirstSession: boolean;
}

/** What the recorder knows about interruptions of this person and of their account. */
export interface InterruptionHistory {
  lastInterruptedAt?: Instant | undefined;
  interruptionsThisSession: number;
  firstSession: boolean;
  accountPeople: number;
  accountAskedToday: number;
  /** A detractor's case of this person is open. */
  openCase: boolean;
}

/** Why a content is not given. Gates run in this order; the first one that closes names the reason. */
export const HOLD_REASONS = [
  'not_published',
  'not_started',
  'ended',
  'identity_required',
  'audience',
  'page',
  'device',
  'completed',
  'already_answered',
  'recently_shown',
  'recently_dismissed',
  'snoozed',
  'opted_out',
  'max_attempts',
  'claimed_elsewhere',
  'first_session',
  'open_case',
  'session_budget',
  'person_budget',
  'account_budget',
  'not_sampled',
  'lower_priority',
] as const;

/** One of {@link HOLD_REASONS}. */
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why it is shown: it may be, the person has opened it before, or they have finished it and may look at it again. */
export type ShowReason = 'eligible' | 'in_progress' | 'finished';

/** Where the widget puts it: by itself in a corner, or waiting inside the panel. */
export type Surface = 'popover' | 'panel';

/** One content that is given, and how. */
export interface Shown {
  contentId: string;
  version: number;
  kind: ContentKind;
  surface: Surface;
  when: { delaySeconds: number; pages: readonly string[] };
  reason: ShowReason;
}

/** One content that is not given, and why. */
export interface Held {
  contentId: string;
  reason: HoldReason;
}

/** What one person gets; every candidate is in exactly one of the two lists. */
export interface Decision {
  /** In the order in which they are to be offered; at most one has the surface `popover`. */
  show: readonly Shown[];
  /** In the same order of priority. */
  held: readonly Held[];
}

/** Everything that a decision depends on beside the contents: one person, on one page, at one moment. */
export interface Situation {
  facts: Facts;
  page: PageContext;
  budget: FatigueBudget;
  history: InterruptionHistory;
}

/** A situation with the contents to choose from. */
export interface DecisionInput extends Situation {
  candidates: readonly Candidate[];
}
