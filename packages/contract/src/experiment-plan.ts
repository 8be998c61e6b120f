import type { Experiment as DomainExperiment } from '@banso/domain/experiment';
import * as z from 'zod';

const shape = {
  /** What is assigned as a whole and counted as one. */
  unit: z.enum(['contact', 'account']),
  goal: z.strictObject({
    /** Name of a tracked event; empty in a draft that is not ready. */
    event: z.string().trim().max(200),
    /** Days after the day of the assignment in which it counts. */
    withinDays: z.int().min(1).max(365),
  }),
  /** Units that each arm needs before anything is concluded. */
  plannedPerArm: z.int().min(2).max(10_000_000),
};
/** Share of the units that gets nothing. */
const controlPercent = z.int().min(1).max(50);

/** Keeps a stable part of those who would get something without it. */
export const Experiment = z
  .strictObject({ ...shape, controlPercent })
  .meta({ id: 'Experiment' }) satisfies z.ZodType<DomainExperiment>;

const Share = z.strictObject({
  /** What the team calls it; empty in a draft that is not ready. */
  name: z.string().trim().max(60),
  /** How many get it beside the others: twice the weight is twice the people. */
  weight: z.int().min(1).max(100),
});

/** Two to four variants of a survey or checklist, with a control group or without. */
export const VariantExperiment = z
  .strictObject({
    ...shape,
    controlPercent: z.int().min(0).max(50),
    /** The base is the body of the draft, the others are among its `variants`. Absent: all get the same. */
    variants: z
      .strictObject({ base: Share, b: Share.optional(), c: Share.optional(), d: Share.optional() })
      .optional(),
  })
  .refine(({ variants }) => !variants || variants.b || variants.c || variants.d, {
    path: ['variants'],
    error: 'needs one beside the base',
  })
  .refine(({ variants, controlPercent: percent }) => percent > 0 || variants, {
    path: ['controlPercent'],
    error: 'can be 0 only with variants',
  })
  .meta({ id: 'VariantExperiment' }) satisfies z.ZodType<DomainExperiment>;
