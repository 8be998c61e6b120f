import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

interface Content {
  id: string;
  draft: { delivery: object; body: object };
}
interface Exported {
  files: { path: string; text: string }[];
}

test('a survey is copied from one workspace to another, with what it asks for, and again over the work of somebody there', async ({
  api,
  demo,
  staff,
}) => {
  const unique = `${Date.now().toString(36)}-${process.pid}`;
  const [guide, survey] = [`Copied guide ${unique}`, `Copied survey ${unique}`];
  const { data: asked } = await api.send<Content>('POST', '/v1/checklists', {
    name: guide,
    template: 'first-week',
  });
  const made = await api.send<Content>('POST', '/v1/surveys', { name: survey });
  const { id, draft } = made.data;
  const completed = { type: 'content', contentId: asked.id, phase: 'completed', happened: true };
  const segment = `Copied segment ${unique}`;
  const { data: kept } = await api.send<{ id: string }>('POST', '/v1/segments', {
    name: segment,
    condition: { type: 'list', subject: 'contact', ids: ['kenji', 'mika'] },
  });
  const audience = { type: 'any', of: [completed, { type: 'segment', segmentId: kept.id }] };
  await api.send(
    'PATCH',
    `/v1/surveys/${id}`,
    { draft: { ...draft, delivery: { ...draft.delivery, audience } } },
    made.etag,
  );

  const page = await staff('/');
  const there = await page.evaluate(async (name) => {
    const answer = await fetch('/v1/workspaces', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    return (await answer.json()) as { id: string; name: string };
  }, `Production ${unique}`);
  const filesOf = (workspace: string, query: string) =>
    page.evaluate(
      async ([to, path]) => {
        const answer = await fetch(path ?? '', { headers: to ? { 'banso-workspace': to } : {} });
        return ((await answer.json()) as Exported).files;
      },
      [workspace, `/v1/exports/content${query}`],
    );
  const here = await page.evaluate(async () => {
    const answer = await fetch('/v1/me');
    return ((await answer.json()) as { workspaces: { id: string; name: string }[] }).workspaces[0];
  });
  if (!here) throw new Error('There is no workspace');

  const dialog = page.getByRole('dialog', { name: 'Copy to another workspace' });
  const openDialog = async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Copy to another workspace' }).click();
    await dialog.getByLabel('Workspace').selectOption(there.name);
  };
  const copy = dialog.getByRole('button', { name: 'Copy', exact: true });

  // the first time it is created there, and what it asks for goes along
  await page.goto(`${demo.url}/console/surveys/${id}`);
  await openDialog();
  await expect(dialog.getByText(`“${there.name}” does not have this yet.`)).toBeVisible();
  await expect(dialog.getByRole('region', { name: '2 things go along' }).getByText(guide)).toBeVisible();
  await expect(dialog.getByRole('region', { name: '2 things go along' }).getByText(segment)).toBeVisible();
  await expectAccessible(page, 'copy to another workspace');
  await copy.click();
  await expect(dialog.getByText(`Copied to “${there.name}”`)).toBeVisible();
  const selection = `?content=${id}&references=true`;
  expect(await filesOf(there.id, '')).toEqual(await filesOf(here.id, selection));

  // somebody goes on with it there
  await dialog.getByRole('button', { name: `Open it in “${there.name}”` }).click();
  await expect(page.getByRole('heading', { level: 1, name: survey })).toBeVisible();
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();
  const title = page.getByLabel('Title', { exact: true });
  await title.fill('Words of production');
  await expect.poll(async () => JSON.stringify(await filesOf(there.id, ''))).toContain('Words of production');

  // and here it changes too
  await page.getByRole('button', { name: there.name }).click();
  await page.getByRole('menuitemcheckbox', { name: here.name, exact: true }).click();
  await page.goto(`${demo.url}/console/surveys/${id}`);
  await title.fill('Words of staging');
  await openDialog();
  await expect(dialog.getByText(`Somebody worked on this draft in “${there.name}”`)).toBeVisible();
  const changes = dialog.getByRole('region', { name: 'What changes there' });
  await expect(changes.locator('del').first()).toContainText('production');
  await expect(changes.locator('ins').first()).toContainText('staging');
  await expect(copy).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(page, 'copy over the work of somebody');
  await dialog.getByLabel('Replace the draft there').check();
  await copy.click();
  await expect(dialog.getByText(`Copied to “${there.name}”`)).toBeVisible();
  expect(await filesOf(there.id, '')).toEqual(await filesOf(here.id, selection));
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  // nothing is left to do
  await openDialog();
  await expect(dialog.getByText(`“${there.name}” has exactly this draft.`)).toBeVisible();
  await expect(copy).toHaveCount(0);
});
