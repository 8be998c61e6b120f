import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('somebody finds answers by a word, follows it as a topic, and drafts what to tell those who said it', async ({
  staff,
  api,
}) => {
  const page = await staff('/feedback');
  await page.getByLabel('Search words').fill('検索');
  await expect(page).toHaveURL(/words=/);
  const answers = page.getByRole('region', { name: 'Answers' }).getByRole('listitem');
  await expect(answers.filter({ hasNotText: '検索' })).toHaveCount(0);
  await expect(answers.first()).toContainText('検索');

  await page.goto(page.url().replace(/feedback.*/, 'topics'));
  await page.getByRole('button', { name: 'New topic' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Story sharing');
  await dialog.getByLabel('The answer holds one of these words').fill('共有\n공유\nshar');
  await expectAccessible(page, 'a new topic');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expectAccessible(page, 'topics');
  await page.getByRole('link', { name: 'Story sharing' }).click();
  await expect(page.getByText('All older answers have been looked at.')).toBeVisible();
  const said = page.getByRole('region', { name: 'Latest answers' }).getByRole('listitem');
  await expect(said.first()).toContainText(/共有|공유|shar/i);
  await expectAccessible(page, 'one topic');

  const topicId = /topics\/(top_[^?]+)/.exec(page.url())?.[1] ?? '';
  const before = await api.list<{ id: string }>('/v1/responses', { topicId });
  await said.first().getByRole('link').click();
  await page.getByRole('button', { name: 'Remove Story sharing' }).click();
  await expect(page.getByText('“Story sharing” was taken off.', { exact: true })).toBeVisible();
  const after = await api.list<{ id: string }>('/v1/responses', { topicId });
  expect(after).toHaveLength(before.length - 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Remove Story sharing' })).toBeVisible();

  // its answers carry it in the list too, which is narrowed down to it by the address
  await page.goto(page.url().replace(/feedback.*/, `feedback?topic=${topicId}`));
  await expect(answers.first()).toContainText('Topic: Story sharing');
  await expect(answers.filter({ hasNotText: 'Story sharing' })).toHaveCount(0);
  await answers.first().getByRole('button').click();

  await page.getByRole('link', { name: 'Story sharing' }).last().click();
  await page.getByRole('button', { name: 'Tell those who said it' }).click();
  await expect(page).toHaveURL(/\/announcements\/ann_/);
  await expect(page.getByLabel('Title').first()).toHaveValue('You said it, we did it');

  await api.send('PATCH', `/v1/topics/${topicId}`, { status: 'dismissed' }, '*');
});
