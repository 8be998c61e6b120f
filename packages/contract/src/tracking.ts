import * as z from 'zod';
import { ExternalId } from './common.ts';
import { RefusedEvent } from './widget-api.ts';

/** Anything: the stock clients send more than is read, and what is not read is not judged. */
const anything = z.record(z.string(), z.unknown()).nullish();

/** A time with a zone, or a day. */
const Moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: 'must be a time such as 2026-01-05T10:00:00Z',
});

/** The sender's id of a message: the same message sent again has the same. */
export const MessageId = z.string().min(1).max(200);

/** How far back something may have happened, in days. */
export const MAX_AGE_DAYS = 365;

const common = {
  messageId: MessageId.nullish(),
  /** When it happened, by the sender's clock; absent: when it was sent. */
  timestamp: Moment.nullish(),
  /** The same, as the stock clients say it. */
  originalTimestamp: Moment.nullish(),
  /** The sender's clock when it sent: with it a wrong clock does no harm. */
  sentAt: Moment.nullish(),
  /** Read are `locale`, `timezone`, `groupId`, of `identify` also `traits`, and of `page` also `page.url`. */
  context: anything,
};
const person = {
  /** The user id of your product. */
  userId: ExternalId.nullish(),
  /** Of somebody without one. */
  anonymousId: ExternalId.nullish(),
};

/** Somebody has to be named. */
const named = <T extends { userId?: unknown; anonymousId?: unknown }>({ userId, anonymousId }: T): boolean =>
  userId != null || anonymousId != null;
const NOBODY = { error: 'or anonymousId must be there', path: ['userId'] };

/** Who this is, and what is known of them. */
export const Identify = z.looseObject({ ...common, ...person, traits: anything }).refine(named, NOBODY);
/** The company that somebody belongs to, and what is known of it. */
export const Group = z
  .looseObject({ ...common, ...person, groupId: ExternalId, traits: anything })
  .refine(named, NOBODY);
/** Something that somebody did, or that happened to them. */
export const Track = z
  .looseObject({ ...common, ...person, event: z.string().min(1).max(200), properties: anything })
  .refine(named, NOBODY);
/** A page that somebody saw. */
export const Page = z
  .looseObject({ ...common, ...person, name: z.string().max(200).nullish(), properties: anything })
  .refine(named, NOBODY);
/** Somebody without a user id turned out to be this user. */
export const Alias = z.looseObject({ ...common, userId: ExternalId, previousId: ExternalId });

export const Batch = z.looseObject({
  /** Each as for its own address, with its `type`. Each is checked by itself: a bad one does not take the others with it. */
  batch: z.array(z.unknown()).max(500),
  sentAt: Moment.nullish(),
  /** For those that say nothing themselves. */
  context: anything,
});
export type Batch = z.infer<typeof Batch>;

/** The types of a message, each with its schema. */
export const MESSAGES = {
  identify: Identify,
  group: Group,
  track: Track,
  page: Page,
  alias: Alias,
} as const;
export type MessageType = keyof typeof MESSAGES;

/** `accepted` means: committed and flushed to the disk. */
export const Received = z.object({
  /** Ids of messages, also of those that came before. Who sent none is told the one that was made. */
  accepted: z.array(z.string()),
  refused: z.array(RefusedEvent),
  /** Traits and properties that were left out of what was accepted: only text, numbers and truth can be kept. */
  ignored: z.array(z.object({ id: z.string(), path: z.string() })),
});
export type Received = z.infer<typeof Received>;
