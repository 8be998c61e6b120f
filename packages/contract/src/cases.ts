// Apart from the index: only the pages that show it load what its schemas need.
import type { CaseSettings as DomainSettings } from '@banso/domain/cases';
import { ASSIGN_RULES, CASE_CAUSES, CASE_OUTCOMES, CASE_PRIORITIES } from '@banso/domain/cases';
import * as z from 'zod';
import {
  AccountId,
  ContactId,
  Day,
  id,
  Instant,
  MemberId,
  Money,
  PageQuery,
  ResponseId,
  SurveyId,
  TeamId,
  TimeZone,
} from './common.ts';
import { CustomerText } from './customer-text.ts';

export const CaseId = id('cas');

/** Something that somebody on the team has to see to, for one person, of whom at most one case is open. */
export const Case = z.object({
  id: CaseId,
  /** `waiting` is open, and comes back at `snoozedUntil`. */
  status: z.enum(['open', 'waiting', 'closed']),
  /** The gravest of what was heard. */
  cause: z.enum(CASE_CAUSES),
  priority: z.enum(CASE_PRIORITIES),
  /** NPS, or of `low_csat` the mark for satisfaction. */
  score: z.int().nullable(),
  /** The answer that it is about; null: a message, or nothing in particular. */
  responseId: ResponseId.nullable(),
  contact: z.object({
    id: ContactId,
    name: z.string().nullable(),
    email: z.string().nullable(),
    locale: z.string().nullable(),
    erased: z.boolean(),
  }),
  account: z
    .object({
      id: AccountId,
      name: z.string(),
      recurringRevenue: Money.nullable(),
      renewalDate: Day.nullable(),
    })
    .nullable(),
  /** What was said: the comment of the answer, or the person's last message. */
  words: CustomerText.nullable(),
  /** Null: nobody's yet. */
  owner: z.object({ id: MemberId, name: z.string() }).nullable(),
  /** Whom it is for, beside its owner; null: everybody. */
  team: z.object({ id: TeamId, name: z.string() }).nullable(),
  /** The case of this person in which it goes on, with its notes; null: it stands for itself. */
  mergedInto: CaseId.nullable(),
  openedAt: Instant,
  /** When the team has to answer, by the clock in office hours; null: it has. */
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
  snoozedUntil: Instant.nullable(),
  firstTouchAt: Instant.nullable(),
  /** Whether the first touch came in time; null: there was none yet. */
  inTime: z.boolean().nullable(),
  /** When the customer was first spoken to: a reply, or told by hand. */
  contactedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  outcome: z.enum(CASE_OUTCOMES).nullable(),
  reopenedAt: Instant.nullable(),
  reopenings: z.int(),
  /** When the customer last said something. */
  heardAt: Instant,
  /** NPS that the same person gave after it was opened; null: none. */
  laterScore: z.int().nullable(),
  /** The score is asked again, because it was resolved; null: it is not. */
  recovery: z
    .object({
      /** From when on, at their next visit. */
      from: Instant,
      askedAt: Instant.nullable(),
      /** The NPS that they gave then. */
      score: z.int().nullable(),
    })
    .nullable(),
});
export type Case = z.infer<typeof Case>;

export const CASE_VIEWS = ['open', 'active', 'waiting', 'overdue', 'closed', 'all'] as const;

export const CaseQuery = PageQuery.extend({
  /** `active`: open and not waiting; `overdue`: active and late. */
  view: z.enum(CASE_VIEWS).default('open'),
  /** `none`: nobody's yet. */
  ownerId: z.union([MemberId, z.literal('none')]).optional(),
  /** `none`: no team's. */
  teamId: z.union([TeamId, z.literal('none')]).optional(),
  contactId: ContactId.optional(),
  accountId: AccountId.optional(),
  responseId: ResponseId.optional(),
  cause: z.enum(CASE_CAUSES).optional(),
  priority: z.enum(CASE_PRIORITIES).optional(),
});

export const CaseCounts = z.object({
  active: z.int(),
  waiting: z.int(),
  overdue: z.int(),
  /** Active ones of whoever asks. */
  mine: z.int(),
  unassigned: z.int(),
});

/** Outcomes that somebody can choose. `withdrawn` is the person's own: the answer was changed before anybody had touched the case. */
export const CHOSEN_OUTCOMES = CASE_OUTCOMES.filter((outcome) => outcome !== 'withdrawn');
const outcome = z.enum(CHOSEN_OUTCOMES);

export const CaseCreate = z.strictObject({
  contactId: ContactId,
  /** An answer of this person. */
  responseId: ResponseId.optional(),
  /** Default: as the rules of the workspace say. */
  ownerId: MemberId.nullable().optional(),
  /** Default: as the rules of the workspace say. */
  teamId: TeamId.nullable().optional(),
  priority: z.enum(CASE_PRIORITIES).optional(),
});

