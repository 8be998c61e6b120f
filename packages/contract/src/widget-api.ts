import * as z from 'zod';
import { ContactId, ContentId, ExternalId, Instant, Locale, TimeZone, Traits } from './common.ts';
import { EVENT_REFUSALS } from './problem.ts';

/** A random id of this browser; the prefix keeps a real user id from passing as anonymous. */
export const AnonymousId = z
  .string()
  .regex(/^anon_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

const PageOf = z.strictObject({ url: z.string().max(2_000), device: z.enum(['desktop', 'mobile']) });

export const SessionRequest = z.strictObject({
  user: z
    .strictObject({ id: ExternalId, traits: Traits.optional(), token: z.string().max(4_096).optional() })
    .optional(),
  account: z.strictObject({ id: ExternalId, traits: Traits.optional() }).optional(),
  anonymousId: AnonymousId,
  page: PageOf,
  locale: Locale,
  timeZone: TimeZone.optional(),
});
export type SessionRequest = z.infer<typeof SessionRequest>;

export const ShownContent = z.object({
  contentId: ContentId,
  version: z.int(),
  kind: z.enum(['checklist', 'survey', 'resource']),
  surface: z.enum(['popover', 'panel']),
  when: z.object({ delaySeconds: z.int(), pages: z.array(z.string()) }),
  reason: z.string(),
});
export type ShownContent = z.infer<typeof ShownContent>;

export const StepProgress = z.object({
  key: z.string(),
  state: z.enum(['done', 'open', 'locked']),
  /** The first step that wants doing. */
  current: z.boolean(),
  doneAt: Instant.optional(),
  /** Name of the person who did it; absent when it was this person or an event. */
  doneBy: z.string().optional(),
  /** Keys of the steps that open this one. */
  lockedBy: z.array(z.string()),
  dueAt: Instant.optional(),
});
export type StepProgress = z.infer<typeof StepProgress>;

/** Hidden steps are left out; optional ones count neither in `done` nor in `total`. */
export const Progress = z.object({
  steps: z.array(StepProgress),
  done: z.int(),
  total: z.int(),
  completedAt: Instant.optional(),
});
export type Progress = z.infer<typeof Progress>;

/** What is on offer for this person now. */
const Offer = {
  show: z.array(ShownContent),
  /** Why the rest is not shown, by content id; for `why()`. */
  held: z.record(ContentId, z.string()),
  /** By checklist id. */
  progress: z.record(z.string(), Progress),
  /** New resources that this person has not opened. */
  unread: z.int(),
};

/** The workspace's look; absent values are the widget's defaults. */
export const Theme = z.strictObject({
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour such as #3350a8' })
    .optional(),
  radius: z.int().min(0).max(24).optional(),
  side: z.enum(['left', 'right']).optional(),
  scheme: z.enum(['auto', 'light', 'dark']).optional(),
});
export type Theme = z.infer<typeof Theme>;

export const SessionResponse = z.object({
  session: z.string(),
  expiresAt: Instant,
  serverTime: Instant,
  contact: z.object({ id: ContactId, verified: z.boolean() }),
  content: z.object({ url: z.string() }),
  theme: Theme,
  ...Offer,
});
export type SessionResponse = z.infer<typeof SessionResponse>;

export const SyncRequest = z.object({
  /** Each event is checked by itself, so that one bad event does not take the others with it. */
  events: z.array(z.unknown()).max(500),
  page: PageOf,
  /** The sender's clock when it sent; with each event's `at` it gives the age, whatever the clock says. */
  sentAt: Instant,
});
export type SyncRequest = z.infer<typeof SyncRequest>;

export const RefusedEvent = z.object({ id: z.string(), code: z.enum(EVENT_REFUSALS), message: z.string() });
export type RefusedEvent = z.infer<typeof RefusedEvent>;

/** `accepted` means: committed and flushed to the disk. */
export const SyncResponse = z.object({
  accepted: z.array(z.string()),
  refused: z.array(RefusedEvent),
  /** Changes when something was published; fetch it when it differs. */
  content: z.object({ url: z.string() }),
  ...Offer,
});
export type SyncResponse = z.infer<typeof SyncResponse>;
