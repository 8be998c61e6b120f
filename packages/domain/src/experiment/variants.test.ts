import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCandidate, anExperiment } from '../testing/decisions.ts';
import { aFacts, aState } from '../testing/facts.ts';
import { editionOf, readEdition } from './edition.ts';
import { armOf, armsOf, mayJoin, variantFor } from './experiment.ts';
import type { VariantKey, VariantPlan } from './variants.ts';
import { drawnVariant, VARIANTS, variantsIn } from './variants.ts';

const ids = Array.from({ length: 20_000 }, (_, n) => `acc_${n}`);
const weight = fc.integer({ min: 1, max: 100 });
const share = weight.map((of) => ({ name: 'One', weight: of }));
const somePlan: fc.Arbitrary<VariantPlan> = fc.record(
  { base: share, b: share, c: share, d: share },
  { requiredKeys: ['base'] },
);
const someId = fc.string({ minLength: 1 });
const someKey = fc.constantFrom(...VARIANTS);
const drawn = (plan: VariantPlan, id: string) => drawnVariant(plan, 'chk_start', id);
const without = (plan: VariantPlan, key: VariantKey): VariantPlan => ({ ...plan, [key]: undefined });

describe('laws of the draw', () => {
  test('it is one of the plan, and the same for ever', () => {
    fc.assert(
      fc.property(somePlan, someId, (plan, id) => {
        expect(variantsIn(plan)).toContain(drawn(plan, id));
        expect(drawn(structuredClone(plan), id)).toBe(drawn(plan, id));
      }),
    );
    // a change of the function would move everybody
    const plan = { base: { name: 'A', weight: 2 }, b: { name: 'B', weight: 1 }, c: { name: 'C', weight: 1 } };
    expect(
      ids
        .slice(0, 12)
        .map((id) => drawn(plan, id) ?? 'a')
        .join(''),
    ).toBe(FIRST);
  });

  test('the order in which a plan was written, and its names, do not matter', () => {
    fc.assert(
      fc.property(somePlan, someId, (plan, id) => {
        const turned = Object.fromEntries(
          Object.entries(plan)
            .toReversed()
            .map(([key, one]) => [key, { ...one, name: 'Other' }]),
        ) as unknown as VariantPlan;
        expect(drawn(turned, id)).toBe(drawn(plan, id));
      }),
    );
  });

  test('with a new variant only those move who get it, and with one less only those who had it', () => {
    fc.assert(
      fc.property(somePlan, someKey, share, someId, (plan, key, added, id) => {
        const [before, after] = [drawn(without(plan, key), id), drawn({ ...plan, [key]: added }, id)];
        if (after !== before) expect(after).toBe(key);
      }),
      { numRuns: 1_000 },
    );
  });

  test('with a larger weight units move to that variant and nowhere else', () => {
    fc.assert(
      fc.property(somePlan, someKey, weight, weight, someId, (plan, key, one, other, id) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const before = drawn({ ...plan, [key]: { name: 'One', weight: less } }, id);
        const after = drawn({ ...plan, [key]: { name: 'One', weight: more } }, id);
        if (after !== before) expect(after).toBe(key);
      }),
      { numRuns: 1_000 },
    );
  });

  test('the same weights in another measure change nothing', () => {
    fc.assert(
      fc.property(somePlan, fc.integer({ min: 2, max: 50 }), someId, (plan, times, id) => {
        const scaled = Object.fromEntries(
          Object.entries(plan).map(([key, one]) => [key, one && { ...one, weight: one.weight * times }]),
        ) as unknown as VariantPlan;
        expect(drawn(scaled, id)).toBe(drawn(plan, id));
      }),
    );
  });
});

const FIRST = 'abbaacbcacca';

