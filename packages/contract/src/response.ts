import * as z from 'zod';
import { AccountId, ContactId, Day, Instant, Money, PageQuery, ResponseId, SurveyId } from './common.ts';

export const BANDS = ['detractor', 'passive', 'promoter'] as const;

export const ResponseRecord = z.object({
  id: ResponseId,
  survey: z.object({ id: SurveyId, name: z.string(), version: z.int() }),
  contact: z.object({
    id: ContactId,
    name: z.string().nullable(),
    email: z.string().nullable(),
    verified: z.boolean(),
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
  comment: z.string().nullable(),
  /** `complete` means that the end of the branch was reached. */
  status: z.enum(['partial', 'complete']),
  answers: z.array(
    z.object({
      question: z.string(),
      text: z.string(),
      type: z.string(),
      value: z.union([z.number(), z.string(), z.null()]),
    }),
  ),
  locale: z.string(),
  pageUrl: z.string().nullable(),
  /** Vouched for by an identity token when answered. */
  verified: z.boolean(),
  answeredAt: Instant,
  completedAt: Instant.nullable(),
  readAt: Instant.nullable(),
});

export const ResponseQuery = PageQuery.extend({
  surveyId: SurveyId.optional(),
  band: z.enum(BANDS).optional(),
  score: z.coerce.number().int().min(0).max(10).optional(),
  locale: z.string().max(20).optional(),
  accountId: AccountId.optional(),
  contactId: ContactId.optional(),
  /** Answered at or after. */
  from: Instant.optional(),
  /** Answered before. */
  to: Instant.optional(),
  hasComment: z.enum(['true', 'false']).optional(),
  read: z.enum(['true', 'false']).optional(),
  verified: z.enum(['true', 'false']).optional(),
  /** Only the answer that counts in the score: the latest of each person in the period. */
  counted: z.enum(['true']).optional(),
});
export const ResponseUpdate = z.strictObject({ read: z.boolean() });
export const UnreadCount = z.object({ unread: z.int() });
