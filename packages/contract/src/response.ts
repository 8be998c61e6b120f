import { RESPONSE_SOURCES } from '@banso/domain/content';
import { VARIANTS } from '@banso/domain/experiment';
import * as z from 'zod';
import { CustomerText } from './customer-text.ts';
import { AccountId, ContactId, Day, Instant, Money, ResponseId, SurveyId, TopicId } from './common.ts';

export const BANDS = ['detractor', 'passive', 'promoter'] as const;

export const ResponseRecord = z.object({
  id: ResponseId,
  survey: z.object({
    id: SurveyId,
    name: z.string(),
    version: z.int(),
    /** Which variant was answered, with its name then; null: the base, or there were none. */
    variant: z.object({ key: z.enum(VARIANTS), name: z.string() }).nullable(),
  }),
  contact: z.object({
    id: ContactId,
    name: z.string().nullable(),
    email: z.string().nullable(),
    verified: z.boolean(),
    erased: z.boolean(),
  }),
  account: z
    .object({
      id: AccountId,
      name: z.string(),
      plan: z.string().nullable(),
      recurringRevenue: Money.nullable(),
      renewalDate: Day.nullable(),
      owner: z.string().nullable(),
    })
    .nullable(),
  score: z.int().min(0).max(10).nullable(),
  band: z.enum(BANDS).nullable(),
  comment: CustomerText.nullable(),
  /** `complete` means that the end of the branch was reached. */
  status: z.enum(['partial', 'complete']),
  answers: z.array(
    z.object({
      question: z.string(),
      text: z.string(),
      type: z.string(),
      /** A number on the scale of the type, text, the keys of the chosen options, or null: skipped. */
      value: z.union([z.number(), CustomerText, z.array(z.string()), z.null()]),
      /** The chosen options in words, in the order of the question; null where nothing was to choose. */
      chosen: z.array(z.object({ key: z.string(), text: z.string() })).nullable(),
      /** What was written where `other` was chosen. */
      other: CustomerText.nullable(),
    }),
  ),
  /** Words of the team, by their letters. */
  tags: z.array(z.string()),
  locale: z.string(),
  pageUrl: z.string().nullable(),
  /** What the survey asked about, as the host product names it; null: nothing in particular. */
  transactionId: z.string().nullable(),
  /** Vouched for by an identity token when answered. */
  verified: z.boolean(),
  answeredAt: Instant,
  completedAt: Instant.nullable(),
  readAt: Instant.nullable(),
  /** The import of survey history that brought it; null: it was answered here. */
  importId: z.string().nullable(),
  /** How it came: from the widget, by a link that was shared, by one in an e-mail, or by an import. */
  source: z.enum(RESPONSE_SOURCES),
  /** Somebody only tried the survey: it is in no number, opens no case and alerts nobody. */
  test: z.boolean(),
  /** What it is about: by a rule, or because a person said so. */
  topics: z.array(z.object({ id: TopicId, name: z.string(), givenBy: z.enum(['rule', 'person']) })),
});

export const ResponseUpdate = z.strictObject({ read: z.boolean() });
export const UnreadCount = z.object({ unread: z.int() });
