import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCondition } from '../testing/conditions.ts';
import { aFacts, aState, someFacts } from '../testing/facts.ts';
import { aTraitValue, TRAIT_KEYS } from '../testing/traits.ts';
import type { Condition, TraitOperator, TraitValue } from './condition.ts';
import { EVERYBODY } from './condition.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import type { Facts } from './facts.ts';

const not = (of: Condition): Condition => ({ type: 'not', of });
const plan = (op: TraitOperator, value?: TraitValue | TraitValue[]): Condition => ({
  type: 'trait',
  subject: 'contact',
  key: 'plan',
  op,
  value,
});
const withPlan = (value: TraitValue): Facts => {
  const { contact } = aFacts();
  return aFacts({ contact: { ...contact, traits: { plan: value } } });
};

describe('a trait', () => {
  test.each([
    { found: 'pro', op: 'is', value: 'pro', outcome: 'match' },
    { found: 'Pro', op: 'is', value: 'pro', outcome: 'no_match', because: 'equality is exact' },
    { found: '10', op: 'is', value: 10, outcome: 'no_match', because: 'a text is not a number' },
    { found: 'pro', op: 'is_not', value: 'free', outcome: 'match' },
    { found: 'pro', op: 'in', value: ['free', 'pro'], outcome: 'match' },
    { found: 'pro', op: 'in', value: [], outcome: 'no_match' },
    { found: 'pro', op: 'in', value: 'pro', outcome: 'unknown', because: 'that is no list' },
    {
      found: 'Sales Director',
      op: 'contains',
      value: 'director',
      outcome: 'match',
      because: 'case does not count',
    },
    { found: '営業部長', op: 'contains', value: '部長', outcome: 'match' },
    { found: 'Enterprise', op: 'starts_with', value: 'enter', outcome: 'match' },
    { found: 'Enterprise', op: 'starts_with', value: 'prise', outcome: 'no_match' },
    { found: 7, op: 'contains', value: '7', outcome: 'unknown', because: 'a number holds no text' },
    { found: 10, op: 'greater', value: 10, outcome: 'no_match' },
    { found: 10, op: 'at_least', value: 10, outcome: 'match' },
    { found: 10, op: 'less', value: 10, outcome: 'no_match' },
    { found: 10, op: 'at_most', value: 10, outcome: 'match' },
    { found: '12', op: 'greater', value: 10, outcome: 'unknown', because: 'texts are not put in order' },
    { found: '2026-01-05', op: 'before', value: '2026-01-06', outcome: 'match' },
    {
      found: '2026-01-05T23:00:00Z',
      op: 'after',
      value: '2026-01-05',
      outcome: 'match',
      because: 'a date is its UTC midnight',
    },
    {
      found: '2026-01-06T08:00:00+09:00',
      op: 'before',
      value: '2026-01-06',
      outcome: 'match',
      because: 'offsets count',
    },
    { found: '2026-01-05', op: 'after', value: '2026-01-05', outcome: 'no_match' },
    {
      found: '5/1/2026',
      op: 'before',
      value: '2026-06-01',
      outcome: 'unknown',
      because: 'only ISO dates mean one day',
    },
    {
      found: '2026-13-45',
      op: 'before',
      value: '2026-06-01',
      outcome: 'unknown',
      because: 'there is no such day',
    },
    { found: '', op: 'set', value: undefined, outcome: 'match', because: 'empty is set' },
    { found: 'pro', op: 'not_set', value: undefined, outcome: 'no_match' },
    { found: 'pro', op: 'is', value: undefined, outcome: 'unknown', because: 'nothing to compare with' },
  ] satisfies {
    found: TraitValue;
    op: TraitOperator;
    value: TraitValue | TraitValue[] | undefined;
    outcome: string;
    because?: string;
  }[])('$found $op $value: $outcome', ({ found, op, value, outcome }) => {
    expect(explain(plan(op, value), withPlan(found))).toMatchObject({ outcome, found });
  });

  test('that is not known matches nothing, not even under not (posthog #52825, formbricks #6051)', () => {
    for (const condition of [
      plan('is', 'pro'),
      plan('is_not', 'pro'),
      not(plan('is', 'pro')),
      not(plan('is_not', 'pro')),
    ]) {
      expect(evaluate(condition, aFacts())).toBe(false);
    }
  });

  test('that is not set is a fact', () => {
    expect(evaluate(plan('not_set'), aFacts())).toBe(true);
    expect(evaluate(not(plan('set')), aFacts())).toBe(true);
  });

  test('is never found in what every object has', () => {
    expect(evaluate({ type: 'trait', subject: 'contact', key: 'constructor', op: 'set' }, aFacts())).toBe(
      false,
    );
  });

  test('of an account that a person does not have is not set', () => {
    const alone = aFacts({ account: undefined });
    expect(evaluate({ type: 'trait', subject: 'account', key: 'plan', op: 'not_set' }, alone)).toBe(true);
    expect(
      evaluate({ type: 'trait', subject: 'account', key: 'plan', op: 'is_not', value: 'pro' }, alone),
    ).toBe(false);
  });
});

