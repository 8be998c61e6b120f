// Apart from the index: only the pages that show it load what its schemas need.
import { FOLLOW_UPS } from '@banso/domain/alerts';
import * as z from 'zod';
import { id, Instant, PageQuery } from './common.ts';
import { CustomerText } from './customer-text.ts';

export const WebhookId = id('whk');
export const DeliveryId = id('dlv');

/** What a webhook speaks: signed JSON (Standard Webhooks), or the messages of a chat service. */
export const WEBHOOK_KINDS = ['webhook', 'slack', 'teams'] as const;
/** `failing`, `gone`: nothing is sent any more, after five days of failures or an answer with status 410. */
export const WEBHOOK_STATUSES = ['active', 'paused', 'failing', 'gone'] as const;
export const DELIVERY_STATUSES = ['waiting', 'delivered', 'failed'] as const;
/** Of a workspace. */
export const MAX_WEBHOOKS = 50;
/** Messages that one call sends again. */
export const MAX_RESENT = 200;

const name = z.string().trim().min(1).max(100);
const url = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .max(2_000)
  .refine((text) => URL.parse(text)?.username === '' && URL.parse(text)?.password === '', {
    error: 'must hold no credentials',
  });
const events = z.array(z.enum(FOLLOW_UPS)).max(FOLLOW_UPS.length);

/** A place outside that is told what happens. */
export const Webhook = z.object({
  id: WebhookId,
  kind: z.enum(WEBHOOK_KINDS),
  name: z.string(),
  /** The address as far as it may be shown: whoever knows all of it may write there. */
  url: z.string(),
  events: z.array(z.enum(FOLLOW_UPS)),
  /** The oldest first; while there are two, every message carries both signatures. */
  secrets: z.array(z.object({ id: z.string(), hint: z.string(), createdAt: Instant })),
  status: z.enum(WEBHOOK_STATUSES),
  /** Since when nothing but failures; null: there are none. */
  failingSince: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Webhook = z.infer<typeof Webhook>;

export const WebhookCreate = z
  .strictObject({
    kind: z.enum(WEBHOOK_KINDS).default('webhook'),
    name,
    url,
    /** Empty: only alert rules write there. */
    events: events.default([]),
  })
  .refine(({ kind, events: wanted }) => kind === 'webhook' || wanted.length === 0, {
    error: 'must be empty for a chat service: alert rules write there',
    path: ['events'],
  });
/** The secret is answered here and never again; null for chat services. */
export const WebhookCreated = Webhook.extend({ secret: z.string().nullable() });
export const WebhookUpdate = z.strictObject({
  name: name.optional(),
  url: url.optional(),
  events: events.optional(),
  /** `active` also begins anew where it was given up. */
  status: z.enum(['active', 'paused']).optional(),
});
export const WebhookSecretCreated = z.object({ id: z.string(), secret: z.string() });

/** One message to one webhook. */
export const Delivery = z.object({
  id: DeliveryId,
  /** The `webhook-id` of every attempt. */
  eventId: z.string(),
  type: z.string(),
  status: z.enum(DELIVERY_STATUSES),
  attempts: z.int(),
  nextAttemptAt: Instant.nullable(),
  lastAttemptAt: Instant.nullable(),
  /** Status of the last answer; null: there was none. */
  lastCode: z.int().nullable(),
  /** Why there was none. */
  lastError: z.string().nullable(),
  /** What is sent, letter by letter. */
  body: CustomerText,
  createdAt: Instant,
});
export type Delivery = z.infer<typeof Delivery>;
export const DeliveryQuery = PageQuery.extend({ status: z.enum(DELIVERY_STATUSES).optional() });
export const Resend = z.union([
  z.strictObject({ ids: z.array(DeliveryId).min(1).max(MAX_RESENT) }),
  z
    .strictObject({
      /** Messages that were made from then on, */
      from: Instant,
      /** and before then. */
      to: Instant,
      failedOnly: z.boolean().default(true),
    })
    .refine(({ from, to }) => from < to, { error: 'must be later than from', path: ['to'] }),
]);
export const Resent = z.object({ count: z.int() });

export const WebhookSettings = z.strictObject({
  /** Whether what customers wrote may go to webhooks, chat services and mailboxes. */
  textsMayLeave: z.boolean(),
});
export type WebhookSettings = z.infer<typeof WebhookSettings>;
