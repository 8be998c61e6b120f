import { PLAYGROUND_CUSTOMERS, SHARED_CHECKLIST } from '../demo/cast.ts';
import type { Contact } from '../demo/records.ts';
import { visit } from '../demo/visit.ts';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

const CHECKLIST = 'Set up your team space';
const STEP = 'Agree where meeting notes live';

test('a customer completes a step: the open console shows it', async ({ page, demo, api, staff }) => {
  const { userId, name } = PLAYGROUND_CUSTOMERS.en;
  const [contacts, checklists] = await Promise.all([
    api.list<Contact>('/v1/contacts', { search: name }),
    api.list<{ id: string; slug: string; name: string }>('/v1/checklists'),
  ]);
  const account = contacts.find(({ externalId }) => externalId === userId)?.account;
  const checklist = checklists.find(({ slug }) => slug === SHARED_CHECKLIST);
  if (!account || !checklist) throw new Error('The demo has changed');
  const { done = 0, total = 0 } = (await visit(demo, userId)).progress[checklist.id] ?? {};

  const accountPage = await staff(`/accounts/${account.id}`);
  const card = accountPage.getByRole('region', { name: checklist.name });
  await expect(card.getByText(`${done} of ${total}`)).toBeVisible();
  const results = await staff(`/checklists/${checklist.id}?tab=results`);
  const line = results.getByRole('row', { name: account.name });
  await expect(line.getByText(`${done} of ${total}`).first()).toBeVisible();

  await page.goto(`${demo.playgroundUrl}?user=en`);
  const widget = widgetOn(page);
  await widget.openPanel();
  await widget.panel.getByRole('button', { name: CHECKLIST }).click();
  const step = widget.step(STEP);
  const fold = step.getByRole('button', { name: STEP });
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  await step.getByRole('button', { name: 'Mark as done' }).click();

  await expect(card.getByText(`${done + 1} of ${total}`)).toBeVisible();
  await expect(line.getByText(`${done + 1} of ${total}`).first()).toBeVisible();
  const entry = accountPage
    .getByRole('list', { name: 'Timeline' })
    .getByRole('listitem')
    .filter({ hasText: STEP });
  await expect(entry.first()).toContainText(`${name} finished “${STEP}”`);
});
