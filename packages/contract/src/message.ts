import * as z from 'zod';
import {
  AccountId,
  ContactId,
  Instant,
  MemberId,
  MessageId,
  PageQuery,
  ResponseId,
  SearchWords,
} from './common.ts';
import { CustomerText } from './customer-text.ts';

/** Plain text; line breaks are kept. */
export const MessageText = z
  .string()
  .max(10_000)
  .refine((text) => text.trim() !== '', { error: 'must hold more than blanks' });

/** The survey answer that a message is about, in short. */
export const MessageAbout = z.object({
  id: ResponseId,
  survey: z.string(),
  score: z.int().nullable(),
  comment: CustomerText.nullable(),
  answeredAt: Instant,
});

const messageOf = {
  id: MessageId,
  author: z.enum(['contact', 'team']),
  text: CustomerText,
  about: MessageAbout.nullable(),
  /** When it was written. A note that was written without a connection comes in later. */
  sentAt: Instant,
  /** When the other side read it. */
  readAt: Instant.nullable(),
};

export const Message = z.object({
  ...messageOf,
  contact: z.object({ id: ContactId, name: z.string().nullable(), verified: z.boolean() }),
  /** Member or secret key that wrote for the team; null when the person did. The name is that of the time. */
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** When it came in: the order of a thread. */
  receivedAt: Instant,
});
export type Message = z.infer<typeof Message>;

export const MessageQuery = PageQuery.extend({
  contactId: ContactId.optional(),
  accountId: AccountId.optional(),
  author: z.enum(['contact', 'team']).optional(),
  /** Not read by the other side. */
  unread: z.enum(['true', 'false']).optional(),
  /** Messages with all of these words, in Japanese and Korean with all of their pairs of characters. */
  words: SearchWords.optional(),
});

/** A message of the team to one person, who reads it in the widget. */
export const MessageCreate = z.strictObject({
  contactId: ContactId,
  text: MessageText,
  /** A survey answer of this person, shown to them above the message. */
  about: ResponseId.optional(),
});

/** What one person and the team have written to each other, in sum. */
export const Thread = z.object({
  contact: z.object({
    id: ContactId,
    name: z.string().nullable(),
    email: z.string().nullable(),
    locale: z.string().nullable(),
    identity: z.enum(['verified', 'unverified', 'anonymous']),
  }),
  account: z.object({ id: AccountId, name: z.string(), owner: z.string().nullable() }).nullable(),
  last: z.object({
    author: z.enum(['contact', 'team']),
    by: z.string().nullable(),
    text: CustomerText,
    readAt: Instant.nullable(),
  }),
  lastAt: Instant,
  /** Messages of the person that nobody on the team has read. */
  unread: z.int(),
});
export type Thread = z.infer<typeof Thread>;

export const ThreadQuery = PageQuery.extend({
  accountId: AccountId.optional(),
  /** Threads with people of accounts that this member looks after. */
  ownerId: MemberId.optional(),
  unread: z.enum(['true', 'false']).optional(),
});

/** Marks for the whole team. Without `upTo` everything is read; unread becomes the person's last message. */
export const ThreadUpdate = z.union([
  z.strictObject({ read: z.literal(true), upTo: MessageId.optional() }),
  z.strictObject({ read: z.literal(false) }),
]);

/** How many threads wait for the team. */
export const WaitingThreads = z.object({ waiting: z.int() });

/** The person's own thread, as the widget gets it, the oldest message first. */
export const OwnThread = z.object({
  /** Who reads what the person writes: the owner of their account; null: nobody in particular. */
  with: z.object({ name: z.string() }).nullable(),
  messages: z.array(
    z.object({
      ...messageOf,
      text: z.string(),
      about: MessageAbout.extend({ comment: z.string().nullable() }).nullable(),
      by: z.string().nullable(),
    }),
  ),
  /** `before` of the messages that come before these; null: there are none. */
  before: z.string().nullable(),
});
export type OwnThread = z.infer<typeof OwnThread>;
