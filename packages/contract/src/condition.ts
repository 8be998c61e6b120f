import type { Condition as DomainCondition } from '@banso/domain/targeting';
import { TRAIT_OPERATORS } from '@banso/domain/targeting';
import * as z from 'zod';
import { ContentId, Locale, TraitValue } from './common.ts';

const Subject = z.enum(['contact', 'account']);

const Leaf = z.discriminatedUnion('type', [
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
  z.strictObject({ type: z.literal('locale'), in: z.array(Locale).min(1).max(50) }),
  z.strictObject({ type: z.literal('sample'), percent: z.number().min(0).max(100), salt: z.string().max(100) }),
]);

/** Deeper trees are refused: no person reads them and no evaluator should have to. */
const MAX_DEPTH = 8;

function conditionOfDepth(depth: number): z.ZodType<DomainCondition> {
  if (depth === 0) return Leaf;
  const inner: z.ZodType<DomainCondition> = z.lazy(() => conditionOfDepth(depth - 1));
  return z.union([
    z.strictObject({ type: z.literal('all'), of: z.array(inner).max(100) }),
    z.strictObject({ type: z.literal('any'), of: z.array(inner).max(100) }),
    z.strictObject({ type: z.literal('not'), of: inner }),
    Leaf,
  ]);
}

export const Condition: z.ZodType<DomainCondition> = conditionOfDepth(MAX_DEPTH);
