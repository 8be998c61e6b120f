// Apart from the index: only the reports that show it load what its schemas need.
import { CONTENT_KINDS } from '@banso/domain/content';
import { FUNNEL_STAGES } from '@banso/domain/onboarding';
import * as z from 'zod';
import {
  AccountId,
  ChecklistId,
  ContactId,
  ContentId,
  Day,
  Instant,
  LocalizedText,
  MemberId,
  Money,
  PageQuery,
} from './common.ts';

const event = z.string().trim().min(1).max(200);
const withinDays = z.int().min(1).max(365);

/** What counts as activated: a tracked event, and in how many days after the start it counts. */
export const ActivationGoal = z.strictObject({ event, withinDays });

/** Sets the goal of a checklist, or with null that of the workspace; a goal that is null is taken away. */
export const ActivationGoalChange = z.strictObject({
  checklistId: ChecklistId.nullable(),
  goal: ActivationGoal.nullable(),
});
export const ActivationGoals = z.object({
  /** Holds for every checklist without one of its own. */
  workspace: ActivationGoal.nullable(),
  checklists: z.array(z.object({ checklistId: ChecklistId, goal: ActivationGoal })),
});

/** Whole UTC days, both included. */
const Days = z.object({ from: Day, to: Day });
const inOrder = {
  check: ({ from, to }: { from: string; to: string }) => from <= to,
  how: { path: ['to'], error: 'must not be before from' },
};

const Journeys = Days.extend({
  checklistId: ChecklistId,
  /** What is counted as one. */
  unit: z.enum(['account', 'contact']).default('account'),
  /** Of people also those whom no identity token vouches for; of accounts they never count. */
  unverified: z.enum(['include', 'exclude']).default('exclude'),
  /** In the place of the goal that was chosen; both or none. */
  event: event.optional(),
  withinDays: z.coerce.number().pipe(withinDays).optional(),
});
const bothOrNone = {
  check: ({
    event: one,
    withinDays: other,
  }: {
    event?: string | undefined;
    withinDays?: number | undefined;
  }) => (one === undefined) === (other === undefined),
  how: { path: ['withinDays'], error: 'goes with event' },
};
export const OnboardingQuery = Journeys.refine(inOrder.check, inOrder.how).refine(
  bothOrNone.check,
  bothOrNone.how,
);

const Share = z.object({
  percent: z.number(),
  low: z.number(),
  high: z.number(),
  count: z.int(),
  n: z.int(),
});

export const Activation = z.object({
  started: z.int(),
  /** Had reached the goal before they began: counted in nothing below. */
  hadGoal: z.int(),
  /** Their days are not over: not in the rate yet. */
  waiting: z.int(),
  /** Activated within their days, of those whose days have fully elapsed. */
  rate: Share.nullable(),
  /** Activated so far, whenever. */
  reached: z.int(),
  /** Whole days from the start, over those who were activated. */
  p50: z.number().nullable(),
  p75: z.number().nullable(),
  /** Kaplan–Meier: over all, those who are not activated so far among them. Null ends are not to be told yet. */
  median: z
    .object({
      days: z.int().nullable(),
      low: z.int().nullable(),
      high: z.int().nullable(),
      n: z.int(),
    })
    .nullable(),
});

export const OnboardingReport = Days.extend({
  checklist: z.object({
    id: ChecklistId,
    name: z.string(),
    version: z.int().nullable(),
    isShared: z.boolean(),
  }),
  unit: z.enum(['account', 'contact']),
  /** Until which UTC day everything is counted. */
  asOf: Day,
  goal: ActivationGoal.nullable(),
  /** Where the goal is from; null: there is none. */
  goalFrom: z.enum(['question', 'checklist', 'workspace']).nullable(),
  funnel: z.object({
    lines: z.array(
      z.object({
        stage: z.enum(['eligible', ...FUNNEL_STAGES, 'step']),
        step: z.object({ key: z.string(), title: LocalizedText, optional: z.boolean() }).nullable(),
        count: z.int(),
        /** Of those who began; of `started` itself, of those who were eligible. */
        share: Share.nullable(),
      }),
    ),
    dismissed: Share.nullable(),
    snoozed: Share.nullable(),
  }),
  /** Null: no goal is chosen. */
  activation: Activation.nullable(),
  /** By the month of the start, the latest first. */
  cohorts: z.array(Activation.extend({ month: z.string() })),
});

