import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCondition, aLeaf, someSegments } from '../testing/conditions.ts';
import { aFacts, someFacts } from '../testing/facts.ts';
import type { Condition, Segments } from './condition.ts';
import { EVERYBODY } from './condition.ts';
import { decisiveLeaves } from './decisive-leaves.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import { leavesIn, MAX_PARTS, partsIn, segmentProblems, segmentsNamedIn, spelledOut } from './segments.ts';

const seg = (segmentId: string): Condition => ({ type: 'segment', segmentId });
const not = (of: Condition): Condition => ({ type: 'not', of });
const all = (...of: Condition[]): Condition => ({ type: 'all', of });
const readsJa: Condition = { type: 'locale', in: ['ja'] };
const readsKo: Condition = { type: 'locale', in: ['ko'] };
const saved = (of: Record<string, Condition>): Segments => new Map(Object.entries(of));

describe('being in a segment', () => {
  test('is what its condition says', () => {
    const facts = aFacts({ segments: saved({ s: readsJa, t: all(seg('s'), not(readsKo)) }) });
    expect(evaluate(seg('t'), facts)).toBe(true);
    expect(evaluate(not(seg('t')), facts)).toBe(false);
  });

  test('is not known where it is gone, or leads back to itself: nobody matches, not even under not', () => {
    const facts = aFacts({ segments: saved({ round: all(seg('round')) }) });
    for (const id of ['gone', 'round']) {
      expect(explain(seg(id), facts).outcome).toBe('unknown');
      expect(evaluate(not(seg(id)), facts)).toBe(false);
    }
  });

  test('is the same as spelling it out, whatever it says', () => {
    fc.assert(
      fc.property(aCondition, someFacts, (condition, facts) => {
        const plain = spelledOut(condition, facts.segments ?? new Map());
        expect(evaluate(plain, facts)).toBe(evaluate(condition, facts));
        expect(explain(condition, facts).outcome).toBe(explain(plain, facts).outcome);
        expect(explain(condition, facts).outcome === 'match').toBe(evaluate(condition, facts));
      }),
      { numRuns: 500 },
    );
  });

  test('is explained by what its parts say, and by which segment', () => {
    const facts = aFacts({ segments: saved({ s: readsKo, t: all(seg('s')) }) });
    expect(decisiveLeaves(explain(not(seg('t')), facts))).toEqual([
      { leaf: readsKo, negated: true, outcome: 'match', found: 'ja-JP', segmentId: 't' },
    ]);
    expect(decisiveLeaves(explain(seg('gone'), facts))).toEqual([
      { leaf: seg('gone'), negated: false, outcome: 'unknown' },
    ]);
  });
});

test('names each part of its segments once', () => {
  const segments = saved({ s: readsJa, t: all(seg('s'), seg('s')) });
  expect(leavesIn(all(seg('t'), seg('s'), aSample), segments)).toEqual([
    seg('t'),
    seg('s'),
    readsJa,
    seg('s'),
    seg('s'),
    aSample,
  ]);
});
const aSample: Condition = { type: 'sample', percent: 5, salt: 'a' };

test('says where a condition names segments', () => {
  expect(segmentsNamedIn(all(readsJa, not({ type: 'any', of: [seg('s')] }), seg('t')))).toEqual([
    { segmentId: 's', path: 'of.1.of.of.0.segmentId' },
    { segmentId: 't', path: 'of.2.segmentId' },
  ]);
});

describe('a segment cannot be saved when', () => {
  const segments = saved({ s: EVERYBODY, t: all(seg('s')), u: not(seg('t')) });

  test.each([
    {
      condition: all(readsJa, seg('s')),
      problems: [{ path: 'of.1.segmentId', code: 'circle' }],
      because: 'it names itself',
    },
    { condition: seg('u'), problems: [{ path: 'segmentId', code: 'circle' }], because: 'that one needs it' },
    {
      condition: not(seg('v')),
      problems: [{ path: 'of.segmentId', code: 'unknown_segment' }],
      because: 'there is none',
    },
    { condition: all(readsJa), problems: [], because: 'nothing is wrong' },
  ])('$because', ({ condition, problems }) =>
    expect(segmentProblems(condition, { id: 's', segments })).toEqual(problems),
  );

  test('it would be too large with what it names, or make another one so', () => {
    const wide = all(...Array.from({ length: 100 }, () => readsJa));
    const double = saved({ a: wide, b: all(seg('a'), seg('a')), c: all(seg('b'), seg('b')) });
    expect(partsIn(seg('c'), double)).toBeLessThan(MAX_PARTS);
    expect(segmentProblems(all(seg('c'), seg('a')), { segments: double })).toEqual([
      { path: '', code: 'too_large' },
    ]);
    expect(segmentProblems(all(wide, wide), { id: 'a', segments: double })).toEqual([
      { path: '', code: 'too_large' },
    ]);
  });

  test('saved ones never lead back to themselves', () => {
    const ids = ['a', 'b', 'c'] as const;
    const anEdit = fc.tuple(
      fc.constantFrom(...ids),
      fc.array(fc.oneof(aLeaf, fc.constantFrom(...ids).map(seg)), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 12 }), someSegments, (edits, first) => {
        const kept = new Map<string, Condition>([...first, ...ids.map((id) => [id, EVERYBODY] as const)]);
        for (const [id, of] of edits)
          if (segmentProblems(all(...of), { id, segments: kept }).length === 0) kept.set(id, all(...of));
        for (const id of ids) expect(leavesIn(kept.get(id) ?? EVERYBODY, kept)).not.toContainEqual(seg(id));
      }),
    );
  });
});
