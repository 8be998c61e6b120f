import type { event, EventRefusal } from '@banso/contract';
import type { Traits } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';

/** Under whose name facts arrive: the session's, checked before. */
export interface Source {
  workspaceId: string;
  contactId: string;
  accountId: string | null;
  verified: boolean;
  locale: string;
}

/** One fact, parsed, with the time at which it happened by our clock. */
export interface Fact {
  event: event.Event;
  occurredAt: Instant;
}

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

/** The one way in for facts. Every promise resolves after the commit that holds its facts is durable, never before. */
export interface Recorder {
  /** Facts of one session, in the order in which they happened. One verdict for each, in the same order. */
  record(source: Source, facts: readonly Fact[]): Promise<Verdict[]>;
  /** A person (and their company) came: contact, account and session are brought up to date in one commit. */
  arrive(arrival: Arrival): Promise<Arrived>;
  /** Waits for what is under way; nothing is accepted afterwards. */
  close(): Promise<void>;
}
