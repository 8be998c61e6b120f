import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('before publishing the team sees what the next 14 days would be, and publishes nothing', async ({
  staff,
  api,
}) => {
  const surveys = await api.list<{ id: string; slug: string; version: number }>('/v1/surveys');
  const nps = surveys.find(({ slug }) => slug === 'relationship-nps');
  if (!nps) throw new Error('The demo has changed');
  const { draft } = await api.get<{ draft: object }>(`/v1/surveys/${nps.id}`);
  const copy = await api.send<{ id: string }>('POST', '/v1/surveys', { name: 'Story of an outlook', draft });
  const page = await staff(`/surveys/${copy.data.id}`);
  await page.getByRole('button', { name: 'Publish v1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish version 1?' });
  const outlook = dialog.getByRole('region', { name: 'The next 14 days with this live' });
  await expect(outlook).toContainText(/would open for \d+ of the \d+ people who are expected/);
  await expect(outlook).toContainText('For');
  await expectAccessible(page, 'publishing with its outlook');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  const after = await api.get<{ version: number | null }>(`/v1/surveys/${copy.data.id}`);
  expect(after.version).toBeNull();
});
