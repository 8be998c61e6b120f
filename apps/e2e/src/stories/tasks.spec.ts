import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

interface Answer {
  id: string;
  contact: { id: string; name: string | null; erased: boolean };
}

test('what is promised beside an answer comes up in the day, is done there, and stands with the person', async ({
  staff,
  api,
}) => {
  const TASK = 'Send the story a plan';
  const answers = await api.list<Answer>('/v1/responses', { band: 'passive' });
  const answer = answers.find(({ contact }) => contact.name !== null && !contact.erased);
  const day = await staff('');
  const reading = await staff(`/feedback?answer=${answer?.id}`);
  const tasks = reading.getByRole('group', { name: 'Tasks' });
  await expect(tasks.getByRole('button', { name: 'Add task' })).toBeVisible();
  await reading.keyboard.press('a');
  const dialog = reading.getByRole('dialog');
  await expect(dialog.getByLabel('What is to be done')).toBeFocused();
  await reading.keyboard.type(TASK);
  await dialog.getByRole('button', { name: 'Today' }).click();
  await expectAccessible(reading, 'a task that is written');
  await dialog.getByRole('button', { name: 'Add task' }).click();
  await expect(tasks.getByRole('listitem')).toContainText('Due today');

  const work = day.getByRole('listitem').filter({ hasText: TASK });
  await expect(work).toContainText(answer?.contact.name ?? '');
  await work.getByRole('button', { name: `Done: ${TASK}` }).click();
  await expect(work).toBeHidden();
  await expect(tasks.getByRole('listitem')).toHaveCount(0);

  await reading.goto(reading.url().replace(/feedback.*/, `contacts/${answer?.contact.id}`));
  await reading.getByRole('button', { name: /^Show \d+ done/ }).click();
  const done = reading.getByRole('checkbox', { name: `Done: ${TASK}` });
  await expect(done).toBeChecked();
  await done.click();
  await expect(work).toBeVisible();
});