describe('shares', () => {
  const plan = { base: { name: 'A', weight: 1 }, b: { name: 'B', weight: 2 }, c: { name: 'C', weight: 5 } };

  test.each([0, 20])(
    'are those of the weights beside a control group of %s in 100, within four standard errors',
    (controlPercent) => {
      const experiment = anExperiment({ controlPercent, variants: plan });
      const arms = armsOf(experiment);
      expect(arms.reduce((sum, arm) => sum + arm.share, 0)).toBeCloseTo(1, 12);
      for (const { arm, share: planned } of arms) {
        const found = ids.filter((id) => armOf(experiment, 'chk_start', id) === arm).length / ids.length;
        expect(Math.abs(found - planned)).toBeLessThan(4 * Math.sqrt((planned * (1 - planned)) / ids.length));
      }
    },
  );

  test('move by as much as a new variant takes', () => {
    const added = { ...plan, d: { name: 'D', weight: 2 } };
    const moved = ids.filter((id) => drawn(plan, id) !== drawn(added, id)).length / ids.length;
    expect(Math.abs(moved - 0.2)).toBeLessThan(4 * Math.sqrt((0.2 * 0.8) / ids.length));
  });

  test('are drawn apart from those of another content, and from the control group', () => {
    const [b, other] = [2 / 8, 2 / 8];
    const both = ids.filter((id) => drawn(plan, id) === 'b' && drawnVariant(plan, 'chk_other', id) === 'b');
    expect(Math.abs(both.length / ids.length - b * other)).toBeLessThan(0.01);
  });

  test('without variants are those of the control group and the others', () => {
    expect(armsOf(anExperiment({ controlPercent: 10 }))).toEqual([
      { arm: 'control', share: 0.1 },
      { arm: 'content', share: 0.9 },
    ]);
  });
});

describe('what a person gets', () => {
  const experiment = anExperiment({
    controlPercent: 0,
    variants: { base: { name: 'A', weight: 1 }, b: { name: 'B', weight: 1_000_000 } },
  });
  const checklist = aCandidate('chk_start', { experiment });
  const met = aFacts({ content: { chk_start: aState({ attempts: 1 }), srv_nps: aState({ attempts: 1 }) } });

  test('is what chance gives, and the base for people whom no token vouches for where accounts are assigned', () => {
    expect(variantFor(checklist, aFacts(), {})).toBe('b');
    const { contact } = aFacts();
    expect(variantFor(checklist, aFacts({ contact: { ...contact, verified: false } }), {})).toBe(null);
    expect(variantFor({ ...checklist, experiment: anExperiment() }, aFacts(), {})).toBe(null);
  });

  test('stays what was begun, whatever was assigned, and what was assigned, whatever the weights', () => {
    expect(variantFor(checklist, met, { begun: null, arm: 'b' })).toBe(null);
    expect(variantFor(checklist, met, { begun: 'b', arm: 'content' })).toBe('b');
    expect(variantFor(checklist, aFacts(), { arm: 'content' })).toBe(null);
    expect(variantFor(checklist, met, { arm: 'b' })).toBe('b');
  });

  test('is drawn anew where there is no such variant any more', () => {
    expect(variantFor(checklist, met, { begun: 'c' })).toBe('b');
    expect(variantFor(checklist, met, { arm: 'd' })).toBe('b');
  });

  test('is the base of what they had met before; a survey begins anew each time, unless there is a control group', () => {
    expect(variantFor(checklist, met, {})).toBe(null);
    expect(variantFor(aCandidate('srv_nps', { experiment }), met, {})).toBe('b');
    expect(mayJoin({ controlPercent: 10 }, 'survey', met.content['srv_nps'])).toBe(false);
  });
});

test('an edition is one number, and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.option(someKey), (version, variant) => {
      const edition = editionOf({ version, variant });
      expect(readEdition(edition)).toEqual({ version, variant });
      expect(readEdition(JSON.parse(JSON.stringify(edition)) as number)).toEqual({ version, variant });
    }),
  );
  expect([5.4, 5.05, 0.1, -1, 0, Number.NaN].map(readEdition)).toEqual(Array(6).fill(undefined));
});