describe('an event', () => {
  const events = [
    { subject: 'contact', name: 'login', day: '2026-03-11', count: 2 },
    { subject: 'contact', name: 'login', day: '2026-03-05', count: 3 },
    { subject: 'contact', name: 'login', day: '2026-03-04', count: 5 },
    { subject: 'account', name: 'login', day: '2026-03-11', count: 40 },
  ] as const;
  const logins = (withinDays: number | null, subject: 'contact' | 'account' = 'contact'): Condition => ({
    type: 'event',
    subject,
    name: 'login',
    op: 'at_least',
    count: 1,
    withinDays,
  });

  test.each([
    { withinDays: 1, found: 2, because: 'today is the first day' },
    { withinDays: 6, found: 2, because: 'the 5th is the seventh day back' },
    { withinDays: 7, found: 5, because: 'whole UTC days, today included' },
    { withinDays: 8, found: 10, because: 'and one more' },
    { withinDays: null, found: 10, because: 'ever' },
  ])('is counted $found times within $withinDays days: $because', ({ withinDays, found }) => {
    expect(explain(logins(withinDays), aFacts({ events }))).toMatchObject({ found });
  });

  test('of a later day does not count when a past moment is explained', () => {
    const facts = aFacts({ events, now: '2026-03-05T12:00:00.000Z' });
    expect(explain(logins(null), facts)).toMatchObject({ found: 8 });
  });

  test('that never happened is known to have happened 0 times', () => {
    const seldom: Condition = {
      type: 'event',
      subject: 'contact',
      name: 'export',
      op: 'at_most',
      count: 0,
      withinDays: null,
    };
    expect(evaluate(seldom, aFacts({ events }))).toBe(true);
    expect(evaluate(not(seldom), aFacts({ events }))).toBe(false);
  });

  test('of an account is not one of the person, and is unknown without an account', () => {
    expect(explain(logins(7, 'account'), aFacts({ events }))).toMatchObject({ found: 40 });
    expect(explain(logins(7, 'account'), aFacts({ events, account: undefined }))).toMatchObject({
      outcome: 'unknown',
      found: undefined,
    });
  });
});

describe('the other leaves', () => {
  const answered = (happened: boolean): Condition => ({
    type: 'content',
    contentId: 'srv_1',
    phase: 'answered',
    happened,
  });

  test('ask whether something happened with a content', () => {
    const content = { srv_1: aState({ lastAnsweredAt: '2026-02-01T00:00:00.000Z' }) };
    expect(explain(answered(true), aFacts({ content }))).toMatchObject({
      outcome: 'match',
      found: '2026-02-01T00:00:00.000Z',
    });
    expect(evaluate(answered(false), aFacts({ content }))).toBe(false);
    expect(evaluate(answered(false), aFacts())).toBe(true);
  });

  test('ask for a language, which may be unknown', () => {
    const { contact } = aFacts();
    const silent = aFacts({ contact: { ...contact, locale: undefined } });
    expect(evaluate({ type: 'locale', in: ['ko', 'ja'] }, aFacts())).toBe(true);
    expect(evaluate({ type: 'locale', in: ['ko'] }, aFacts())).toBe(false);
    expect(evaluate(not({ type: 'locale', in: ['ko'] }), silent)).toBe(false);
  });

  test('put a person in a stable share, and show the place', () => {
    const half = explain({ type: 'sample', percent: 50, salt: 'spring' }, aFacts());
    expect('found' in half && half.found).toBeTypeOf('number');
    expect(evaluate({ type: 'sample', percent: 100, salt: 'spring' }, aFacts())).toBe(true);
    expect(evaluate({ type: 'sample', percent: 0, salt: 'spring' }, aFacts())).toBe(false);
  });
});

