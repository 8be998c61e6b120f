import { ASKING } from '@banso/domain/asking';
import { readEdition } from '@banso/domain/experiment';
import * as z from 'zod';
import { ContentId, Instant, Locale, MessageId, ResponseId, TraitValue } from './common.ts';
import { MessageText } from './message.ts';

const base = { id: z.uuid({ version: 'v7', error: 'must be a UUIDv7' }), at: Instant };
/** The number of the version, and of a variant behind the point which one it is: 5.1 is variant B of version 5. */
const version = z.number().refine((edition) => readEdition(edition) !== undefined, {
  error: 'must be the version of the content as its file has it',
});
const content = { ...base, contentId: ContentId, version };
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
    surface: z.enum(['popover', 'banner', 'panel', 'inline']),
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
    /**
     * A whole number for a scale, text for a text question, the keys of the chosen options for a choice (`other`: the one in
     * the person's own words), null when the person skipped it.
     */
    value: z.union([
      z.int(),
      z.string().max(10_000),
      z.array(z.string().min(1).max(64)).min(1).max(31).readonly(),
      z.null(),
    ]),
    /** The person's own words, where `other` is among the chosen options. */
    other: z.string().max(1_000).optional(),
    url: pageUrl.optional(),
  }),
  z.strictObject({ ...content, type: z.literal('survey_completed'), responseId: ResponseId }),
  z.strictObject({ ...content, type: z.literal('resource_opened') }),
  z.strictObject({ ...content, type: z.literal('resource_rated'), helpful: z.boolean() }),
  z.strictObject({
    ...base,
    type: z.literal('message_sent'),
    text: MessageText,
    /** The survey response of this person that it is about. */
    about: ResponseId.optional(),
  }),
  /** The person has read what the team wrote, up to and including this message. */
  z.strictObject({ ...base, type: z.literal('messages_read'), upTo: MessageId }),
  /** How often the person wants to be asked, and in which language; null: that of the page. What is absent stays as it is. */
  z
    .strictObject({
      ...base,
      type: z.literal('preference_set'),
      asking: z.enum(ASKING).optional(),
      locale: Locale.max(35).nullable().optional(),
    })
    .refine(({ asking, locale }) => asking !== undefined || locale !== undefined, {
      error: 'or locale must be there',
      path: ['asking'],
    }),
  /** The person asks the team to erase what is known of them. Asked again while a request is open, it changes nothing. */
  z.strictObject({ ...base, type: z.literal('erasure_requested') }),
  z.strictObject({ ...base, type: z.literal('erasure_withdrawn') }),
]);
export type Event = z.infer<typeof Event>;
export type EventType = Event['type'];

export const MAX_BATCH_EVENTS = 500;
export const MAX_BATCH_BYTES = 512 * 1024;
export const MAX_EVENT_BYTES = 32 * 1024;
