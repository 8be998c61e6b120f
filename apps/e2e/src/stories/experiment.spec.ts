import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

interface Report {
  readout: { state: string; arms: Record<'control' | 'content', { assigned: number }> };
}

test('the team keeps half of the people without an announcement, sees who gets it, and is told that it is too early', async ({
  page,
  person,
  hostFor,
  api,
  staff,
}) => {
  const someone = await person('asked');
  const name = `Folders, tried with ${someone.account.name}`;
  const { data, etag } = await api.send<{
    id: string;
    draft: { delivery: Record<string, unknown>; body: object };
  }>('POST', '/v1/announcements', { name });
  const audience = { type: 'trait', subject: 'account', key: 'name', op: 'is', value: someone.account.name };
  const body = { title: { en: name }, body: { en: 'For everyone.' }, action: null, mode: 'badge' };
  const delivery = { ...data.draft.delivery, audience, delaySeconds: 0 };
  await api.send('PATCH', `/v1/announcements/${data.id}`, { draft: { ...data.draft, delivery, body } }, etag);

  const editor = await staff(`/announcements/${data.id}?tab=experiment`);
  await editor.getByRole('button', { name: 'Plan an experiment' }).click();
  await editor.getByRole('radio', { name: 'People' }).check();
  await editor.getByLabel('Control group, %').fill('50');
  await expectAccessible(editor, 'plan of an experiment');
  await editor.getByLabel('What counts as success').fill('folder_created');
  await editor.getByRole('button', { name: 'Publish v1' }).click();
  await editor
    .getByRole('dialog', { name: 'Publish version 1?' })
    .getByRole('button', { name: 'Publish', exact: true })
    .click();
  await expect(editor.getByText('Version 1 is live.', { exact: true })).toBeVisible();

  await page.goto(hostFor(someone.userId));
  const widget = widgetOn(page);
  await widget.ready();
  const held = await page.evaluate(
    (id) => (Array.isArray(window.banso) ? undefined : window.banso?.getState().held?.[id]),
    data.id,
  );
  await expect(widget.launcher).toBeVisible();
  await widget.openPanel();
  const row = widget.panel.getByRole('button', { name: new RegExp(`^${name}`) });
  await expect(row).toHaveCount(held === 'control' ? 0 : 1);
  expect([undefined, 'control']).toContain(held);

  const arm = held === 'control' ? 'control' : 'content';
  const assigned = async () =>
    (await api.get<Report>(`/v1/announcements/${data.id}/experiment`)).readout.arms[arm].assigned;
  await expect.poll(assigned).toBe(1);
  await editor.reload();
  await expect(editor.getByText('Too early: these numbers can mislead')).toBeVisible();
  await expect(editor.getByRole('row', { name: /^Assigned/ })).toContainText('1');
  await expectAccessible(editor, 'an experiment');

  const decisions = await staff(`/decisions?content=${data.id}`);
  if (arm === 'control') await expect(decisions.getByText(/control group/).first()).toBeVisible();
});
