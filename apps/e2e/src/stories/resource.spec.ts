import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

const RESOURCE = 'Invite your team and choose roles';

test('a customer opens a resource: the open console has it in their timeline', async ({
  page,
  person,
  hostFor,
  staff,
}) => {
  const { contactId, userId, name } = await person('asked');
  const contact = await staff(`/contacts/${contactId}`);
  await expect(contact.getByRole('heading', { level: 1 })).toContainText(name);
  const timeline = contact.getByRole('list', { name: 'Timeline' }).getByRole('listitem');
  const entries = timeline.filter({ hasText: `${name} opened “${RESOURCE}”` });
  await expect(timeline.first()).toBeVisible();
  const before = await entries.count();

  await page.goto(hostFor(userId));
  const widget = widgetOn(page);
  await widget.openPanel();
  await widget.panel.getByRole('navigation').getByRole('button', { name: 'Guides' }).click();
  await widget.panel.getByRole('searchbox', { name: 'Search guides' }).fill('choose roles');
  await widget.panel.getByRole('button', { name: RESOURCE }).click();
  await expect(widget.panel.getByRole('heading', { name: RESOURCE })).toBeVisible();
  await widget.sent();

  await contact.reload();
  await expect(entries).toHaveCount(before + 1);
});
