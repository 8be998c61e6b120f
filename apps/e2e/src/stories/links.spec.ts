import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('the team has the links of a draft looked at, mends the dead one, and sees it before publishing', async ({
  staff,
  api,
}) => {
  const web = createServer(
    ({ url }, response) => void response.writeHead(url === '/there' ? 200 : 404).end(),
  );
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const made = await api.send<{ id: string; draft: { body: object } }>('POST', '/v1/resources', {
    name: 'Story of a dead link',
  });
  const { id, draft } = made.data;
  const body = { ...draft.body, type: 'link', url: `${origin}/moved` };
  await api.send('PATCH', `/v1/resources/${id}`, { draft: { ...draft, body } }, made.etag);

  const page = await staff(`/resources/${id}`);
  await page.getByRole('button', { name: 'Check links' }).click();
  const dialog = page.getByRole('dialog', { name: 'Check links' });
  await expect(dialog).toContainText('There is nothing at this address any more.');
  await expectAccessible(page, 'links that were checked');
  await dialog.getByRole('listitem').getByRole('button').click();
  const field = page.locator('[data-path="url"]');
  await expect(field).toBeFocused();
  await expect(page.locator('.field', { has: field })).toContainText(
    'There is nothing at this address any more.',
  );

  await field.fill(`${origin}/there`);
  await page.getByRole('button', { name: 'Publish v1' }).click();
  const links = page
    .getByRole('dialog', { name: 'Publish version 1?' })
    .getByRole('region', { name: 'Links' });
  await expect(links).toContainText('1 link answers.');
  await new Promise((done) => web.close(done));
});
