import type { event, EventRefusal } from '@banso/contract';
import type { BroughtLine } from '@banso/database';
import type { LinkChannel } from '@banso/domain/content';
import type { Traits } from '@banso/domain/targeting';
import type { VariantKey } from '@banso/domain/experiment';
import type { Instant } from '@banso/domain/time';
import type { TestMarks } from './apply/mark-tests.ts';
import type { Brought } from './brought.ts';
import type { Told, ToldVerdict } from './told.ts';

/** Under whose name facts arrive: the session's, checked before. */
export interface Source {
  workspaceId: string;
  contactId: string;
  accountId: string | null;
  verified: boolean;
  locale: string;
  /** SHA-256 of the session's token; absent where facts come from no session. */
  tokenHash?: string;
  /** The link by which they come: no visit, and known in the response. */
  link?: { id: string; channel: LinkChannel };
}

/** One fact, parsed, with the time at which it happened by our clock. */
export interface Fact {
  event: RecordedEvent;
  occurredAt: Instant;
}

/** An event in which the version is one, and the variant beside it; absent: the base, or there were none. */
export type RecordedEvent = event.Event & { variant?: VariantKey | undefined };

export type Verdict =
  | { id: string; accepted: true }
  | { id: string; accepted: false; code: EventRefusal; message: string };

/** Who opened a session, as vouched for. Traits are merged over what is known; signed traits win and lock. */
export interface Arrival {
  workspaceId: string;
  identity: 'verified' | 'unverified' | 'anonymous';
  /** The user id of the customer's product, or the anonymous id. */
  externalId: string;
  traits: Traits;
  signedTraits: Traits;
  account: { externalId: string; traits: Traits; signed: boolean } | undefined;
  locale: string;
  timeZone: string | undefined;
  pageUrl: string;
  session: { tokenHash: string; expiresAt: Instant };
}

export interface Arrived {
  contactId: string;
  accountId: string | null;
}

/** An interruption that a session would like to show without asking again. */
export interface Wish {
  contentId: string;
  version: number;
  /** Until then nobody else of the person's sessions may show anything. */
  until: Instant;
}

/** The one way in for facts. Every promise resolves after the commit that holds its facts is durable, never before. */
export interface Recorder {
  /** Facts of one session, in the order in which they happened. One verdict for each, in the same order. */
  record(source: Source, facts: readonly Fact[]): Promise<Verdict[]>;
  /**
   * A person (and their company) came: contact, account and session are brought up to date in one commit.
   * @throws {AppError} `erased` when they were erased at their wish.
   */
  arrive(arrival: Arrival): Promise<Arrived>;
  /**
   * Keeps an interruption for a session: judged like a claim, but nothing has been shown yet. What the session then claims in time
   * is granted. @returns whether it is kept.
   */
  reserve(source: Source, wish: Wish): Promise<boolean>;
  /**
   * Facts that a server of the customer's told with this key, about anybody, in their order. They vouch for themselves. One verdict
   * for each, in the same order.
   */
  tell(workspaceId: string, sentBy: string, facts: readonly Told[]): Promise<ToldVerdict[]>;
  /**
   * Responses that were given elsewhere, with their own times. What becomes of each line is written with them. What is known
   * already changes nothing.
   */
  bring(workspaceId: string, importId: string, lines: readonly Brought[]): Promise<void>;
  /** Takes back what an import brought by these lines, as if it had never come; the lines are marked with it. */
  takeBack(workspaceId: string, importId: string, lines: readonly BroughtLine[]): Promise<void>;
  /**
   * Marks responses as tests, which count nowhere, or as answers again; written down as done by `principal`. @returns the ids of those
   * that were not so already.
   */
  markTests(workspaceId: string, marks: TestMarks): Promise<string[]>;
  /** Waits for what is under way; nothing is accepted afterwards. */
  close(): Promise<void>;
}
