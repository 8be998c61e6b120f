import { createHash } from 'node:crypto';
import type { EventRefusal } from '@banso/contract';
import type { TraitValue } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Arrival } from './recorder.ts';

/** Whom a fact is about. */
export type Who = Pick<Arrival, 'identity' | 'externalId'>;

/** Traits as they are told; null takes one away. */
export type ToldTraits = Readonly<Record<string, TraitValue | null>>;

/** One fact that a server of the customer's tells, read and checked. */
export type Told = {
  /** The sender's; the same fact told again has the same. */
  messageId: string;
  /** By our clock. */
  occurredAt: Instant;
  who: Who;
  /** The company in which it happened; undefined: the one that the person belongs to. */
  accountExternalId: string | undefined;
  locale: string | undefined;
  timeZone: string | undefined;
} & (
  | { type: 'identify'; traits: ToldTraits }
  | { type: 'group'; accountExternalId: string; traits: ToldTraits }
  | { type: 'track'; name: string; properties: Readonly<Record<string, TraitValue>> }
  | { type: 'page'; page: PageSeen }
  /** `who` was known under this name before. */
  | { type: 'alias'; previousId: string }
);

/** What a server says of a page. */
export interface PageSeen {
  name?: string;
  url?: string;
  properties: Readonly<Record<string, TraitValue>>;
}

/** What becomes of a fact that a server told, under the id of its message. */
export type ToldVerdict =
  | { id: string; accepted: true }
  | { id: string; accepted: false; code: EventRefusal; message: string };

/** By which a message that comes again is known, whatever its id looks like. */
export function messageHashOf(messageId: string): string {
  return createHash('sha256').update(messageId).digest('base64url').slice(0, 22);
}

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The id of the event where that of the message can be it; undefined: the event gets one of ours, and a receipt tells which
 * messages came. The log is ordered and parted by the time in the ids of its events.
 */
export function eventIdIn(messageId: string): string | undefined {
  return UUID_V7.test(messageId) ? messageId : undefined;
}
