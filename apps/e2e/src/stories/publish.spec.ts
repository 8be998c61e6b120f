import { SHARED_CHECKLIST } from '../demo/cast.ts';
import { visit } from '../demo/visit.ts';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

const CHECKLIST = 'Set up your team space';
const STEP = 'Write your first note';
const NEW_STEP = 'Write the first note of your team';

test('the team edits a step and publishes: an open page has it within a minute, a new session at once, and who had finished is not reopened', async ({
  page,
  person,
  hostFor,
  demo,
  api,
  staff,
  device,
}) => {
  const [checklists, someone, finished] = await Promise.all([
    api.list<{ id: string; slug: string; version: number }>('/v1/checklists'),
    person('onboarding'),
    person('onboarded'),
  ]);
  const checklist = checklists.find(({ slug }) => slug === SHARED_CHECKLIST);
  if (!checklist) throw new Error('The demo has changed');
  const address = hostFor(someone.userId);
  const widget = widgetOn(page);
  const openChecklist = async () => {
    await widget.openPanel();
    await widget.panel.getByRole('button', { name: CHECKLIST }).first().click();
  };
  await page.clock.install();
  await page.goto(address);
  await openChecklist();
  await expect(widget.step(STEP)).toBeVisible();
  const before = (await visit(demo, finished.userId)).progress[checklist.id];
  expect(before?.completedAt).toBeDefined();

  const editor = await staff(`/checklists/${checklist.id}`);
  await editor.getByRole('region', { name: 'Steps' }).getByRole('button', { name: STEP }).last().click();
  const title = editor.getByRole('textbox', { name: 'Title' });
  await expect(title).toHaveValue(STEP);
  await title.fill(NEW_STEP);
  await editor.getByRole('button', { name: `Publish v${checklist.version + 1}` }).click();
  const dialog = editor.getByRole('dialog', { name: `Publish version ${checklist.version + 1}?` });
  await expect(dialog).toContainText('Those who have finished are not reopened.');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(editor.getByText(`Version ${checklist.version + 1} is live.`, { exact: true })).toBeVisible();

  await page.clock.fastForward(60_000);
  await expect(widget.step(NEW_STEP)).toBeVisible();
  await expect(widget.step(STEP)).toHaveCount(0);

  await page.goto(address);
  await openChecklist();
  await expect(widget.step(NEW_STEP)).toBeVisible();

  const other = await device();
  await other.goto(hostFor(finished.userId));
  const theirs = widgetOn(other);
  await expect(theirs.launcher).not.toHaveAccessibleName(/steps? left|of \d+ steps? done/);
  await other.evaluate((slug) => {
    const { banso } = window;
    return banso && !Array.isArray(banso) ? banso.open(slug) : false;
  }, SHARED_CHECKLIST);
  const { done = 0, total = 0 } = before ?? {};
  await expect(theirs.panel.getByText(`All ${total} done`, { exact: false })).toBeVisible();
  await expect(theirs.step(NEW_STEP)).toBeVisible();
  expect((await visit(demo, finished.userId)).progress[checklist.id]).toMatchObject({
    done,
    total,
    completedAt: before?.completedAt,
  });
});
