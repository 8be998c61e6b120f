import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

interface Message {
  author: string;
  text: string;
  readAt: string | null;
}

test('a note that is written offline reaches the team live, and their reply the customer', async ({
  page,
  context,
  person,
  hostFor,
  staff,
  api,
}) => {
  const { contactId, userId, name } = await person('asked');
  const NOTE = 'Where do I find last month’s minutes?\nI am on a train.';
  const REPLY = 'Under Shared folders. I pinned them for you.';
  const messages = () => api.list<Message>('/v1/messages', { contactId });
  const console = await staff('/messages');
  await expect(console.getByText('Live', { exact: true })).toBeVisible();

  await page.goto(hostFor(userId));
  const { panel, launcher, openPanel, ready, sent } = widgetOn(page);
  await openPanel();
  await panel.getByRole('navigation').getByRole('button', { name: 'Messages' }).click();
  const field = panel.getByRole('textbox', { name: 'Write a message' });
  await expect(field).toBeVisible();

  await context.setOffline(true);
  await field.fill(NOTE);
  await field.press('Control+Enter');
  await expect(panel.getByText('Kept on this device. It will be sent by itself.').first()).toBeVisible();
  expect(await messages()).toEqual([]);

  await context.setOffline(false);
  const row = console
    .getByRole('region', { name: 'Threads' })
    .getByRole('button', { name: new RegExp(name) });
  await expect(row).toHaveAccessibleName(/1 unread/);
  await sent();
  await expect(panel.getByText(/· (delivered|read)$/)).toBeVisible();
  await page.keyboard.press('Escape');
  const fresh = async () => Number(/(\d+) new/.exec((await launcher.textContent()) ?? '')?.[1] ?? 0);
  const before = await fresh();

  await row.click();
  await expect(console.getByRole('article').getByText('I am on a train.')).toBeVisible();
  await console.getByRole('textbox', { name: `Write to ${name}` }).fill(REPLY);
  await console.getByRole('button', { name: 'Send' }).click();
  await expect(console.getByText(/not read yet/)).toBeVisible();

  await page.reload();
  await ready();
  await expect.poll(fresh).toBe(before + 1);
  await launcher.click();
  await panel.getByRole('button', { name: new RegExp(REPLY) }).click();
  await expect(panel.getByText(REPLY, { exact: true })).toBeVisible();
  await expect.poll(fresh).toBe(before);
  await expect(console.getByText(/· read /)).toBeVisible();
  expect(await messages()).toMatchObject([
    { author: 'team', text: REPLY, readAt: expect.any(String) },
    { author: 'contact', text: NOTE, readAt: expect.any(String) },
  ]);
});

test('open("messages") of the page leads to the thread, and nobody else’s', async ({
  page,
  person,
  hostFor,
}) => {
  const { userId } = await person('asked');
  await page.goto(hostFor(userId));
  const { panel, ready } = widgetOn(page);
  await ready();
  await page.evaluate(() => {
    const { banso } = window;
    return banso && !Array.isArray(banso) ? banso.open('messages') : false;
  });
  await expect(panel).toHaveAccessibleName('Messages');
  await expect(panel.getByText('What can I help with?')).toBeVisible();
});
