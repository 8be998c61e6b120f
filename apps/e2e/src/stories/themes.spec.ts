import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('a theme is made beside the real widget, chosen by a content, worn in the page, and changed with effect at once', async ({
  page,
  person,
  hostFor,
  api,
  staff,
}) => {
  const someone = await person('asked');
  const name = `Brand of ${someone.account.name}`;

  // the guard says what customers will see of a colour, before anything is saved
  const editor = await staff('/settings/themes');
  await editor.getByRole('button', { name: 'New theme' }).click();
  await expect(editor.getByLabel('Name', { exact: true })).toHaveValue(/^Theme \d+$/);
  await editor.getByLabel('Name', { exact: true }).fill(name);
  await editor.getByLabel('Accent', { exact: true }).fill('#0ea5a4');
  const guard = editor.getByRole('region', { name: 'What customers see of the accent' });
  await expect(guard.getByText(/^#0ea5a4 becomes #/).first()).toBeVisible();
  await expect(editor.locator('banso-panel').first()).toBeVisible();
  await expectAccessible(editor, 'a theme');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByRole('link', { name: new RegExp(`^${name}`) })).toBeVisible();
  const id = new URL(editor.url()).searchParams.get('theme') ?? '';

  // a content chooses it, and its checks tell of the correction
  interface Made {
    id: string;
    draft: { delivery: object; body: object };
  }
  const title = `News for ${someone.account.name}`;
  const made = await api.send<Made>('POST', '/v1/announcements', { name: title });
  const { delivery, body } = made.data.draft;
  const audience = { type: 'list', subject: 'contact', ids: [someone.userId] };
  await api.send(
    'PATCH',
    `/v1/announcements/${made.data.id}`,
    {
      draft: {
        defaultLocale: 'en',
        locales: ['en'],
        delivery: { ...delivery, audience },
        body: { ...body, title: { en: title }, body: { en: title }, mode: 'badge' },
      },
    },
    made.etag,
  );
  const goTo = (path: string) => editor.goto(new URL(path, editor.url()).href);
  await goTo(`/console/announcements/${made.data.id}?tab=delivery`);
  await editor.getByLabel('Theme', { exact: true }).selectOption(name);
  await expect(editor.getByText('Saved', { exact: false }).first()).toBeVisible();
  await expect
    .poll(async () => {
      const { warnings } = await api.get<{ warnings: object[] }>(`/v1/announcements/${made.data.id}/checks`);
      return warnings;
    })
    .toContainEqual({ path: 'theme.accent', code: 'contrast' });
  await api.send('POST', `/v1/announcements/${made.data.id}/publish`, {}, '*');

  // the page: home wears the default theme, the announcement its own, panel and all
  const widget = widgetOn(page);
  await page.goto(hostFor(someone.userId));
  const accentOf = (element: string) =>
    page
      .locator(element)
      .locator('[part~=base]')
      .first()
      .evaluate((base: HTMLElement) => base.style.getPropertyValue('--theme-accent'));
  await widget.openPanel();
  const usual = await accentOf('banso-panel');
  expect(usual).not.toBe('#0ea5a4');
  await widget.panel.getByText(title).first().click();
  await expect.poll(() => accentOf('banso-panel')).toBe('#0ea5a4');
  await expect.poll(() => accentOf('banso-announcement')).toBe('#0ea5a4');

  // a change is there at the next visit; it is not deleted under the content
  await api.send('PATCH', `/v1/themes/${id}`, { look: { accent: '#884400' } }, '*');
  await page.reload();
  await widget.openPanel();
  await widget.panel.getByText(title).first().click();
  await expect.poll(() => accentOf('banso-announcement')).toBe('#884400');
  await goTo(`/console/settings/themes?theme=${id}`);
  await editor.getByRole('button', { name: 'Delete' }).click();
  await expect(editor.getByRole('dialog').getByText(title, { exact: false })).toBeVisible();
});
