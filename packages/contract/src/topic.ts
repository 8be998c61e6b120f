// Apart from the index, so that only the parts of the console that need it carry it.
import * as z from 'zod';
import {
  AccountId,
  AnnouncementId,
  Day,
  Instant,
  Locale,
  MemberId,
  Money,
  ResponseId,
  TopicId,
} from './common.ts';
import { CustomerText } from './customer-text.ts';

/** Topics that a workspace may keep, dismissed ones included. */
export const MAX_TOPICS = 200;
/** Rules that a topic may have. */
export const MAX_RULES = 20;
/** Days of which a topic tells how often it came up lately; as many before are the comparison. */
export const TOPIC_DAYS = 28;
/** People whom an announcement from a topic can name. */
export const MAX_TOLD = 1_000;

const name = z.string().trim().min(1).max(100);
const word = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((text) => /[\p{L}\p{N}]/u.test(text), { error: 'must hold a letter or a digit' });

export const TopicRule = z.strictObject({
  /** Answers in this language only; null: in every one. */
  language: Locale.nullable(),
  /** One of these words stands in the answer. */
  any: z.array(word).min(1).max(50),
  /** And none of these. */
  none: z.array(word).max(50),
});
export type TopicRule = z.infer<typeof TopicRule>;

const rules = z.array(TopicRule).max(MAX_RULES);

export const TopicCreate = z.strictObject({
  name,
  rules: rules.default([]),
  pinned: z.boolean().default(false),
  /** `dismissed`: what its rules ask for is not suggested again. */
  status: z.enum(['active', 'dismissed']).default('active'),
});
export const TopicUpdate = z.strictObject({
  name: name.optional(),
  /** Answers that are there are looked at anew. */
  rules: rules.optional(),
  pinned: z.boolean().optional(),
  status: z.enum(['active', 'dismissed']).optional(),
});
/** What was about this topic is about another one, which also takes over its rules. */
export const TopicMerge = z.strictObject({ into: TopicId });

/** A share in per cent with its Wilson interval of 95 %; null: there is nothing to hold it against. */
export const TopicShare = z
  .object({ percent: z.number(), low: z.number(), high: z.number(), count: z.int(), n: z.int() })
  .nullable();

/** A subject of what customers write. */
export const Topic = z.object({
  id: TopicId,
  name: z.string(),
  status: z.enum(['active', 'dismissed']),
  pinned: z.boolean(),
  rules: z.array(TopicRule),
  /** Answers that are there are still being looked at with these rules. */
  filling: z.boolean(),
  /** Answers about it, in all. */
  answers: z.int(),
  /** Among the answers with words of the last 28 UTC days, today included. */
  recent: TopicShare,
  /** Of the 28 days before. */
  before: TopicShare,
  createdAt: Instant,
  updatedAt: Instant,
  /** Null: a key changed it last, or a member who left. */
  updatedBy: z.object({ id: MemberId, name: z.string() }).nullable(),
});
export type Topic = z.infer<typeof Topic>;

/** One week of a topic. */
export const TopicWeek = z.object({
  /** Seven UTC days: from this one, before `to`. */
  from: Day,
  to: Day,
  share: TopicShare,
});
export const TopicTrend = z.object({ data: z.array(TopicWeek) });
export type TopicTrend = z.infer<typeof TopicTrend>;

export const TopicTrendQuery = z.object({ weeks: z.coerce.number().int().min(1).max(104).default(12) });
export const TopicAccountsQuery = z.object({ days: z.coerce.number().int().min(1).max(730).default(84) });

/** An account whose people talk of a topic; null: people of whom no account is known. */
export const TopicAccount = z.object({
  account: z
    .object({
      id: AccountId,
      name: z.string(),
      recurringRevenue: Money.nullable(),
      renewalDate: Day.nullable(),
    })
    .nullable(),
  answers: z.int(),
  people: z.int(),
  lastAt: Instant,
});
export const TopicAccounts = z.object({
  /** Those with the most answers first; 100 at most. */
  data: z.array(TopicAccount),
  /** Of all of them. */
  accounts: z.int(),
  people: z.int(),
  answers: z.int(),
  /** What these accounts pay in all, each once, by currency. */
  recurringRevenue: z.array(Money),
});
export type TopicAccounts = z.infer<typeof TopicAccounts>;

/** A subject of which customers talk more than they did. */
export const SuggestedTopic = z.object({
  term: z.string(),
  /** Two letters. */
  language: z.string(),
  /** Answers with it among the last ones in this language, and the same before. */
  recent: z.int(),
  recentAll: z.int(),
  past: z.int(),
  pastAll: z.int(),
  /** Log-likelihood ratio; chance alone gives 10.83 once in a thousand times. Null: too little was said before. */
  keyness: z.number().nullable(),
  examples: z.array(
    z.object({ id: ResponseId, text: CustomerText, locale: z.string(), answeredAt: Instant }),
  ),
});
export type SuggestedTopic = z.infer<typeof SuggestedTopic>;
export const SuggestedTopics = z.object({
  data: z.array(SuggestedTopic),
  /** Answers with words since this time were held against those before. */
  since: Instant,
  /** How many were read of each; the newest, where there are more. */
  recentAll: z.int(),
  pastAll: z.int(),
});
export type SuggestedTopics = z.infer<typeof SuggestedTopics>;

export const FillProgress = z.object({
  /** Answers that were looked at with this call. */
  looked: z.int(),
  done: z.boolean(),
});
/** Says by hand what one answer is about. */
export const AnswerTopicParams = z.object({ id: TopicId, responseId: ResponseId });

/** A draft of an announcement to those who talk of a topic. */
export const TopicAnnouncement = z.object({
  announcementId: AnnouncementId,
  /** How many people it names. */
  people: z.int(),
});
export const TopicAnnounce = z.strictObject({
  /** Those who talked of it in so many days. */
  days: z.int().min(1).max(730).default(180),
});
