// Apart from the index: only the pages that share surveys load what its schemas need.
import { LINK_CHANNELS, LINK_KINDS } from '@banso/domain/content';
import * as z from 'zod';
import { ContactId, id, Instant, SegmentId, SurveyId } from './common.ts';

export const SurveyLinkId = id('lnk');

/** A way to a survey that does not lead through the widget. */
export const SurveyLink = z.object({
  id: SurveyLinkId,
  surveyId: SurveyId,
  /** `personal`: each person has an address of their own. `open`: one address for anybody, whose answers nobody vouches for. */
  kind: z.enum(LINK_KINDS),
  /** Where it is meant to be found; answers that come by it say so. */
  channel: z.enum(LINK_CHANNELS),
  name: z.string(),
  /** The address of an open link; null: each person has their own. */
  url: z.string().nullable(),
  /** Null: it works until it is revoked. */
  expiresAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  createdAt: Instant,
  /** Null: a key made it. */
  createdBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** People who have answered by it, wholly or in part. */
  answers: z.object({ begun: z.int(), completed: z.int() }),
});
export type SurveyLink = z.infer<typeof SurveyLink>;

/** What makes a link. An open one lets anybody answer this survey who has the address. */
export const SurveyLinkCreate = z.strictObject({
  kind: z.enum(LINK_KINDS),
  channel: z.enum(LINK_CHANNELS).default('link'),
  name: z.string().trim().min(1).max(120),
  /** Days until it ends; null: never. Default: 30 for personal links, never for open ones. */
  expiresInDays: z.int().min(1).max(730).nullable().optional(),
});
export type SurveyLinkCreate = z.infer<typeof SurveyLinkCreate>;

/** Everything that is shared of one survey. */
export const SurveyLinks = z.object({ data: z.array(SurveyLink) });
/** How many links were ended. */
export const RevokedLinks = z.object({ revoked: z.int() });

/** Whom personal addresses are made for: the people of a segment, or these, at most 200; without either everybody who is known. */
export const AddresseesQuery = z.object({
  segmentId: SegmentId.optional(),
  /** Ids, parted by commas. */
  contactIds: z
    .string()
    .regex(new RegExp(`^(con_[0-9a-f-]{36})(,con_[0-9a-f-]{36}){0,199}$`), {
      error: 'must be at most 200 ids of contacts, parted by commas',
    })
    .optional(),
});

/** The addresses of some people, as they stand in the file. */
export const Addressees = z.object({
  /** Everybody who gets an address. */
  people: z.int(),
  /** Of those, without an e-mail address. */
  withoutEmail: z.int(),
  /** Left out: they asked for no surveys, or are anonymous. */
  leftOut: z.int(),
  /** The first one's address, to look at. Whoever opens it answers for them. */
  example: z.object({ contactId: ContactId, url: z.string() }).nullable(),
});
export type Addressees = z.infer<typeof Addressees>;

/** What the hosted page can report: of which survey and response it is, the link says. */
export const HOSTED_EVENTS = [
  'content_shown',
  'content_dismissed',
  'content_snoozed',
  'survey_answered',
  'survey_completed',
] as const;

/** What the hosted page reports. */
export const HostedFacts = z.strictObject({
  /** Of this page; of an open link, by which whoever answers is known again. */
  page: z.uuid({ version: 'v7', error: 'must be a UUIDv7' }),
  sentAt: Instant,
  locale: z.string().max(35),
  /** Events as of the widget, without `contentId` and `responseId`, which the link says. */
  events: z
    .array(z.looseObject({ type: z.enum(HOSTED_EVENTS) }))
    .min(1)
    .max(50),
});
export type HostedFacts = z.infer<typeof HostedFacts>;

/** What became of them. */
export const HostedVerdict = z.object({
  accepted: z.array(z.string()),
  refused: z.array(z.object({ id: z.string(), code: z.string(), message: z.string() })),
  /** From now on the person's own address: an open link has become theirs by the first answer. */
  url: z.string(),
});
export type HostedVerdict = z.infer<typeof HostedVerdict>;
