// Apart from the index: only the parts of the console that show it load what its schemas need.
import { ARMS, VARIANTS } from '@banso/domain/experiment';
import * as z from 'zod';
import { Day, Instant } from './common.ts';
import { Experiment, VariantExperiment } from './experiment-plan.ts';

/** A share of a group in per cent, with its 95 % Wilson interval. */
const Share = z.object({
  percent: z.number(),
  low: z.number(),
  high: z.number(),
  count: z.int(),
  n: z.int(),
});
/** In points, with its interval: Newcombe of shares, that of the standard error of NPS. */
const Difference = z.object({ points: z.number(), low: z.number(), high: z.number() });

const ArmReadout = z.object({
  assigned: z.int(),
  /** Saw it, or opened it. */
  exposed: z.int(),
  /** Finished the checklist, or answered the survey. */
  finished: z.int(),
  /** Those of all that were assigned. */
  completed: Share.nullable(),
  /** Had reached the goal before they were assigned: in neither arm's rate. */
  hadGoal: z.int(),
  /** Their days have not run out: not counted yet. */
  waiting: z.int(),
  /** Who reached the goal in their days, of those whose days are over. */
  activated: Share.nullable(),
  /** Whole days from the assignment to the goal; the interval is null under six values. */
  days: z
    .object({ median: z.number(), low: z.number().nullable(), high: z.number().nullable(), n: z.int() })
    .nullable(),
  /**
   * Mean days to the goal of all who are counted, with its 95 % interval; who did not reach it in the days of the plan counts with all of them (the
   * restricted mean).
   */
  timeToValue: z.object({ mean: z.number(), low: z.number(), high: z.number(), n: z.int() }).nullable(),
  /** Accounts that have left, of all that were assigned; null where people are assigned. */
  lost: Share.nullable(),
  /**
   * Units whose renewal was renewed, of those whose first renewal after the day of the assignment has come due; a person counts
   * with the account that they belong to now. Null: none came due.
   */
  renewed: Share.nullable(),
  /** Of those that came due: nobody has said yet what became of them. They are not renewed. */
  undecided: z.int(),
  /** Of a survey with a scale, what they answered: NPS in points, of other scales the share of favourable answers. */
  score: z.object({ score: z.number(), low: z.number(), high: z.number(), n: z.int() }).nullable(),
});

const Comparison = z.object({
  arm: z.enum(ARMS),
  against: z.enum(ARMS),
  activation: Difference.nullable(),
  /** In days; negative: `arm` came to the goal sooner. */
  timeToValue: z.object({ difference: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** Of two variants. */
  completed: Difference.nullable(),
  lost: Difference.nullable(),
  renewal: Difference.nullable(),
  score: Difference.nullable(),
});

/** What an experiment says, by how units were assigned and whatever they saw. */
export const Readout = z.object({
  /** `content` is the base where there are variants; those of the plan, and no others. */
  arms: z.partialRecord(z.enum(ARMS), ArmReadout),
  /** `too_early`: an arm has not reached its planned size, and the numbers say nothing yet. */
  state: z.enum(['nobody', 'too_early', 'ready']),
  /** `too_early`: an arm has fewer decided renewals than its planned size. `nobody`: none came due. */
  renewalState: z.enum(['nobody', 'too_early', 'ready']),
  /**
   * `arm − against`: the content against the control group, each variant against the base. Their intervals hold together in 95 of 100
   * experiments (Bonferroni), so that each is wider the more there are.
   */
  comparisons: z.array(Comparison),
  /** Whether the arms are as large as their shares make them; null: too few to tell. */
  ratio: z.object({ chiSquare: z.number(), isMismatch: z.boolean() }).nullable(),
});
export type Readout = z.infer<typeof Readout>;

/** The latest experiment with one content. */
export const ExperimentReport = z.object({
  /** What it is read by: that of its last version. Null: there was none. */
  experiment: VariantExperiment.nullable(),
  startedAt: Instant.nullable(),
  /** When a version without it took its place; null: it runs. */
  endedAt: Instant.nullable(),
  /** The content was changed while it ran: one arm is of several contents together. */
  isMixed: z.boolean(),
  /** The last day that counts, in UTC. */
  asOf: Day,
  /** The question that the scores are of: the first scale that all variants ask for under one key. */
  scale: z.object({ question: z.string(), type: z.enum(['nps', 'csat', 'ces', 'rating']) }).nullable(),
  readout: Readout.nullable(),
});
export type ExperimentReport = z.infer<typeof ExperimentReport>;

/** Whom the workspace keeps without anything, and what that says. */
export const HoldoutReport = z.object({
  /** Null: nobody. */
  holdout: Experiment.nullable(),
  asOf: Day,
  readout: Readout.nullable(),
});
export type HoldoutReport = z.infer<typeof HoldoutReport>;

/** Null: nobody is kept without anything any more. */
export const HoldoutChange = z.strictObject({
  holdout: Experiment.refine(({ goal }) => goal.event !== '', {
    path: ['goal', 'event'],
    error: 'is needed: what the group is compared by',
  }).nullable(),
});

/** Ends the variants of the draft: one body is kept. */
export const WinnerRequest = z.strictObject({
  /** `base`, or the key of a variant of the draft. */
  variant: z.enum(['base', ...VARIANTS]),
});
