import type { Condition as DomainCondition } from '@banso/domain/targeting';
import { ANSWER_OPERATORS, TRAIT_OPERATORS } from '@banso/domain/targeting';
import * as z from 'zod';
import { ContentId, Locale, SegmentId, SurveyId, TraitValue } from './common.ts';

const Subject = z.enum(['contact', 'account']);

/** Ids on one list. More people than these are better told apart by a trait. */
export const MAX_LISTED = 2_000;

/** Conditions that look at one fact. */
export const FACT_LEAVES = [
  z.strictObject({
    type: z.literal('trait'),
    subject: Subject,
    key: z.string().min(1).max(100),
    op: z.enum(TRAIT_OPERATORS),
    value: z.union([TraitValue, z.array(TraitValue).max(200)]).optional(),
  }),
  z.strictObject({
    type: z.literal('event'),
    subject: Subject,
    name: z.string().min(1).max(200),
    op: z.enum(['at_least', 'at_most']),
    count: z.int().min(0).max(1_000_000),
    withinDays: z.int().min(1).max(365).nullable(),
  }),
  z.strictObject({
    type: z.literal('content'),
    contentId: ContentId,
    phase: z.enum(['shown', 'opened', 'dismissed', 'answered', 'completed']),
    happened: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('answer'),
    surveyId: SurveyId,
    /** Null: any question, which only `answered` can be asked of. */
    question: z.string().min(1).max(100).nullable(),
    op: z.enum(ANSWER_OPERATORS),
    /** A score; `promoter`, `passive` or `detractor`; a list of option keys; absent for `answered`. */
    value: z
      .union([z.int().min(0).max(100), z.string().max(100), z.array(z.string().max(100)).max(50)])
      .optional(),
    withinDays: z.int().min(1).max(365).nullable(),
  }),
  z.strictObject({
    type: z.literal('list'),
    subject: Subject,
    /** Ids of ours, or of the customer's product. */
    ids: z.array(z.string().min(1).max(200)).max(MAX_LISTED),
  }),
  z.strictObject({ type: z.literal('locale'), in: z.array(Locale).min(1).max(50) }),
  z.strictObject({
    type: z.literal('sample'),
    percent: z.number().min(0).max(100),
    salt: z.string().max(100),
  }),
] as const;

/** Being in a saved segment. */
export const SegmentLeaf = z.strictObject({ type: z.literal('segment'), segmentId: SegmentId });

/** Every condition without parts. */
export const LEAVES = [...FACT_LEAVES, SegmentLeaf] as const;

/** Deeper trees are refused: no person reads them and no evaluator should have to. */
const MAX_DEPTH = 8;

// told apart by `type` before anything else is looked at, so that the cost does not double with each level
const Tree: z.ZodType<DomainCondition> = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('all'), of: z.array(z.lazy(() => Tree)).max(100) }),
    z.strictObject({ type: z.literal('any'), of: z.array(z.lazy(() => Tree)).max(100) }),
    z.strictObject({ type: z.literal('not'), of: z.lazy(() => Tree) }),
    ...LEAVES,
  ])
  .meta({ id: 'Condition' });

/** Checks the depth first: a schema that refers to itself would follow any depth until the stack ends. */
export const Condition: z.ZodType<DomainCondition> = z.preprocess((value, context) => {
  if (isShallow(value, MAX_DEPTH)) return value;
  context.addIssue({ code: 'custom', message: 'is nested too deeply' });
  return z.NEVER;
}, Tree);

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || !('of' in value)) return true;
  const inner: readonly unknown[] = Array.isArray(value.of) ? value.of : [value.of];
  return depth > 0 && inner.every((one) => isShallow(one, depth - 1));
}