describe('a tree', () => {
  const [yes, no, unknown] = [EVERYBODY, not(EVERYBODY), plan('is', 'pro')];

  test.each([
    { all: [], outcome: 'match', because: 'all of nothing is everybody' },
    { all: [yes, unknown], outcome: 'unknown' },
    { all: [unknown, no], outcome: 'no_match', because: 'one no decides, wherever it stands' },
  ])('all of $all.length: $outcome', ({ all, outcome }) => {
    expect(explain({ type: 'all', of: all }, aFacts()).outcome).toBe(outcome);
  });

  test.each([
    { any: [], outcome: 'no_match', because: 'any of nothing is nobody' },
    { any: [no, unknown], outcome: 'unknown' },
    { any: [unknown, yes], outcome: 'match', because: 'one yes decides' },
  ])('any of $any.length: $outcome', ({ any, outcome }) => {
    expect(explain({ type: 'any', of: any }, aFacts()).outcome).toBe(outcome);
  });

  test('keeps its shape when it is explained', () => {
    const tree: Condition = {
      type: 'all',
      of: [{ type: 'any', of: [plan('set')] }, not({ type: 'locale', in: ['ko'] })],
    };
    expect(explain(tree, aFacts())).toEqual({
      type: 'all',
      outcome: 'no_match',
      of: [
        { type: 'any', outcome: 'no_match', of: [{ ...plan('set'), outcome: 'no_match', found: undefined }] },
        {
          type: 'not',
          outcome: 'match',
          of: { type: 'locale', in: ['ko'], outcome: 'no_match', found: 'ja-JP' },
        },
      ],
    });
  });
});

describe('laws', () => {
  test('explain says what evaluate does', () => {
    fc.assert(
      fc.property(aCondition, someFacts, (condition, facts) => {
        expect(evaluate(condition, facts)).toBe(explain(condition, facts).outcome === 'match');
      }),
      { numRuns: 500 },
    );
  });

  test('nobody is in a condition and in its opposite', () => {
    fc.assert(
      fc.property(aCondition, someFacts, (condition, facts) => {
        expect(evaluate(condition, facts) && evaluate(not(condition), facts)).toBe(false);
        expect(explain(not(not(condition)), facts).outcome).toBe(explain(condition, facts).outcome);
      }),
    );
  });

  test('not all is any not (De Morgan)', () => {
    fc.assert(
      fc.property(fc.array(aCondition, { maxLength: 4 }), someFacts, (of, facts) => {
        expect(explain(not({ type: 'all', of }), facts).outcome).toBe(
          explain({ type: 'any', of: of.map(not) }, facts).outcome,
        );
      }),
    );
  });

  test('the order of the parts does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(aCondition, { maxLength: 4 }),
        fc.constantFrom('all' as const, 'any' as const),
        someFacts,
        (of, type, facts) => {
          expect(evaluate({ type, of }, facts)).toBe(evaluate({ type, of: of.toReversed() }, facts));
        },
      ),
    );
  });

  test('who matches although a trait is unknown matches whatever it turns out to be', () => {
    fc.assert(
      fc.property(
        aCondition,
        someFacts,
        fc.constantFrom(...TRAIT_KEYS),
        aTraitValue,
        (condition, facts, key, value) => {
          const asked = [condition, ...(facts.segments?.values() ?? [])];
          fc.pre(!JSON.stringify(asked).includes('set"'));
          const { contact } = facts;
          const traits = Object.fromEntries(Object.entries(contact.traits).filter(([name]) => name !== key));
          const before = { ...facts, contact: { ...contact, traits } };
          const after = { ...facts, contact: { ...contact, traits: { ...traits, [key]: value } } };
          if (evaluate(condition, before)) expect(evaluate(condition, after)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
