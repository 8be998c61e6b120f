import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('a member is invited by mail, joins with its link, which works once, and gets a new password by mail', async ({
  staff,
  device,
  mailTo,
  database,
}) => {
  const email = `noor-${database}@kumo-notes.example`;
  const members = await staff('/settings/members');
  await members.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = members.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByLabel('Role').selectOption('Viewer');
  await dialog.getByRole('button', { name: 'Invite by mail' }).click();
  const link = await members.getByRole('group', { name: 'Link' }).getByRole('code').innerText();
  expect((await mailTo(email, /^Join Kumo Notes/)).words).toContain(link);
  await members.getByRole('button', { name: 'Done' }).click();
  await expect(members.getByText(email)).toBeVisible();

  const newcomer = await device();
  await newcomer.goto(link);
  await expect(newcomer.getByText(`Kumo Notes invited ${email}.`)).toBeVisible();
  await expectAccessible(newcomer, 'invitation');
  await newcomer.getByLabel('Your name').fill('Noor Haddad');
  await newcomer.getByLabel('Password').fill('two-lanterns-59');
  await newcomer.getByRole('button', { name: 'Join' }).click();
  await expect(newcomer.getByRole('heading', { name: 'My day' })).toBeVisible();
  await newcomer.getByRole('link', { name: 'Checklists' }).first().click();
  await expect(newcomer.getByRole('link', { name: 'Getting started' })).toBeVisible();
  await expect(newcomer.getByRole('button', { name: 'Checklist', exact: true })).toHaveCount(0);

  await members.reload();
  await expect(members.getByRole('row', { name: /Noor Haddad/ })).toBeVisible();
  const other = await device();
  await other.goto(link);
  await expect(other.getByText('This invitation is not valid any more')).toBeVisible();
  await other.goto(new URL('/console/', link).href);
  await other.getByLabel('E-mail').fill(email);
  await other.getByLabel('Password').fill('two-lanterns-59');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('heading', { name: 'My day' })).toBeVisible();

  const forgetful = await device();
  await forgetful.goto(new URL('/console/', link).href);
  await forgetful.getByLabel('E-mail').fill(email);
  await forgetful.getByRole('button', { name: 'Forgot your password?' }).click();
  await expectAccessible(forgetful, 'forgotten password');
  await forgetful.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(forgetful.getByText('Look into your mail')).toBeVisible();
  const { words } = await mailTo(email, /new password/);
  await forgetful.goto(/http\S+new-password#[\w-]+/.exec(words)?.[0] ?? '');
  await forgetful.getByLabel('New password').fill('four-herons-61');
  await expectAccessible(forgetful, 'new password');
  await forgetful.getByRole('button', { name: 'Change it and sign in' }).click();
  await expect(forgetful.getByRole('heading', { name: 'My day' })).toBeVisible();
  await other.reload();
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible();
});
