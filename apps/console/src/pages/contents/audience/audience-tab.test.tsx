import type { Condition } from '@banso/domain/targeting';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aChecklist, anId, aRecord } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

let api: StandIn;
const stored = () => api.contents[0]!.record.draft.delivery.audience;
const withAudience = (audience: Condition) => {
  const draft = aChecklist();
  api.add('checklist', aRecord({ ...draft, delivery: { ...draft.delivery, audience } }));
  opened(`checklists/${anId('chk')}?tab=audience`);
};
const plan: Condition = { type: 'trait', subject: 'account', key: 'plan', op: 'is', value: 'Team' };

beforeEach(() => {
  api = new StandIn().install();
});

test('everybody, until a condition is added and filled in', async () => {
  withAudience({ type: 'all', of: [] });
  await expect.element(page.getByText('everybody, as long as there is no condition')).toBeVisible();
  await page.getByRole('button', { name: 'Condition', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Account trait' }).click();
  await expect.element(page.getByText('Fill this in. It is not saved until then.')).toBeVisible();
  await page.getByLabelText('Name of the trait').fill('plan');
  await page.getByLabelText('Comparison').selectOptions('is one of');
  const values = page.getByLabelText('Values', { exact: true });
  await values.fill('Team');
  await userEvent.keyboard('{Enter}');
  await values.fill('Enterprise');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(stored)
    .toEqual({ type: 'all', of: [{ ...plan, op: 'in', value: ['Team', 'Enterprise'] }] });
  await expect.element(page.getByText('In words: account plan is one of Team or Enterprise')).toBeVisible();
});

test('a number is compared as a number', async () => {
  withAudience(plan);
  await page.getByLabelText('Type of the value').selectOptions('number');
  await page.getByLabelText('Value', { exact: true }).fill('12');
  await expect.poll(stored).toEqual({ type: 'all', of: [{ ...plan, value: 12 }] });
});

test('lines are joined, negated and removed with undo', async () => {
  withAudience({ type: 'all', of: [plan, { type: 'locale', in: ['ja'] }] });
  await page.getByRole('radio', { name: 'Any of' }).click();
  await page.getByLabelText('True or not').first().selectOptions('If not');
  await expect.poll(stored).toEqual({
    type: 'any',
    of: [
      { type: 'not', of: plan },
      { type: 'locale', in: ['ja'] },
    ],
  });
  await page.getByRole('button', { name: 'Remove condition' }).last().click();
  await expect.poll(stored).toEqual({ type: 'any', of: [{ type: 'not', of: plan }] });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(stored).toEqual({
    type: 'any',
    of: [
      { type: 'not', of: plan },
      { type: 'locale', in: ['ja'] },
    ],
  });
});

test('taking the last line away says that everybody is in the audience then', async () => {
  withAudience({ type: 'any', of: [plan] });
  await page.getByRole('button', { name: 'Remove condition' }).click();
  await expect
    .element(page.getByText('The last condition is removed: everybody is in the audience.').first())
    .toBeInTheDocument();
  await expect.poll(stored).toEqual({ type: 'all', of: [] });
});

test('groups stand in groups, are joined in their own way, and go with their last line', async () => {
  withAudience({ type: 'all', of: [plan] });
  await page.getByRole('button', { name: 'Group', exact: true }).click();
  const group = page.getByRole('group', { name: 'Group in “Who sees it”' });
  await group.getByLabelText('Name of the trait').fill('role');
  await group.getByLabelText('Value', { exact: true }).fill('admin');
  await group.getByRole('radio', { name: 'None of' }).click();
  const role = { type: 'trait', subject: 'account', key: 'role', op: 'is', value: 'admin' };
  await expect
    .poll(stored)
    .toEqual({ type: 'all', of: [plan, { type: 'not', of: { type: 'any', of: [role] } }] });
  await group.getByRole('button', { name: 'Remove condition' }).click();
  await expect.poll(stored).toEqual({ type: 'all', of: [plan] });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(group.getByRole('radio', { name: 'None of' })).toBeChecked();
});

test('a mistake in a group is said at its line', async () => {
  withAudience({
    type: 'any',
    of: [plan, { type: 'not', of: { type: 'any', of: [{ ...plan, value: '' }] } }],
  });
  const group = page.getByRole('group', { name: 'Group in “Who sees it”' });
  await expect.element(group.getByText('Say what to compare with.')).toBeVisible();
});

test('what lines cannot say is shown in words, and other edits leave it as it is', async () => {
  const odd: Condition = { type: 'all', of: [plan, { type: 'not', of: { type: 'all', of: [plan] } }] };
  withAudience(odd);
  await expect
    .element(page.getByText(/account plan is Team and not \(account plan is Team\)/).first())
    .toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Condition', exact: true })).not.toBeInTheDocument();
  await page.getByLabelText('Share of the audience').fill('20');
  await expect.poll(() => api.contents[0]!.record.draft.delivery.samplePercent).toBe(20);
  expect(stored()).toEqual(odd);
});

test('a share of nobody keeps from publishing, at its field', async () => {
  withAudience({ type: 'all', of: [] });
  await page.getByLabelText('Share of the audience').fill('0');
  await expect.element(page.getByText('At 0 % nobody sees it. Set at least 1 %.')).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'Publish v1' }))
    .toHaveAccessibleDescription('Mend the problems first.');
});

test('what somebody did with another content, also an archived one, is said by its name', async () => {
  const old = aRecord(undefined, { id: anId('chk', 7), name: 'Old onboarding', status: 'archived' });
  api.add('checklist', aRecord());
  const { record } = api.contents[0]!;
  const audience = {
    type: 'all' as const,
    of: [{ type: 'content' as const, contentId: old.id, phase: 'completed' as const, happened: true }],
  };
  api.contents[0]!.record = {
    ...record,
    draft: { ...record.draft, delivery: { ...record.draft.delivery, audience } },
  };
  api.add('checklist', old);
  opened(`checklists/${anId('chk')}?tab=audience`);
  await expect.element(page.getByText('In words: completed “Old onboarding”')).toBeVisible();
  await page.getByLabelText('True or not').selectOptions('If not');
  await expect.poll(stored).toEqual({ type: 'all', of: [{ ...audience.of[0], happened: false }] });
});
