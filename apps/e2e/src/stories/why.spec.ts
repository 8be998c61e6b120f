import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

const SURVEY = 'Relationship NPS';

test('why was somebody not asked? their page says it in a sentence, with what came before, and what would change it', async ({
  page,
  person,
  hostFor,
  staff,
}) => {
  const { userId, contactId, name } = await person('asked');
  await page.goto(hostFor(userId));
  const widget = widgetOn(page);
  await expect(widget.survey).toBeVisible();
  await widget.survey.getByRole('button', { name: 'Ask me later' }).click();
  await widget.sent();

  const team = await staff(`/contacts/${contactId}`);
  const why = team.getByRole('region', { name: 'Why' });
  const notAsked = why.getByText(`${name} was not asked “${SURVEY}”, because it was shown the same day`);
  await expect(async () => {
    await team.reload();
    await expect(notAsked).toBeVisible({ timeout: 2_000 });
  }).toPass();

  await why.getByRole('combobox', { name: 'Content' }).selectOption(SURVEY);
  const changes = why.getByRole('list', { name: 'How it changed' });
  await expect(changes.getByText(`“${SURVEY}” opened by itself for ${name}`).first()).toBeVisible();
  await expect(changes.getByRole('listitem').first()).toContainText('because it was shown the same day');

  await why.getByRole('button', { name: 'What if…' }).click();
  const form = why.getByRole('region', { name: 'What if' });
  await form.getByRole('combobox', { name: 'Change' }).selectOption('Last interruption');
  await form.getByLabel('When').fill('2027-06-01T09:00');
  await form.getByRole('button', { name: 'Work it out' }).click();
  const result = form.getByRole('group', { name: 'Result' });
  const changed = result.getByRole('listitem').filter({ hasText: new RegExp(`^${SURVEY}`) });
  await expect(changed).toContainText('Held back: it was shown');
  await expect(changed).toContainText('Opens by itself');
  await expectAccessible(team, 'why');

  await why.getByRole('link', { name: 'All decisions' }).click();
  await expect(team.getByRole('heading', { name: 'Decisions' })).toBeVisible();
  await expect(team.getByRole('list', { name: 'Decisions' }).getByRole('listitem').first()).toContainText(
    name,
  );
  await expectAccessible(team, 'decisions');

  await team.getByRole('link', { name: 'Surveys', exact: true }).click();
  await team.getByRole('heading', { name: 'Surveys' }).waitFor();
  await team.getByRole('link', { name: SURVEY }).click();
  const preview = team.getByRole('region', { name: 'Preview' });
  await preview.getByRole('button', { name: 'As anyone' }).click();
  await team.getByRole('searchbox', { name: 'Name, e-mail or user id' }).fill(userId);
  await team.getByRole('button', { name, exact: true }).click();
  await expect(preview.getByText('If this draft were live now: Held back: it was shown')).toBeVisible();
  await expectAccessible(team, 'the preview as one customer');
});
