import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';
import { widgetOn } from '../host/widget.ts';

interface Case {
  id: string;
  status: string;
  cause: string;
  contactedAt: string | null;
  inTime: boolean | null;
  outcome: string | null;
}

test('a customer who writes has a case at once; a reply touches it, and it is closed', async ({
  page,
  person,
  hostFor,
  staff,
  api,
}) => {
  const { contactId, userId, name } = await person('asked');
  const caseOf = async () => (await api.list<Case>('/v1/cases', { contactId, view: 'all' }))[0];
  const console = await staff('/cases');
  await expect(console.getByText('Live', { exact: true })).toBeVisible();

  await page.goto(hostFor(userId));
  const { panel, openPanel, sent } = widgetOn(page);
  await openPanel();
  await panel.getByRole('navigation').getByRole('button', { name: 'Messages' }).click();
  const field = panel.getByRole('textbox', { name: 'Write a message' });
  await field.fill('The export stops half-way since this morning.');
  await field.press('Control+Enter');
  await sent();

  const list = console.getByRole('region', { name: 'List of cases' });
  await list.getByRole('button', { name: new RegExp(`${name}.*The export stops`) }).click();
  const pane = console.getByRole('article', { name });
  await expect(pane.getByText(/^Due /)).toBeVisible();
  await expectAccessible(console, 'a case beside the list');
  expect(await caseOf()).toMatchObject({ status: 'open', cause: 'message', contactedAt: null });

  await pane.getByRole('textbox', { name: `Write to ${name}` }).fill('We found it. Try again, please.');
  await pane.getByRole('button', { name: 'Send' }).click();
  await expect(pane.getByText('Answered', { exact: true })).toBeVisible();
  await pane.getByRole('button', { name: 'Close', exact: true }).click();
  await console.getByRole('menuitem', { name: /Resolved/ }).click();
  await expect(console.getByText('Closed: Resolved.', { exact: true })).toBeVisible();
  await expect(list.getByRole('button', { name: new RegExp(name) })).toHaveCount(0);
  expect(await caseOf()).toMatchObject({ status: 'closed', outcome: 'resolved', inTime: true });

  await console.getByRole('tab', { name: 'Figures' }).click();
  await expect(console.getByText('Inside the clock')).toBeVisible();
  await expectAccessible(console, 'the figures of the loop');
});
