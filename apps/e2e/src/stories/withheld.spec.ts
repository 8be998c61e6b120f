import { joinTeam } from '../console/join-team.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

interface Answer {
  id: string;
  comment: string | null;
  contact: { id: string; erased: boolean };
}

test('an owner keeps what customers write from a colleague, who sees scores and facts and is told so', async ({
  staff,
  device,
  api,
}) => {
  const answers = await api.list<Answer>('/v1/responses', { band: 'detractor', hasComment: 'true' });
  const answer = answers.findLast(({ contact }) => !contact.erased);
  const comment = answer?.comment ?? '';
  const own = await staff('/settings/members');
  const other = await device();
  await joinTeam(own, other, 'Noor Withheld');
  await own.reload();
  const right = own.getByLabel('What Noor Withheld may do with customers’ words');
  await expect(right).toBeVisible();
  await right.selectOption({ label: 'neither' });
  const changed = own.getByText('What Noor Withheld may read and answer was changed.', { exact: true });
  await expect(changed).toBeVisible();
  await expectAccessible(own, 'the members with what each may read');

  await other.goto(
    other.url().replace(/console.*/, `console/feedback?view=detractors&comment=true&answer=${answer?.id}`),
  );
  const pane = other.getByRole('article');
  await expect(pane.getByText('You see scores and facts, not the words')).toBeVisible();
  await expect(pane.getByText('Text withheld').first()).toBeVisible();
  await expect(other.getByText(comment)).toHaveCount(0);
  await expect(pane.getByRole('link', { name: 'Reply' })).toHaveCount(0);
  await expectAccessible(other, 'an answer without its words');

  const saved = own.waitForResponse((told) => told.request().method() === 'PATCH');
  await right.selectOption({ label: 'reads only' });
  expect((await saved).status()).toBe(200);
  await other.reload();
  await expect(pane.getByText(comment).first()).toBeVisible();
  await expect(pane.getByRole('link', { name: 'Reply' })).toHaveCount(0);
});
