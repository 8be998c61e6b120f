import * as z from 'zod';
import { ContentId, Instant, ResponseId, TraitValue } from './common.ts';

const base = { id: z.uuid({ version: 'v7', error: 'must be a UUIDv7' }), at: Instant };
const content = { ...base, contentId: ContentId, version: z.int().min(1) };
const pageUrl = z.string().max(2_000);

/** What the host product says about a fact: flat, like traits. */
const properties = z.record(z.string().min(1).max(100), TraitValue).optional();

/** What a person did, as the widget reports it. The sender makes the id once; `at` is the sender's clock. */
export const Event = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('page'), url: pageUrl, properties }),
  z.strictObject({
    ...base,
    type: z.literal('track'),
    name: z.string().min(1).max(200),
    properties,
  }),
  z.strictObject({ ...content, type: z.literal('content_claimed') }),
  z.strictObject({
    ...content,
    type: z.literal('content_shown'),
    surface: z.enum(['popover', 'panel', 'inline']),
  }),
  z.strictObject({ ...content, type: z.literal('content_opened') }),
  z.strictObject({
    ...content,
    type: z.literal('content_dismissed'),
    optOut: z.boolean().optional(),
    reason: z.string().max(200).optional(),
  }),
  z.strictObject({ ...content, type: z.literal('content_snoozed'), until: Instant }),
  z.strictObject({ ...content, type: z.literal('step_completed'), step: z.string().min(1).max(64) }),
  z.strictObject({ ...content, type: z.literal('step_reopened'), step: z.string().min(1).max(64) }),
  z.strictObject({
    ...content,
    type: z.literal('survey_answered'),
    responseId: ResponseId,
    question: z.string().min(1).max(64),
    /** A whole number for a score, text for a text question, null when the person skipped it. */
    value: z.union([z.int(), z.string().max(10_000), z.null()]),
    url: pageUrl.optional(),
  }),
  z.strictObject({ ...content, type: z.literal('survey_completed'), responseId: ResponseId }),
  z.strictObject({ ...content, type: z.literal('resource_opened') }),
  z.strictObject({ ...content, type: z.literal('resource_rated'), helpful: z.boolean() }),
]);
export type Event = z.infer<typeof Event>;
export type EventType = Event['type'];

export const MAX_BATCH_EVENTS = 500;
export const MAX_BATCH_BYTES = 512 * 1024;
export const MAX_EVENT_BYTES = 32 * 1024;
