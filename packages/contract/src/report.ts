import * as z from 'zod';
import { Instant, Locale, SurveyId } from './common.ts';

/** A score with what it stands on. `score` is null under five answers: counts are shown then. */
const NpsFigure = z.object({
  from: Instant,
  to: Instant,
  n: z.int(),
  promoters: z.int(),
  passives: z.int(),
  detractors: z.int(),
  score: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  confidence: z.enum(['counts', 'low_sample', 'score']),
});

export const NpsReportQuery = z.object({
  surveyId: SurveyId,
  /** Start, inclusive; cut down to the hour in UTC. */
  from: Instant,
  /** End, exclusive; cut up to the hour in UTC. */
  to: Instant,
  locale: Locale.optional(),
  version: z.coerce.number().int().min(1).optional(),
  /** People without a verified identity are left out unless asked for. */
  unverified: z.enum(['include', 'exclude']).default('exclude'),
});

export const NpsReport = z.object({
  survey: z.object({ id: SurveyId, name: z.string() }),
  current: NpsFigure,
  previous: NpsFigure,
  /** Null when one of the periods has no answers. */
  change: z
    .object({
      difference: z.number(),
      z: z.number(),
      detectable: z.boolean(),
      answersNeeded: z.int().nullable(),
    })
    .nullable(),
  /** People shown the survey in the period. */
  shown: z.int(),
  /** Answers 0 to 10, one per person: the latest in the period. */
  histogram: z.array(z.int()).length(11),
  /** Rolling windows as long as the period, a week apart, oldest first. */
  trend: z.array(NpsFigure),
  locales: z.array(NpsFigure.extend({ locale: z.string() })),
  versions: z.array(z.object({ version: z.int(), publishedAt: Instant })),
});

export const MY_DAY_KINDS = [
  'install',
  'detractor',
  'renewal_window',
  'stalled_onboarding',
  'unread_comment',
  'quiet_account',
] as const;
export const MyDayItem = z.object({
  id: z.string(),
  kind: z.enum(MY_DAY_KINDS),
  at: Instant,
  account: z.object({ id: z.string(), name: z.string() }).nullable(),
  contact: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  responseId: z.string().nullable(),
  /** What the sentence needs: score, comment, days, checklist, done, total. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export const MyDay = z.object({
  items: z.array(MyDayItem),
  book: z.object({ accounts: z.int(), onboarding: z.int(), renewals90Days: z.int(), unread: z.int() }),
});

/** What the live stream of the console tells; the rows are fetched by their ids. */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('response'), id: z.string(), surveyId: z.string() }),
  z.object({
    type: z.literal('progress'),
    contentId: z.string(),
    contactId: z.string(),
    accountId: z.string().nullable(),
  }),
  z.object({ type: z.literal('content'), id: z.string(), version: z.int() }),
  z.object({ type: z.literal('seen'), at: Instant, url: z.string() }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
