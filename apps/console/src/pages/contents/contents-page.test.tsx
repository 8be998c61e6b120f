import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aChecklist, anId, aRecord } from './testing/drafts.ts';
import { opened, signIn, SOON } from './testing/opened.tsx';
import { StandIn } from './testing/stand-in.ts';

let api: StandIn;
const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
const choose = async (name: string, item: string) => {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

beforeEach(() => {
  api = new StandIn().install();
  const draft = aChecklist({ title: { en: 'Start' } }, { locales: ['en', 'ja'] });
  api.add(
    'checklist',
    aRecord(draft, {
      id: anId('chk', 1),
      name: 'First steps',
      status: 'published',
      version: 7,
      last30Days: { shown: 1_284, opened: 902, answered: 0, completed: 131, dismissed: 3 },
    }),
    draft,
  );
  api.add('checklist', aRecord(draft, { id: anId('chk', 2), name: 'Security review' }));
});

describe('the list', () => {
  test('says how each content stands, what happened with it, and where texts are missing', async () => {
    opened('checklists');
    await expect.element(row('First steps')).toMatchTextContent(/Live.*v7.*1,284.*902.*131/);
    await expect.element(row('First steps')).toMatchTextContent(/4 texts missing in Japanese/);
    await expect.element(row('Security review')).toMatchTextContent(/Draft.*Not published/);
  });

  test('is filtered and ordered in the address', async () => {
    opened('checklists?status=draft');
    await expect.element(row('Security review')).toBeVisible();
    await expect.element(row('First steps')).not.toBeInTheDocument();
    opened('checklists?status=paused');
    await expect.element(page.getByText('Nothing is “Paused”')).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'Name' }).click();
    await page.getByRole('button', { name: 'Name' }).click();
    await expect.poll(() => location.search, SOON).toBe('?sort=-name');
    await expect
      .poll(() => [...document.querySelectorAll('tbody th')].map((name) => name.textContent?.trim()), SOON)
      .toEqual(['Security review', 'First stepsEdited']);
  });

  test('is walked through with j and k, and opened with Enter', async () => {
    opened('checklists');
    await expect.element(row('First steps')).toBeVisible();
    await userEvent.keyboard('jj{Enter}');
    await expect.poll(() => location.pathname, SOON).toBe(`/console/checklists/${anId('chk', 2)}`);
  });

  test('tells when it does not load, and loads again', async () => {
    api.isAway = true;
    opened('checklists');
    await expect.element(page.getByText('The list did not load'), { timeout: 15_000 }).toBeVisible();
    api.isAway = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(row('First steps')).toBeVisible();
  }, 20_000);
});

describe('actions', () => {
  test('pause and undo', async () => {
    opened('checklists');
    await choose('First steps', 'Pause');
    await expect.element(row('First steps')).toMatchTextContent(/Paused/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(row('First steps')).toMatchTextContent(/Live/);
  });

  test('delete a draft and undo: the words come back', async () => {
    opened('checklists');
    await choose('Security review', 'Delete draft');
    await expect.element(row('Security review')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(row('Security review')).toBeVisible();
  });

  test('archive says first what happens to people', async () => {
    opened('checklists');
    await choose('First steps', 'Archive');
    const dialog = page.getByRole('dialog', { name: 'Archive “First steps”?' });
    await expect.element(dialog).toMatchTextContent(/Customers no longer see it/);
    await dialog.getByRole('button', { name: 'Archive' }).click();
    await expect.element(row('First steps')).not.toBeInTheDocument();
    opened('checklists?status=archived');
    await expect.element(row('First steps')).toMatchTextContent(/Archived/);
  });

  test('rename needs a name', async () => {
    opened('checklists');
    await choose('First steps', 'Rename');
    const name = page.getByRole('dialog').getByLabelText('Name');
    await name.fill(' ');
    await userEvent.keyboard('{Enter}');
    await expect.element(name).toHaveAccessibleDescription(/Give it a name/);
    await name.fill('Zero steps');
    await userEvent.keyboard('{Enter}');
    await expect.element(row('Zero steps')).toBeVisible();
  });

  test('are only those that a member may do', async () => {
    signIn(['read']);
    opened('checklists?new=1');
    await expect.element(row('First steps')).toBeVisible();
    expect(document.querySelectorAll('tbody .btn, .bar .btn, dialog')).toHaveLength(0);
  });
});

describe('a new content', () => {
  test('is named and opened in its editor', async () => {
    opened('checklists?new=1');
    await page.getByRole('dialog', { name: 'New checklist' }).getByLabelText('Name').fill('Third');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Third', level: 1 })).toBeVisible();
  });

  test('starts from the example when there is none yet', async () => {
    api.contents = [];
    opened('checklists');
    await expect.element(page.getByText('Show people the way to their first result')).toBeVisible();
    await page.getByRole('button', { name: 'Start with this example' }).click();
    await expect.element(page.getByRole('heading', { name: 'Getting started', level: 1 })).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: 'Publish v1' }))
      .not.toHaveAttribute('aria-disabled');
  });
});