/** What is left out stays as it is. */
export const CaseChange = z
  .strictObject({
    ownerId: MemberId.nullable().optional(),
    teamId: TeamId.nullable().optional(),
    priority: z.enum(CASE_PRIORITIES).optional(),
    /** In the future, within a year; null: it does not wait any longer. */
    snoozedUntil: Instant.nullable().optional(),
    /** The customer was spoken to elsewhere: by telephone, by e-mail. */
    contacted: z.literal(true).optional(),
    /** `open` opens a closed case again; within a minute after closing that was a mistake, and does not count. */
    status: z.enum(['open', 'closed']).optional(),
    /** An open case of the same person, in which this closed one goes on; null: it stands for itself again. */
    mergedInto: CaseId.nullable().optional(),
    /** Needed with `closed`, and only then. */
    outcome: outcome.optional(),
  })
  .refine(({ status, outcome: chosen }) => (status === 'closed') === (chosen !== undefined), {
    error: 'is needed when a case is closed, and only then',
    path: ['outcome'],
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    error: 'must change something',
  });
export type CaseChange = z.infer<typeof CaseChange>;

/** The same change of several cases. */
export const CaseBulkChange = z.strictObject({
  cases: z.array(CaseId).min(1).max(200),
  change: CaseChange,
});
export const CaseBulkChanged = z.object({
  changed: z.array(CaseId),
  /** What the change did not fit, and why. */
  refused: z.array(z.object({ id: CaseId, code: z.string(), message: z.string() })),
});

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day such as 09:30' });
const unique = <T>(list: readonly T[]) => new Set(list).size === list.length;
const target = z.strictObject({
  opens: z.boolean(),
  days: z.number().min(0.25).max(60).multipleOf(0.25),
  /** The team that such cases are for: the rules name somebody of it. Null or absent: everybody. */
  teamId: TeamId.nullable().optional(),
});

/** How the workspace closes the loop. */
export const CaseSettings = z.strictObject({
  hours: z
    .strictObject({
      /** Null: that of the workspace. */
      timeZone: TimeZone.nullable(),
      /** 1 is Monday, 7 is Sunday. */
      days: z
        .array(z.literal([1, 2, 3, 4, 5, 6, 7]))
        .min(1)
        .refine(unique, { error: 'must not name a day twice' }),
      from: time,
      to: time,
      /** Days of the calendar on which nobody works. */
      closedOn: z.array(Day).max(200).refine(unique, { error: 'must not name a day twice' }),
    })
    .refine(({ from, to }) => from < to, { error: 'must be later than from', path: ['to'] }),
  targets: z.strictObject({
    detractor: target,
    low_csat: target,
    message: target,
    team: target,
    passive: target,
    promoter: target,
  }),
  /** Applied in this order until one names somebody. */
  assign: z.array(z.enum(ASSIGN_RULES)).refine(unique, { error: 'must not name a rule twice' }),
  /** Asks the score again after a case from a low NPS was resolved; null: nobody is asked. */
  recovery: z
    .strictObject({
      /** A survey with NPS that asks about something that happened. */
      surveyId: SurveyId,
      /** After the case was closed; 0: at their next visit. */
      afterDays: z.int().min(0).max(90),
    })
    .nullable()
    .default(null),
}) satisfies z.ZodType<DomainSettings>;
export type CaseSettings = z.infer<typeof CaseSettings>;

const Share = z
  .object({ percent: z.number(), low: z.number(), high: z.number(), count: z.int(), n: z.int() })
  .nullable();
/** Milliseconds. */
const Duration = z
  .object({
    median: z.number(),
    p90: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    n: z.int(),
  })
  .nullable();
const MeanChange = z
  .object({ mean: z.number(), low: z.number().nullable(), high: z.number().nullable(), n: z.int() })
  .nullable();

export const LoopQuery = z.object({
  /** Cases that were opened from here on. */
  from: Instant,
  /** Exclusive; at most two years after `from`. */
  to: Instant,
});

/** How well the loop is closed, over the cases that were opened in a period. Null: there is nobody to count. */
export const LoopReport = z.object({
  from: Instant,
  to: Instant,
  cases: z.int(),
  /** Of the cases that were due: closed after a word with the customer. */
  coverage: Share,
  /** Of the cases that were due: touched before the clock had run out. */
  inside: Share,
  firstTouch: Duration,
  close: Duration,
  /** Of those that were closed once. */
  reopened: Share,
  /** Of people with a low score who gave a later one: 7 or more. What they say when asked because of the case counts first. */
  recovered: Share,
  scoreChange: z.object({ followedUp: MeanChange, notFollowedUp: MeanChange }),
});
export type LoopReport = z.infer<typeof LoopReport>;
