import type { Condition } from '@banso/domain/targeting';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { aChecklist, anId, aRecord } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

const plan: Condition = { type: 'trait', subject: 'account', key: 'plan', op: 'is', value: 'Team' };
const reads: Condition = { type: 'locale', in: ['ja'] };
const BOTH: Condition = { type: 'all', of: [plan, reads] };

const aPerson = (n: number, name: string, explanation: object) => ({
  id: anId('con', n),
  name,
  email: null,
  externalId: `user-${n}`,
  verified: true,
  account: { id: anId('acc'), name: 'Aoba' },
  explanation,
});
const ANSWER = {
  people: 600,
  matching: 12,
  accounts: 5,
  left: [40, 12],
  matched: [
    aPerson(1, 'Naoki Ogawa', {
      type: 'all',
      outcome: 'match',
      of: [
        { ...plan, outcome: 'match', found: 'Team' },
        { ...reads, outcome: 'match', found: 'ja-JP' },
      ],
    }),
  ],
  others: [
    aPerson(2, 'Dana Whitfield', {
      type: 'all',
      outcome: 'unknown',
      of: [
        { ...plan, outcome: 'unknown' },
        { ...reads, outcome: 'match', found: 'ja' },
      ],
    }),
  ],
};

let api: StandIn;
let asked: unknown[];
beforeEach(() => {
  api = new StandIn().install();
  asked = [];
  api.reach = (question) => {
    asked.push(question);
    return ANSWER;
  };
});
const withAudience = (audience: Condition) => {
  const draft = aChecklist();
  api.add('checklist', aRecord({ ...draft, delivery: { ...draft.delivery, audience } }));
  opened(`checklists/${anId('chk')}?tab=audience`);
};
const card = page.getByRole('region', { name: 'In it now' });

test('how many people and accounts, what each condition leaves, and why', async () => {
  withAudience(BOTH);
  await expect.element(card.getByText('2% of 600')).toBeVisible();
  await expect
    .element(card.getByRole('meter', { name: 'account plan is Team' }))
    .toHaveAttribute('aria-valuenow', '40');
  const inside = card.getByRole('region', { name: 'In the audience', exact: true });
  await expect.element(inside.getByText('Yes: account plan is Team (found: Team)')).toBeVisible();
  await expect.element(inside.getByRole('link', { name: 'Naoki Ogawa' })).toBeVisible();
  const outside = card.getByRole('region', { name: 'Not in the audience' });
  await expect.element(outside.getByText('Not known: account plan is Team (not known)')).toBeVisible();
  await card.getByRole('radio', { name: 'In', exact: true }).click();
  await expect.element(outside).not.toBeInTheDocument();
  expect(asked).toEqual([{ condition: BOTH, verifiedOnly: false }]);
});

test('is counted again after a change, and only then', async () => {
  withAudience(BOTH);
  await expect.element(card.getByText('Counted now')).toBeVisible();
  await page.getByRole('switch', { name: 'Verified people only' }).click();
  await expect.poll(() => asked).toHaveLength(2);
  expect(asked.at(-1)).toEqual({ condition: BOTH, verifiedOnly: true });
});

test('waits for conditions that are not filled in', async () => {
  withAudience({ ...plan, value: '' });
  await expect.element(card.getByText('Fill in the conditions to see who they mean.')).toBeVisible();
  expect(asked).toEqual([]);
});

test('says that it could not be counted, and tries again', async () => {
  let fails = true;
  api.reach = () => {
    if (fails) throw new TypeError('Failed to fetch');
    return ANSWER;
  };
  withAudience(BOTH);
  await expect.element(card.getByText('The people could not be counted.')).toBeVisible();
  fails = false;
  await card.getByRole('button', { name: 'Try again' }).click();
  await expect.element(card.getByText('2% of 600')).toBeVisible();
});
