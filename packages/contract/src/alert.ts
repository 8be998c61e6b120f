// Apart from the index: only the pages that show it load what its schemas need.
import type { AlertWhen as DomainWhen } from '@banso/domain/alerts';
import * as z from 'zod';
import {
  id,
  Instant,
  MemberId,
  PageQuery,
  ResponseId,
  SegmentId,
  SurveyId,
  TimeZone,
  TopicId,
} from './common.ts';
import { ROLES } from './permission.ts';
import { WebhookId } from './webhook.ts';

export const AlertRuleId = id('alr');
export const NoticeId = id('ntc');
/** Of a workspace. */
export const MAX_ALERT_RULES = 50;

const kind = z.enum(['nps', 'csat', 'ces']);
const unique = <T>(list: readonly T[]) => new Set(list).size === list.length;
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day such as 09:30' });

const score = z
  .strictObject({ kind, low: z.int().min(0).max(10), high: z.int().min(0).max(10) })
  .refine(({ low, high }) => low <= high, { error: 'must not be lower than low', path: ['high'] });
const word = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((text) => /[\p{L}\p{N}]/u.test(text), { error: 'must hold a letter or a digit' });

/** What a rule is about. Of an answer all that is said must hold. */
export const AlertWhen = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('answer'),
      /** Null: of any survey. */
      surveyId: SurveyId.nullable().default(null),
      score: score.nullable().default(null),
      /** One of these stands in the answer. */
      words: z.array(word).max(50).default([]),
      topicId: TopicId.nullable().default(null),
      /** Who answers is in this saved segment. */
      segmentId: SegmentId.nullable().default(null),
    }),
    /** A score fell from one week to the next by more than chance explains. */
    z.strictObject({ type: z.literal('drop'), kind, surveyId: SurveyId }),
  ])
  .refine(
    (when) =>
      when.type === 'drop' ||
      when.words.length > 0 ||
      [when.surveyId, when.score, when.topicId, when.segmentId].some((part) => part !== null),
    { error: 'must ask for something' },
  ) satisfies z.ZodType<DomainWhen>;

export const AlertReceivers = z
  .strictObject({
    /** Who finds it at the bell of the console. */
    members: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('all') }),
      z.strictObject({
        type: z.literal('roles'),
        roles: z.array(z.enum(ROLES)).max(ROLES.length).refine(unique),
      }),
      z.strictObject({ type: z.literal('members'), ids: z.array(MemberId).max(200).refine(unique) }),
    ]),
    /** The same members get it by mail too, in their language, where the installation has a mail server. */
    byMail: z.boolean().default(false),
    webhookIds: z.array(WebhookId).max(20).refine(unique).default([]),
  })
  .refine(
    ({ members, webhookIds }) =>
      webhookIds.length > 0 ||
      members.type === 'all' ||
      (members.type === 'roles' ? members.roles : members.ids).length > 0,
    { error: 'must name somebody' },
  );

const hours = z
  .strictObject({
    /** Null: that of the workspace. */
    timeZone: TimeZone.nullable().default(null),
    /** 1 is Monday, 7 is Sunday. */
    days: z
      .array(z.literal([1, 2, 3, 4, 5, 6, 7]))
      .min(1)
      .refine(unique, { error: 'must not name a day twice' }),
    from: time,
    to: time,
  })
  .refine(({ from, to }) => from < to, { error: 'must be later than from', path: ['to'] });

const name = z.string().trim().min(1).max(100);
const perHour = z.int().min(1).max(1_000);
const status = z.enum(['active', 'paused']);

/** What people want to be told at once. */
export const AlertRule = z.object({
  id: AlertRuleId,
  name: z.string(),
  status,
  when: AlertWhen,
  receivers: AlertReceivers,
  /** When messages go out; in the quiet between they are held back and go out together. Null: at any time. */
  hours: hours.nullable(),
  /** At most so many in an hour; what comes on top waits and goes out as one. */
  perHour: z.int(),
  told: z.object({
    /** When it last told somebody; tests do not count, and after a while it is forgotten. Null: not that it is known. */
    lastAt: Instant.nullable(),
    /** What is held back, by its hours or by `perHour`. */
    waiting: z.int(),
  }),
  createdAt: Instant,
  updatedAt: Instant,
});
export type AlertRule = z.infer<typeof AlertRule>;
export const AlertRuleCreate = z.strictObject({
  name,
  status: status.default('active'),
  when: AlertWhen,
  receivers: AlertReceivers,
  hours: hours.nullable().default(null),
  perHour: perHour.default(20),
});
export const AlertRuleUpdate = z.strictObject({
  name: name.optional(),
  status: status.optional(),
  when: AlertWhen.optional(),
  receivers: AlertReceivers.optional(),
  hours: hours.nullable().optional(),
  perHour: perHour.optional(),
});

const rule = z.string();
const answer = z.object({
  responseId: ResponseId,
  surveyName: z.string(),
  /** Null: it has no score, or it is not there any more. */
  score: z.int().nullable(),
  /** Null: they wrote nothing, or they were erased. */
  words: z.string().nullable(),
  contactName: z.string().nullable(),
  accountName: z.string().nullable(),
});
const base = { id: NoticeId, createdAt: Instant, readAt: Instant.nullable() };
/** What a member finds at the bell. */
export const Notice = z.discriminatedUnion('kind', [
  /** A rule held for an answer; null: the answer is not there any more. */
  z.object({ ...base, kind: z.literal('answer'), rule, isTest: z.boolean(), answer: answer.nullable() }),
  /** Several that were held back; the last of them. */
  z.object({ ...base, kind: z.literal('answers'), rule, count: z.int(), answer: answer.nullable() }),
  z.object({
    ...base,
    kind: z.literal('drop'),
    rule,
    surveyId: z.string(),
    surveyName: z.string(),
    scoreKind: kind,
    before: z.number(),
    after: z.number(),
  }),
  /** Nothing is sent to a webhook any more. */
  z.object({
    ...base,
    kind: z.literal('webhook'),
    webhookId: z.string(),
    name: z.string(),
    reason: z.enum(['failing', 'gone']),
  }),
]);
export type Notice = z.infer<typeof Notice>;
export const Notices = z.object({
  data: z.array(Notice),
  nextCursor: z.string().nullable(),
  /** Of all of them. */
  unread: z.int(),
});
export type Notices = z.infer<typeof Notices>;
export const NoticeQuery = PageQuery;
export const NoticesRead = z.strictObject({
  ids: z.union([z.literal('all'), z.array(NoticeId).min(1).max(200)]),
});
