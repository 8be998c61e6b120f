import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('two who open one checklist see each other, until one of them leaves', async ({ api, staff }) => {
  const {
    data: { id },
  } = await api.send<{ id: string }>('POST', '/v1/checklists', { name: 'Written by two' });
  const first = await staff(`/checklists/${id}`);
  const second = await staff(`/checklists/${id}`);
  const [here, there] = [first, second].map((page) => page.getByRole('img', { name: 'You, in another tab' }));
  await expect(here!).toBeVisible();
  await expect(there!).toBeVisible();
  await expectAccessible(first, 'an editor that somebody else has open too');
  await second.goto('about:blank');
  await expect(here!).toBeHidden();
});
