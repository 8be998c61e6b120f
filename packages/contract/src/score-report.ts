import * as z from 'zod';
import { Day, Instant, Locale, SurveyId } from './common.ts';

export const SCORE_KINDS = ['nps', 'csat', 'ces'] as const;
/** By what answers are compared: as it was when each was given. */
export const SEGMENTS = ['plan', 'owner', 'lifecycle', 'locale'] as const;
export const STEPS = ['day', 'week', 'month'] as const;
/** Four ways to count the same answers of a company's people, always named. */
export const ROLL_UPS = ['respondents', 'accounts', 'deciders', 'revenue'] as const;

/** A score with what it stands on. `score` is null under five answers: counts are shown then. */
export const ScoreFigure = z.object({
  from: Instant,
  to: Instant,
  n: z.int(),
  /** NPS: promoters, 9 and 10. CSAT: 4 and 5. CES: 5 to 7. */
  favourable: z.int(),
  /** NPS: passives, 7 and 8. CSAT: 3. CES: 4. */
  neutral: z.int(),
  /** NPS: detractors, 0 to 6. CSAT: 1 and 2. CES: 1 to 3. */
  unfavourable: z.int(),
  /** NPS in points from −100 to 100; CSAT and CES: the share of favourable answers in per cent. */
  score: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** The mean on the scale; null for NPS. */
  mean: z.number().nullable(),
  confidence: z.enum(['counts', 'low_sample', 'score']),
});

const Change = z.object({
  difference: z.number(),
  z: z.number(),
  detectable: z.boolean(),
  /** People who answered in both and were compared with themselves. */
  paired: z.int(),
  answersNeeded: z.int().nullable(),
});

export const ScoreQuery = z.object({
  surveyId: SurveyId,
  /** Start, inclusive; cut down to the hour in UTC. */
  from: Instant,
  /** End, exclusive; cut up to the hour in UTC. */
  to: Instant,
  /** Which question of the kind, where the survey has several; the first of its newest version unless given. Not for NPS. */
  question: z.string().max(64).optional(),
  /** At most one of `locale`, `version`, `plan`, `owner` and `lifecycle`; an empty value is "not known". */
  locale: z.union([Locale, z.literal('')]).optional(),
  version: z.coerce.number().int().min(1).optional(),
  plan: z.string().max(200).optional(),
  owner: z.string().max(200).optional(),
  lifecycle: z.string().max(200).optional(),
  /** How far the windows of the trend are apart. */
  every: z.enum(STEPS).default('week'),
  /** How long each window of the trend is; as long as the period unless given. */
  windowDays: z.coerce.number().int().min(1).max(366).optional(),
  /** People without a verified identity are left out unless asked for. */
  unverified: z.enum(['include', 'exclude']).default('exclude'),
  /** `csv` has the same numbers, rounded to one decimal. */
  format: z.enum(['json', 'csv']).default('json'),
});

const Rate = z.number().nullable();

export const ScoreReport = z.object({
  kind: z.enum(SCORE_KINDS),
  survey: z.object({ id: SurveyId, name: z.string() }),
  /** The question that was scored, with its words in the language of the survey; null: no version asks anything of the kind. */
  question: z.object({ key: z.string(), text: z.string() }).nullable(),
  /** All questions of the kind that any version asked. */
  questions: z.array(z.object({ key: z.string(), text: z.string() })),
  scale: z.object({ low: z.int(), high: z.int() }),
  current: ScoreFigure,
  previous: ScoreFigure,
  /** Against the period before. Null when one of them has no answers. */
  change: Change.nullable(),
  /** Answers from the lowest number of the scale on. */
  histogram: z.array(z.int()),
  /** Rolling windows, oldest first. */
  trend: z.array(ScoreFigure),
  window: z.object({ days: z.int(), every: z.enum(STEPS) }),
  /** Versions from which on the question has other words. */
  breaks: z.array(z.object({ version: z.int(), publishedAt: Instant })),
  /** Each against everybody else with the same kind of value, corrected for all comparisons of the report (Holm). */
  segments: z.array(
    ScoreFigure.extend({
      by: z.enum(SEGMENTS),
      /** `''`: not known. */
      value: z.string(),
      /** Of an account owner; null: a former member, or nobody. */
      name: z.string().nullable(),
      verdict: z.enum(['higher', 'lower', 'none', 'too_few']),
    }),
  ),
  /** How many comparisons the verdicts are corrected for. */
  comparisons: z.int(),
  /** Of a survey that asks in waves; the newest last, each against the one before. */
  waves: z.array(ScoreFigure.extend({ index: z.int(), change: Change.nullable() })),
  /** Of everybody, over displays; whole days in UTC, both included. */
  rates: z.object({
    from: Day,
    to: Day,
    shown: z.int(),
    started: z.int(),
    completed: z.int(),
    dismissed: z.int(),
    /** started / shown, 0 to 1. */
    response: Rate,
    /** completed / started */
    completion: Rate,
    /** completed / shown */
    completedShare: Rate,
    /** dismissed / shown */
    dismissal: Rate,
  }),
});

export const RollUpQuery = ScoreQuery.pick({ surveyId: true, from: true, to: true, unverified: true });

export const RollUps = z.object({
  from: Instant,
  to: Instant,
  rollUps: z.array(
    z.object({
      method: z.enum(ROLL_UPS),
      score: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      /** People in it. */
      n: z.int(),
      /** Accounts in it; of `respondents` those that they belong to. */
      accounts: z.int(),
      /** By accounts, but of `respondents`, by people. */
      confidence: z.enum(['counts', 'low_sample', 'score']),
    }),
  ),
  /** Of the revenue that weighs; null: no account that answered has any. */
  currency: z.string().nullable(),
  /** Accounts that answered and do not weigh: without revenue, or in another currency. */
  withoutWeight: z.int(),
  /** People without an account, who are in none but the first. */
  withoutAccount: z.int(),
});
