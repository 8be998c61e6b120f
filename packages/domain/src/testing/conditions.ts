import fc from 'fast-check';
import type { Condition, LeafCondition, Segments } from '../targeting/condition.ts';
import { ANSWER_OPERATORS, TRAIT_OPERATORS } from '../targeting/condition.ts';
import { aTraitValue, TRAIT_KEYS } from './traits.ts';

const subject = fc.constantFrom('contact' as const, 'account' as const);

/** A leaf that asks for an answer or an id. */
export const aGivenLeaf: fc.Arbitrary<LeafCondition> = fc.oneof(
  fc.record({
    type: fc.constant('answer' as const),
    surveyId: fc.constantFrom('c0', 'c1'),
    question: fc.constantFrom(null, 'score', 'why'),
    op: fc.constantFrom(...ANSWER_OPERATORS),
    value: fc.constantFrom(undefined, 0, 7, 9, 'promoter', 'detractor', 'bad', ['a'], ['b', 'c'], []),
    withinDays: fc.constantFrom(null, 1, 7, 90),
  }),
  fc.record({
    type: fc.constant('list' as const),
    subject,
    ids: fc.uniqueArray(fc.constantFrom('con_1', 'user-1', 'user-2', 'acc_1', 'firm-1', "o'neil"), {
      maxLength: 4,
    }),
  }),
);

/** A leaf that looks at a fact itself, of any type, also one that makes no sense (`greater` than a text). */
const aFactLeaf: fc.Arbitrary<LeafCondition> = fc.oneof(
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
  aGivenLeaf,
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

function leafWith(segmentIds: readonly string[]): fc.Arbitrary<LeafCondition> {
  if (segmentIds.length === 0) return aFactLeaf;
  const aSegment = fc.record({
    type: fc.constant('segment' as const),
    segmentId: fc.constantFrom(...segmentIds),
  });
  return fc.oneof({ arbitrary: aFactLeaf, weight: 7 }, { arbitrary: aSegment, weight: 1 });
}

/** A tree of conditions up to a few levels deep, in which these segments may stand. */
export const conditionWith = (segmentIds: readonly string[]): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leafWith(segmentIds),
      fc.record({
        type: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('condition'), { maxLength: 3 }),
      }),
      fc.record({ type: fc.constant('not' as const), of: tie('condition') }),
    ),
  })).condition;

/** Segments that may stand in conditions; there is none called `gone`. */
const SEGMENT_IDS = ['s0', 's1', 'gone'] as const;

/** A leaf of any type, also one that makes no sense (`greater` than a text). */
export const aLeaf: fc.Arbitrary<LeafCondition> = leafWith(SEGMENT_IDS);

/** A tree of conditions up to a few levels deep. */
export const aCondition: fc.Arbitrary<Condition> = conditionWith(SEGMENT_IDS);

/** Saved segments, of which `s1` may need `s0`. */
export const someSegments: fc.Arbitrary<Segments> = fc
  .tuple(conditionWith([]), conditionWith(['s0', 'gone']))
  .map(
    ([s0, s1]) =>
      new Map([
        ['s0', s0],
        ['s1', s1],
      ]),
  );
