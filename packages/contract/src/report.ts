import * as z from 'zod';
import { Instant, TimeZone } from './common.ts';
import { CustomerText } from './customer-text.ts';

export const MY_DAY_KINDS = [
  'install',
  'detractor',
  'renewal_window',
  'stalled_onboarding',
  'unread_comment',
  'quiet_account',
  'erasure_request',
  'review',
  'mention',
  'case',
  'task',
] as const;
export const MyDayItem = z.object({
  id: z.string(),
  kind: z.enum(MY_DAY_KINDS),
  at: Instant,
  account: z.object({ id: z.string(), name: z.string() }).nullable(),
  contact: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  responseId: z.string().nullable(),
  /** What the sentence needs: score, comment, days, checklist, done, total. */
  detail: z
    .object({ comment: CustomerText.nullable().optional(), text: CustomerText.optional() })
    .catchall(z.union([z.string(), z.number(), z.null()])),
});
export const MyDayQuery = z.object({
  /** By whose calendar tasks are due. */
  timeZone: TimeZone.default('UTC'),
});
export const MyDay = z.object({
  items: z.array(MyDayItem),
  book: z.object({ accounts: z.int(), onboarding: z.int(), renewals90Days: z.int(), unread: z.int() }),
});

/** What the live stream of the console tells; the rows are fetched by their ids. */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('response'), id: z.string(), surveyId: z.string() }),
  z.object({
    type: z.literal('progress'),
    contentId: z.string(),
    contactId: z.string(),
    accountId: z.string().nullable(),
  }),
  /** Somebody wrote or read in this person's thread. */
  z.object({ type: z.literal('message'), contactId: z.string() }),
  /** A note on this was written, changed or taken away. */
  z.object({ type: z.literal('note'), subject: z.object({ kind: z.string(), id: z.string() }) }),
  z.object({ type: z.literal('case'), id: z.string() }),
  /** Tasks were added, changed or taken away. */
  z.object({ type: z.literal('task') }),
  /** This person wished to be erased, took it back, or was erased. */
  z.object({ type: z.literal('erasure'), contactId: z.string() }),
  z.object({ type: z.literal('content'), id: z.string(), version: z.int() }),
  /** A member has this content open in an editor, or has just left it. Told again and again while it is open. */
  z.object({
    type: z.literal('editing'),
    contentId: z.string(),
    tab: z.string(),
    member: z.object({ id: z.string(), name: z.string() }),
    left: z.boolean(),
  }),
  /** A saved segment was created, changed or deleted. */
  z.object({ type: z.literal('segment'), id: z.string() }),
  z.object({ type: z.literal('theme'), id: z.string() }),
  z.object({ type: z.literal('topic'), id: z.string() }),
  /** These members find something new at the bell. */
  z.object({ type: z.literal('notice'), members: z.array(z.string()) }),
  /** A webhook or an alert rule was changed. */
  z.object({ type: z.literal('webhook'), id: z.string() }),
  z.object({ type: z.literal('alert-rule'), id: z.string() }),
  /** An import of survey history has gone on, or is through. */
  z.object({ type: z.literal('import'), id: z.string(), status: z.string() }),
  /** The settings of the workspace were changed. */
  z.object({ type: z.literal('workspace') }),
  z.object({ type: z.literal('seen'), at: Instant, url: z.string() }),
  /** A server of the product told something. */
  z.object({ type: z.literal('heard'), at: Instant }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