/** Which units stand behind a number. */
export const JourneyUnitsQuery = Journeys.extend({
  stage: z.enum(['seen', 'opened', 'stepped', 'done', 'dismissed', 'snoozed', 'activated']).optional(),
  /** The key of a step. */
  step: z.string().max(200).optional(),
  /** `no`: those who did not come that far. */
  reached: z.enum(['yes', 'no']).default('yes'),
  ...PageQuery.shape,
})
  .refine(inOrder.check, inOrder.how)
  .refine(bothOrNone.check, bothOrNone.how);
export const JourneyUnit = z.object({
  id: z.union([AccountId, ContactId]),
  name: z.string().nullable(),
  startedAt: Instant,
  completedAt: Instant.nullable(),
  steps: z.int(),
  activatedOn: Day.nullable(),
  hadGoal: z.boolean(),
});

/** For how many days back somebody counts as heard. */
const Heard = z.object({
  days: z.coerce.number().int().min(1).max(730).default(90),
  /** A member, or `none` for accounts that nobody looks after. */
  owner: z.union([MemberId, z.literal('none')]).optional(),
  plan: z.string().max(100).optional(),
});
export const CoverageQuery = Heard;
export const CoverageReport = z.object({
  /** From when on an answer or a message counts, and until when. */
  from: Instant,
  to: Instant,
  /** Heard, of the accounts that have not left. */
  accounts: Share.nullable(),
  /** By currency, nothing converted. */
  revenue: z.array(
    z.object({
      currency: z.string(),
      heardMinor: z.int(),
      allMinor: z.int(),
      /** 0–100; null: nothing recurs. */
      percent: z.number().nullable(),
    }),
  ),
  /** Accounts whose revenue is not known: in the share of accounts, and in no revenue. */
  withoutRevenue: z.int(),
});
export const UnheardQuery = Heard.extend(PageQuery.shape);
export const UnheardAccount = z.object({
  id: AccountId,
  name: z.string(),
  owner: z.object({ id: MemberId, name: z.string() }).nullable(),
  plan: z.string().nullable(),
  recurringRevenue: Money.nullable(),
  renewalDate: Day.nullable(),
  lastHeardAt: Instant.nullable(),
  lastSeenAt: Instant.nullable(),
});

export const PerformanceQuery = Days.extend({ kind: z.enum(CONTENT_KINDS).optional() }).refine(
  inOrder.check,
  inOrder.how,
);
/** How often a content was shown and what came of it: times, as they are counted by the UTC day. Ratios are 0 and more. */
export const ContentPerformance = z.object({
  id: ContentId,
  kind: z.enum(CONTENT_KINDS),
  name: z.string(),
  status: z.string(),
  publishedAt: Instant.nullable(),
  shown: z.int(),
  /** Opened; of a survey: answered. */
  started: z.int(),
  completed: z.int(),
  dismissed: z.int(),
  snoozed: z.int(),
  rates: z.object({
    /** started / shown */
    response: z.number().nullable(),
    /** completed / started; null also for what has no end: resources and announcements. */
    completion: z.number().nullable(),
    /** completed / shown */
    completed: z.number().nullable(),
    /** dismissed / shown */
    dismissal: z.number().nullable(),
    /** snoozed / shown */
    postponement: z.number().nullable(),
  }),
});
export const PerformanceReport = Days.extend({ contents: z.array(ContentPerformance) });

export type OnboardingReport = z.infer<typeof OnboardingReport>;
export type Activation = z.infer<typeof Activation>;
export type JourneyUnit = z.infer<typeof JourneyUnit>;
export type CoverageReport = z.infer<typeof CoverageReport>;
export type UnheardAccount = z.infer<typeof UnheardAccount>;
export type ContentPerformance = z.infer<typeof ContentPerformance>;
