import { HEALTH_LEVELS } from '@banso/domain/health';
import * as z from 'zod';
import { AccountId, ContactId, Day, ExternalId, Instant, Locale, MemberId, Money, Traits } from './common.ts';
import { CustomerText } from './customer-text.ts';
import { Preferences, Progress } from './widget-api.ts';

export const LIFECYCLES = ['onboarding', 'adopting', 'established', 'at_risk', 'churned'] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** What the team says of an account's health; once `until` has passed it is not known. */
export const Health = z.object({
  level: z.enum(HEALTH_LEVELS),
  reason: z.string(),
  at: Instant,
  until: Instant,
  /** Null: a key, or somebody who is gone. */
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
});
const HealthUpdate = z.strictObject({
  level: z.enum(HEALTH_LEVELS),
  reason: z.string().trim().min(1).max(500),
  /** Default: 90 days from now; a year at most. */
  until: Instant.optional(),
});
const name = z.string().trim().min(1).max(200);
const Ref = z.object({ id: z.string(), name: z.string() });

export const Account = z.object({
  id: AccountId,
  externalId: ExternalId.nullable(),
  name,
  owner: Ref.nullable(),
  plan: z.string().nullable(),
  lifecycle: z.enum(LIFECYCLES),
  recurringRevenue: Money.nullable(),
  renewalDate: Day.nullable(),
  /** Null: nobody has said, or it was too long ago. */
  health: Health.nullable(),
  traits: Traits,
  contacts: z.int(),
  lastSeenAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});

/** Values a CS team sets by hand or by API; an absent field stays as it is. */
export const AccountUpdate = z.strictObject({
  externalId: ExternalId.nullable().optional(),
  name: name.optional(),
  ownerId: MemberId.nullable().optional(),
  plan: z.string().max(100).nullable().optional(),
  lifecycle: z.enum(LIFECYCLES).optional(),
  recurringRevenue: Money.nullable().optional(),
  renewalDate: Day.nullable().optional(),
  /** Holds for a time; null: not known. */
  health: HealthUpdate.nullable().optional(),
  traits: Traits.optional(),
});
export const AccountCreate = AccountUpdate.required({ name: true });
export const AccountUpsert = AccountUpdate.omit({ externalId: true });

export const Contact = z.object({
  id: ContactId,
  /** The user id of the customer's product; null for an anonymous visitor. */
  externalId: ExternalId.nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  locale: Locale.nullable(),
  timeZone: z.string().nullable(),
  /** An identity token vouched for this person at least once. */
  verified: z.boolean(),
  account: Ref.nullable(),
  traits: Traits,
  /** What the person has chosen in the widget; nobody else changes it. */
  preferences: Preferences,
  lastScore: z.int().nullable(),
  /** The team tries things as this person: what they answer counts nowhere. */
  test: z.boolean(),
  firstSeenAt: Instant.nullable(),
  lastSeenAt: Instant.nullable(),
  /** When everything was removed that told who this is; null: nothing was. */
  erasedAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export const ContactUpdate = z.strictObject({
  name: z.string().trim().max(200).nullable().optional(),
  email: z.email().max(254).nullable().optional(),
  locale: Locale.nullable().optional(),
  accountId: AccountId.nullable().optional(),
  traits: Traits.optional(),
  /** Whether what they answer from now on is kept as a test. */
  test: z.boolean().optional(),
});
export const ContactCreate = ContactUpdate.extend({ externalId: ExternalId });

/** Progress with every live checklist that this person or company has begun. */
export const ChecklistProgress = z.object({
  checklist: Ref,
  version: z.int(),
  /** Title of each step in the reader's language, in the order of the checklist. */
  titles: z.record(z.string(), z.string()),
  progress: Progress,
  startedAt: Instant,
});

export const TIMELINE_TYPES = [
  'track',
  'step_completed',
  'step_reopened',
  'content_shown',
  'content_dismissed',
  'content_snoozed',
  'survey_answered',
  'survey_completed',
  'resource_opened',
  'resource_rated',
  'message_sent',
  'erasure_requested',
  'erasure_withdrawn',
] as const;
export const TimelineEntry = z.object({
  id: z.string(),
  at: Instant,
  type: z.enum(TIMELINE_TYPES),
  contact: Ref.extend({ erased: z.boolean() }).nullable(),
  content: z.object({ id: z.string(), name: z.string(), kind: z.string() }).nullable(),
  /** What a sentence needs: event name, step title, score, comment. */
  detail: z
    .object({
      /** What was answered in words, or as a number; the options that were chosen stand in `chosen`. */
      value: z.union([CustomerText, z.number(), z.boolean(), z.null()]).optional(),
      other: CustomerText.nullable().optional(),
      /** Why something was closed. */
      reason: CustomerText.nullable().optional(),
    })
    .catchall(z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
