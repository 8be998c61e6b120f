import type { Because as DomainBecause } from '@banso/domain/decide';
import { DECISION_REASONS, HOLD_REASONS, OUTCOMES } from '@banso/domain/decide';
import { VARIANTS } from '@banso/domain/experiment';
import * as z from 'zod';
import { Explanation } from './audience.ts';
import {
  AccountId,
  ContactId,
  ContentId,
  DecisionId,
  Instant,
  Locale,
  PageQuery,
  TraitValue,
} from './common.ts';
import { LEAVES } from './condition.ts';
import { PageOf } from './widget-api.ts';

const Outcome = z.enum(OUTCOMES).meta({ description: 'Where it is shown, or that it is held back' });
const Reason = z.enum(DECISION_REASONS).meta({ description: 'Why; `granted` of a claim to open by itself' });
const kind = z.enum(['checklist', 'survey', 'resource', 'announcement']);

/** What the deciding rule looked at. Which fields there are depends on the reason; there may be more in time. */
export const Because: z.ZodType<DomainBecause> = z
  .object({
    /** Parts of the audience that decided, with what was found; `outcome` counts the negation. */
    leaves: z.array(
      z.object({
        leaf: z.discriminatedUnion('type', LEAVES),
        negated: z.boolean(),
        outcome: z.enum(['match', 'no_match', 'unknown']),
        found: TraitValue.optional(),
        /** The saved segment that asked for it; absent where the audience itself did. */
        segmentId: z.string().optional(),
      }),
    ),
    /** When a clock began to run, or when it happened. */
    since: Instant,
    /** When the clock runs out; null: never. */
    until: Instant.nullable(),
    /** How long it runs; null: for ever. */
    days: z.number().nullable(),
    count: z.number(),
    limit: z.number(),
    /** Another content that stands in the way. */
    contentId: z.string(),
    /** The tag whose limit is used up. */
    tag: z.string(),
    /** The tracked event that there has to be. */
    event: z.string(),
    /** The page without its query, or the kind of device. */
    place: z.string(),
    places: z.array(z.string()),
    percent: z.number(),
    bucket: z.number(),
    /** Of what waits in the panel: why it does not open by itself. */
    waits: z.enum(HOLD_REASONS),
    /** The variant that the person gets, with the name that it had then; null: the base. */
    variant: z.object({ key: z.enum(VARIANTS).nullable(), name: z.string() }),
    numbers: z.record(z.string(), TraitValue),
  })
  .partial()
  .meta({ id: 'Because' });

/** One decision: what became of one content for one person, from when until when, and why. */
export const Decision = z.object({
  id: DecisionId,
  at: Instant,
  /** When another one took its place; null: it is in force. */
  until: Instant.nullable(),
  contact: z.object({
    id: ContactId,
    name: z.string().nullable(),
    email: z.string().nullable(),
    externalId: z.string().nullable(),
  }),
  /** The person's account at that time. */
  account: z.object({ id: AccountId, name: z.string() }).nullable(),
  content: z.object({ id: ContentId, name: z.string(), kind }),
  /** Made when content was offered, or of a claim to open by itself. */
  source: z.enum(['offer', 'claim']),
  outcome: Outcome,
  reason: Reason,
  version: z.int(),
  because: Because,
});
export type Decision = z.infer<typeof Decision>;

export const DecisionQuery = PageQuery.extend({
  contact: ContactId.optional(),
  account: AccountId.optional(),
  content: ContentId.optional(),
  /** Made at or after. */
  from: Instant.optional(),
  /** Made before. */
  to: Instant.optional(),
  /** In force at this moment: one line for each content. Needs `contact`. */
  at: Instant.optional(),
  outcome: Outcome.optional(),
  reason: Reason.optional(),
}).refine(({ at, contact }) => at === undefined || contact !== undefined, {
  path: ['contact'],
  error: 'is needed with `at`: what was in force is told of one person',
});

const Subject = z.enum(['contact', 'account']);

/** One fact that is supposed to be different. */
export const WhatIfChange = z.discriminatedUnion('fact', [
  z.strictObject({
    fact: z.literal('trait'),
    subject: Subject,
    key: z.string().min(1).max(100),
    /** Null: not known. */
    value: TraitValue.nullable(),
  }),
  /** Null: not known. */
  z.strictObject({ fact: z.literal('locale'), value: Locale.nullable() }),
  z.strictObject({ fact: z.literal('verified'), value: z.boolean() }),
  /** How often a tracked event happened in all, the last time now. */
  z.strictObject({
    fact: z.literal('event'),
    subject: Subject,
    name: z.string().min(1).max(200),
    count: z.int().min(0).max(1_000_000),
  }),
  /** When the person was last interrupted; null: never. */
  z.strictObject({ fact: z.literal('lastInterruptedAt'), value: Instant.nullable() }),
  z.strictObject({ fact: z.literal('asking'), value: z.enum(['usual', 'less', 'never']) }),
  z.strictObject({ fact: z.literal('page'), ...PageOf.shape }),
  z.strictObject({ fact: z.literal('time'), value: Instant }),
]);
export type WhatIfChange = z.infer<typeof WhatIfChange>;

/** Asks what would be decided. Nothing is kept of it. */
export const WhatIfRequest = z.strictObject({
  contact: ContactId,
  /** Where the person is. */
  page: PageOf,
  changes: z.array(WhatIfChange).max(50),
  /** When both are worked out; absent: now. */
  at: Instant.optional(),
});

/** What is decided of one content for one person, and why. */
export const Verdict = z.object({ outcome: Outcome, reason: Reason, because: Because });
export type Verdict = z.infer<typeof Verdict>;

/** One live content, as it would be decided, and as it would be with the facts changed. */
export const WhatIfContent = z.object({
  content: z.object({ id: ContentId, name: z.string(), kind }),
  now: Verdict,
  supposed: Verdict,
  /** Whether the two differ in outcome or reason. */
  differs: z.boolean(),
  /** The audience with what each part says of the person, facts changed. */
  audience: Explanation,
});
export type WhatIfContent = z.infer<typeof WhatIfContent>;

export const WhatIfAnswer = z.object({ at: Instant, data: z.array(WhatIfContent) });
