import type { ManagementApi, Written } from '../demo/management-api.ts';
import type { Person } from '../demo/cast.ts';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

interface Announcement {
  id: string;
  draft: { defaultLocale: string; locales: string[]; delivery: Record<string, unknown>; body: unknown };
}

/** A draft in English for the people of one company, ahead of everything else. */
async function draftFor(
  api: ManagementApi,
  { account }: Person,
  name: string,
  mode: 'badge' | 'banner',
): Promise<Written<Announcement>> {
  const { data, etag } = await api.send<Announcement>('POST', '/v1/announcements', { name });
  const { draft } = data;
  const audience = { type: 'trait', subject: 'account', key: 'name', op: 'is', value: account.name };
  const delivery = { ...draft.delivery, audience, delaySeconds: 0, priority: 900 };
  const body = {
    title: { en: name },
    body: { en: 'One place for what belongs to **everyone**.' },
    action: { label: { en: 'See how' }, url: '/folders' },
    mode,
  };
  return api.send('PATCH', `/v1/announcements/${data.id}`, { draft: { ...draft, delivery, body } }, etag);
}

test('the team publishes a banner: the customer sees it at the next session, closes it, and no other device shows it', async ({
  page,
  person,
  hostFor,
  api,
  staff,
  device,
}) => {
  const someone = await person('asked');
  const name = `Shared folders for ${someone.account.name}`;
  const { data } = await draftFor(api, someone, name, 'banner');
  const address = hostFor(someone.userId);

  const editor = await staff(`/announcements/${data.id}`);
  await expect(editor.getByLabel('Preview', { exact: true }).getByRole('region', { name })).toBeVisible();
  await editor.getByRole('button', { name: 'Publish v1' }).click();
  await editor
    .getByRole('dialog', { name: 'Publish version 1?' })
    .getByRole('button', { name: 'Publish', exact: true })
    .click();
  await expect(editor.getByText('Version 1 is live.', { exact: true })).toBeVisible();

  await page.goto(address);
  const widget = widgetOn(page);
  await expect(widget.banner).toContainText(name);
  const [bar, theirs] = [await widget.banner.boundingBox(), await page.locator('header').boundingBox()];
  expect(theirs?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
  await expectAccessible(page, 'banner');
  await expect(widget.survey).toHaveCount(0);

  await widget.banner.getByRole('button', { name: 'Close' }).click();
  await expect(widget.banner).toHaveCount(0);
  await widget.sent();
  const other = await device();
  await other.clock.install();
  await other.goto(address);
  const there = widgetOn(other);
  await there.ready();
  await expect(there.launcher).toBeVisible();
  await other.clock.runFor(30_000);
  await there.sent();
  await expect(there.banner).toHaveCount(0);

  await there.openPanel();
  const row = there.panel.getByRole('button', { name: new RegExp(`^${name}`) });
  await expect(row).toBeVisible();
  await expect(row.getByText('New', { exact: true })).toHaveCount(0);
});

test('a badge raises the count of the launcher, and opening it lowers it', async ({
  page,
  person,
  hostFor,
  api,
}) => {
  const someone = await person('onboarding');
  await page.goto(hostFor(someone.userId));
  const widget = widgetOn(page);
  await expect(widget.launcher).toBeVisible();
  const fresh = async () =>
    Number(/(\d+) new\s*$/.exec((await widget.launcher.textContent()) ?? '')?.[1] ?? 0);
  const before = await fresh();

  const name = `News for ${someone.account.name}`;
  const { data, etag } = await draftFor(api, someone, name, 'badge');
  await api.send('POST', `/v1/announcements/${data.id}/publish`, {}, etag);
  await page.reload();
  await expect.poll(fresh).toBe(before + 1);
  await widget.openPanel();
  await widget.panel.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await expect(widget.panel.getByRole('heading', { name })).toBeFocused();
  await expectAccessible(page, 'announcement');
  await expect.poll(fresh).toBe(before);
});
