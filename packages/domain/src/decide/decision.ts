import type { AnnouncementMode } from '../content/announcement.ts';
import type { ContentKind, ContentStatus, Delivery, Device } from '../content/delivery.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Edition } from '../experiment/edition.ts';
import type { Facts } from '../targeting/facts.ts';
import type { Instant } from '../time/instant.ts';
import type { Asking } from './asking.ts';
import type { FatigueBudget, Interruption } from './budget.ts';
import type { Answered } from './quota.ts';
import type { Transaction } from './transaction.ts';

/** One live content as the decision sees it. */
export interface Candidate extends Delivery {
  id: string;
  kind: ContentKind;
  /** Of an announcement: how it comes. */
  mode?: AnnouncementMode | undefined;
  /** Of a survey: it asks the relationship NPS, again and again; days may be kept free for it. */
  isWave?: boolean | undefined;
  version: number;
  status: ContentStatus;
  /** First publication; older goes first in a tie. */
  publishedAt: Instant;
  /** Keys of the tags that the content carries (see `tagKey`); undefined: none. */
  tags?: readonly string[] | undefined;
}

/** Where the person is in the host product. */
export interface PageContext {
  url: string;
  device: Device;
}

/** What the recorder knows about interruptions of this person and of their account. */
export interface InterruptionHistory {
  /** What the person themselves asked for. */
  asking: Asking;
  lastInterruptedAt?: Instant | undefined;
  /** In no order; all of the days that the budget counts (see `daysCounted`), and earlier ones or not. */
  recent: readonly Interruption[];
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
  'not_in_wave',
  'wave_ahead',
  'wave_asked',
  'no_transaction',
  'quota_reached',
  'asked_never',
  'first_session',
  'open_case',
  'quiet_day',
  'quiet_hours',
  'session_budget',
  'person_budget',
  'person_limit',
  'kind_budget',
  'tag_budget',
  'asked_less',
  'reserved',
  'account_budget',
  'not_sampled',
  'lower_priority',
  'holdout',
  'control',
] as const;

/** One of {@link HOLD_REASONS}. */
export type HoldReason = (typeof HOLD_REASONS)[number];

/**
 * Why it is shown: it may be, the person has opened it before, or they have finished it and may look at it again. An announcement
 * is finished once it was opened, and while its being closed keeps it from coming back.
 */
export type ShowReason = 'eligible' | 'in_progress' | 'finished';

/** Where the widget puts it: by itself in a corner or across the top of the page, or waiting inside the panel. */
export type Surface = 'popover' | 'banner' | 'panel';

/** One content that is given, and how. */
export interface Shown {
  contentId: string;
  version: number;
  kind: ContentKind;
  surface: Surface;
  when: Pick<Delivery, 'delaySeconds' | 'pages' | 'trigger'>;
  reason: ShowReason;
}

/** One content that is not given, and why. */
export interface Held {
  contentId: string;
  reason: HoldReason;
}

/** What one person gets; every candidate is in exactly one of the two lists. */
export interface Decision {
  /** In the order in which they are to be offered; at most one interrupts, that is, has another surface than `panel`. */
  show: readonly Shown[];
  /** In the same order of priority. */
  held: readonly Held[];
}

/** Everything that a decision depends on beside the contents: one person, on one page, at one moment. */
export interface Situation {
  facts: Facts;
  page: PageContext;
  /** Of the person, or where it is not known that of the workspace; undefined: UTC. */
  timeZone?: string | undefined;
  budget: FatigueBudget;
  history: InterruptionHistory;
  /** Live surveys with waves, whatever the candidates are; undefined: none. */
  waves?: readonly Candidate[] | undefined;
  /** Of the workspace: whom it keeps without anything; undefined or null: nobody. */
  holdout?: Experiment | null | undefined;
  /** Which edition the person has of contents of which there are several, by their id. */
  editions?: ReadonlyMap<string, Edition> | undefined;
  /** What happened that transactional surveys ask about, by their id. */
  transactions?: ReadonlyMap<string, readonly Transaction[]> | undefined;
  /** Tracked events that are supposed to have just happened, or never; what is known of them does not count then. */
  supposedEvents?: Readonly<Record<string, boolean>> | undefined;
  /** How many have answered surveys with a quota, by their id. */
  answered?: ReadonlyMap<string, Answered> | undefined;
}

/** A situation with the contents to choose from. */
export interface DecisionInput extends Situation {
  candidates: readonly Candidate[];
}
