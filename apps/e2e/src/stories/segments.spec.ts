import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('a segment is saved, aims an announcement, is changed with effect at once, and stays as long as it is needed', async ({
  page,
  person,
  hostFor,
  api,
  staff,
}) => {
  const someone = await person('asked');
  const name = `People of ${someone.account.name}`;

  // a list of one is pasted, and the reach says who that is
  const editor = await staff('/segments');
  await editor.getByRole('link', { name: 'New segment' }).first().click();
  await editor.getByLabel('Name', { exact: true }).fill(name);
  await editor.getByRole('button', { name: 'Condition' }).click();
  await editor.getByRole('menuitem', { name: 'List of people' }).click();
  await editor.getByLabel('Ids of people').fill(`${someone.userId}\nnobody-${someone.userId}`);
  const reach = editor.getByRole('region', { name: 'In the audience', exact: true });
  await expect(reach.getByRole('link', { name: someone.name })).toBeVisible();
  await expectAccessible(editor, 'a new segment');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByRole('heading', { level: 1, name })).toBeVisible();
  const { pathname } = new URL(editor.url());
  const id = pathname.split('/').at(-1) ?? '';
  await expect(editor.getByText('Nothing needs it yet.')).toBeVisible();

  // a banner goes to whoever is in it
  const banner = `Only for ${someone.account.name}`;
  interface Announcement {
    id: string;
    draft: { delivery: object; body: object };
  }
  const made = await api.send<Announcement>('POST', '/v1/announcements', { name: banner });
  const { delivery, body } = made.data.draft;
  const written = await api.send<Announcement>(
    'PATCH',
    `/v1/announcements/${made.data.id}`,
    {
      draft: {
        defaultLocale: 'en',
        locales: ['en'],
        delivery: { ...delivery, audience: { type: 'segment', segmentId: id } },
        body: { ...body, title: { en: banner }, body: { en: banner }, mode: 'badge' },
      },
    },
    made.etag,
  );
  await api.send('POST', `/v1/announcements/${made.data.id}/publish`, {}, written.etag);
  const widget = widgetOn(page);
  await page.goto(hostFor(someone.userId));
  await widget.openPanel();
  await expect(widget.panel.getByText(banner).first()).toBeVisible();

  // the editor says that customers see what needs it, and saving takes it away from them
  await editor.reload();
  await expect(editor.getByText('Saving acts at once on 1 content that customers see.')).toBeVisible();
  await editor.getByLabel('Ids of people').fill(`nobody-${someone.userId}`);
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(
    editor.getByRole('region', { name: 'Notifications' }).getByText('Segment saved.'),
  ).toBeVisible();
  await page.reload();
  await widget.openPanel();
  await expect(widget.panel.getByText(banner)).toHaveCount(0);

  // it is not deleted under the announcement
  await editor.getByRole('button', { name: 'Delete' }).click();
  const dialog = editor.getByRole('dialog', { name: `Delete “${name}”?` });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByText(`“${banner}”`)).toBeVisible();
  await api.send('POST', `/v1/announcements/${made.data.id}/archive`, {}, '*');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(editor).toHaveURL(/\/console\/segments$/);
  await expect(editor.getByRole('link', { name })).toHaveCount(0);
});
