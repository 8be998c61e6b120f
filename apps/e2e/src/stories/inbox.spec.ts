import { readFile } from 'node:fs/promises';
import { joinTeam } from '../console/join-team.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

interface Answer {
  id: string;
  tags: string[];
  contact: { name: string | null; erased: boolean };
}

test('one tags an answer and calls a colleague to it by keyboard; the other sees it live', async ({
  staff,
  device,
  api,
}) => {
  const TAG = 'Story triage';
  const NOTE = 'can you take this one?';
  const VIEW = 'Story view';
  const answers = await api.list<Answer>('/v1/responses', { band: 'detractor', hasComment: 'true' });
  const answer = answers.findLast(({ contact }) => !contact.erased);
  const own = await staff('/accounts');
  const other = await device();
  await joinTeam(own, other, 'Noor Inbox');
  await own.goto(
    own.url().replace(/accounts.*/, `feedback?view=detractors&comment=true&answer=${answer?.id}`),
  );
  const field = own.getByRole('textbox', { name: 'Write an internal note' });
  await expect(field).toBeVisible();

  await own.keyboard.press('n');
  await own.keyboard.type('@noor');
  await expect(own.getByRole('listbox', { name: 'Colleagues' })).toContainText('Noor Inbox');
  await own.keyboard.press('Enter');
  await expect(field).toHaveValue('@Noor Inbox ');
  await own.keyboard.type(NOTE);
  await own.keyboard.press('Control+Enter');
  const notes = own.getByRole('group', { name: 'Internal notes' });
  await expect(notes.getByRole('listitem')).toContainText(`@Noor Inbox ${NOTE}`);
  await expect(field).toHaveValue('');

  const call = other.getByRole('listitem').filter({ hasText: 'calls you in a note' });
  await expect(call).toContainText(NOTE);
  await call.getByRole('button', { name: 'Open note' }).click();
  const theirs = other.getByRole('article');
  await expect(theirs.getByText('calls you', { exact: true })).toBeVisible();

  await own.getByRole('heading', { name: 'Feedback' }).click();
  await own.keyboard.press('t');
  const dialog = own.getByRole('dialog');
  await expect(dialog.getByLabel('Tags', { exact: true })).toBeFocused();
  await own.keyboard.type(TAG);
  await own.keyboard.press('Enter');
  await expectAccessible(own, 'tags of an answer');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const tags = theirs.getByRole('group', { name: 'Tags' });
  await expect(tags).toContainText(TAG);
  await own.keyboard.press('z');
  await expect(tags).not.toContainText(TAG);

  await own.keyboard.press('x');
  const bulk = own.getByRole('group', { name: 'Selected answers' });
  await expect(bulk).toContainText('1 selected');
  await bulk.getByRole('button', { name: 'Tag' }).click();
  await dialog.getByLabel('Add').fill(TAG);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(tags).toContainText(TAG);
  await expectAccessible(own, 'an answer with notes and tags, selected');

  await own.getByRole('button', { name: /^Tag any/ }).click();
  await own.getByRole('option', { name: TAG }).click();
  await expect(own.getByRole('region', { name: 'Answers' }).getByRole('listitem')).toHaveCount(1);
  await own.getByRole('button', { name: 'Save view' }).click();
  await dialog.getByLabel('Name').fill(VIEW);
  await dialog.getByText('Share with everybody').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(own.getByRole('tab', { name: VIEW, selected: true })).toBeVisible();

  await other.reload();
  await other.getByRole('tab', { name: VIEW }).click();
  await expect(other.getByRole('region', { name: 'Answers' }).getByRole('listitem')).toHaveCount(1);
  const coming = other.waitForEvent('download');
  await other.getByRole('button', { name: 'CSV' }).click();
  const lines = (await readFile(await (await coming).path(), 'utf8')).trim().split('\r\n');
  expect(lines.filter((line) => line.startsWith('"rsp_'))).toHaveLength(1);
  expect(lines.join('\n')).toContain(answer?.id);

  await other.getByRole('link', { name: 'My day' }).first().click();
  await expect(other.getByRole('heading', { name: 'My day' })).toBeVisible();
  await expect(other.getByRole('list').first()).toBeVisible();
  await expect(call).toHaveCount(0);
});

test('an answer that was only a try is called a test: it leaves the list, stands under its filter, and comes back', async ({
  staff,
  api,
}) => {
  const answers = await api.list<Answer>('/v1/responses', { band: 'promoter' });
  const answer = answers.findLast(({ contact }) => !contact.erased);
  const listed = async (tests?: string) =>
    (await api.list<Answer>('/v1/responses', { band: 'promoter', ...(tests && { tests }) })).some(
      ({ id }) => id === answer?.id,
    );
  const page = await staff(`/feedback?band=promoter&answer=${answer?.id}`);
  const pane = page.getByRole('article');
  await pane.getByRole('button', { name: 'Mark as test' }).click();
  await expect(pane.getByText('It is in no number.')).toBeVisible();
  expect([await listed(), await listed('only')]).toEqual([false, true]);

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Tests' }).click();
  await page.getByRole('button', { name: /^Tests left out/ }).click();
  await page.getByRole('option', { name: 'nothing else' }).click();
  const rows = page.getByRole('region', { name: 'Answers' }).getByRole('listitem');
  await expect(rows.filter({ hasText: 'Test' })).toHaveCount(1);
  await rows.getByRole('button').click();
  await expectAccessible(page, 'an answer that is a test');
  await pane.getByRole('button', { name: 'Not a test' }).click();
  await expect(rows).toHaveCount(0);
  expect([await listed(), await listed('only')]).toEqual([true, false]);
});
