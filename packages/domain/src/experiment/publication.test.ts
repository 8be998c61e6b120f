import { expect, test } from 'vitest';
import { anExperiment } from '../testing/decisions.ts';
import { experimentEffects } from './publication.ts';

const side = (experiment: ReturnType<typeof anExperiment> | undefined, body: unknown = { title: 'One' }) => ({
  delivery: { experiment },
  body,
});

test.each([
  { what: 'a first publication', before: undefined, after: side(anExperiment()), effects: [] },
  { what: 'no experiment', before: side(undefined), after: side(undefined, {}), effects: [] },
  { what: 'a start', before: side(undefined), after: side(anExperiment()), effects: ['experiment_starts'] },
  { what: 'an end', before: side(anExperiment()), after: side(undefined, {}), effects: ['experiment_ends'] },
  { what: 'nothing changed', before: side(anExperiment()), after: side(anExperiment()), effects: [] },
  {
    what: 'everything changed',
    before: side(anExperiment()),
    after: side(anExperiment({ controlPercent: 20, plannedPerArm: 9 }), { title: 'Two' }),
    effects: ['experiment_moves', 'experiment_target', 'experiment_mixes'],
  },
])('$what', ({ before, after, effects }) => {
  expect(experimentEffects(before, after)).toEqual(effects);
});

test.each([
  {
    what: 'other words of a variant',
    after: { b: { title: 'Three' } },
    plan: {},
    effects: ['experiment_mixes'],
  },
  { what: 'another name', after: {}, plan: { b: { name: 'Long', weight: 1 } }, effects: [] },
  {
    what: 'another weight',
    after: {},
    plan: { b: { name: 'B', weight: 2 } },
    effects: ['experiment_variants'],
  },
  {
    what: 'one more',
    after: { c: { title: 'Three' } },
    plan: { c: { name: 'C', weight: 1 } },
    effects: ['experiment_variants'],
  },
])('of variants: $what', ({ after, plan, effects }) => {
  const variants = { base: { name: 'A', weight: 1 }, b: { name: 'B', weight: 1 } };
  const was = { ...side(anExperiment({ variants })), variants: { b: { title: 'Two' } } };
  const is = {
    ...side(anExperiment({ variants: { ...variants, ...plan } })),
    variants: { b: { title: 'Two' }, ...after },
  };
  expect(experimentEffects(was, is)).toEqual(effects);
});
