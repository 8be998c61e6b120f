import fc from 'fast-check';
import type { Condition, LeafCondition } from '../targeting/condition.ts';
import { TRAIT_OPERATORS } from '../targeting/condition.ts';
import { aTraitValue, TRAIT_KEYS } from './facts.ts';

const subject = fc.constantFrom('contact' as const, 'account' as const);

/** A leaf of any type, also one that makes no sense (`greater` than a text). */
export const aLeaf: fc.Arbitrary<LeafCondition> = fc.oneof(
  fc.record({
    type: fc.constant('trait' as const),
    subject,
    key: fc.constantFrom(...TRAIT_KEYS),
    op: fc.constantFrom(...TRAIT_OPERATORS),
    value: fc.oneof(fc.constant(undefined), aTraitValue, fc.array(aTraitValue, { maxLength: 3 })),
  }),
  fc.record({
    type: fc.constant('event' as const),
    subject,
    name: fc.constantFrom('login', 'export', 'never'),
    op: fc.constantFrom('at_least' as const, 'at_most' as const),
    count: fc.nat(6),
    withinDays: fc.constantFrom(null, 1, 7, 90),
  }),
  fc.record({
    type: fc.constant('content' as const),
    contentId: fc.constantFrom('c0', 'c1', 'constructor'),
    phase: fc.constantFrom(
      'shown' as const,
      'opened' as const,
      'dismissed' as const,
      'answered' as const,
      'completed' as const,
    ),
    happened: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('locale' as const),
    in: fc.array(fc.constantFrom('ja', 'ko', 'en', 'en-US', '*'), { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('sample' as const),
    percent: fc.constantFrom(0, 30, 50, 100),
    salt: fc.constantFrom('a', 'b'),
  }),
);

/** A tree of conditions up to a few levels deep. */
export const aCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    aLeaf,
    fc.record({
      type: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('condition'), { maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('not' as const), of: tie('condition') }),
  ),
})).condition;
