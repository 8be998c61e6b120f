import { expect, test } from 'vitest';
import { aFacts } from '../testing/facts.ts';
import type { Condition } from './condition.ts';
import { explain } from './explain.ts';

const { contact } = aFacts();
const mika = { ...contact, externalId: 'user-7' };
const list = (subject: 'contact' | 'account', ...ids: string[]): Condition => ({
  type: 'list',
  subject,
  ids,
});

test.each([
  {
    condition: list('contact', 'user-1', 'user-7'),
    outcome: 'match',
    found: 'user-7',
    because: 'the id of the customer',
  },
  { condition: list('contact', 'con_mika'), outcome: 'match', found: 'con_mika', because: 'our id' },
  { condition: list('contact', 'USER-7'), outcome: 'no_match', because: 'ids are compared as they are' },
  { condition: list('contact'), outcome: 'no_match', because: 'nobody is on an empty list' },
  { condition: list('account', 'acc_aoba'), outcome: 'match', found: 'acc_aoba', because: 'the account is' },
])('$outcome: $because', ({ condition, outcome, found }) =>
  expect(explain(condition, aFacts({ contact: mika }))).toMatchObject({
    outcome,
    ...(found && { found, ids: [found] }),
  }),
);

test('is unknown of an account that is not there', () => {
  const facts = aFacts({ account: undefined });
  expect(explain({ type: 'not', of: list('account', 'acc_aoba') }, facts).outcome).toBe('unknown');
});

test('is told without the ids of others', () => {
  expect(explain(list('contact', 'user-1', 'user-2'), aFacts())).toMatchObject({ ids: [] });
});
