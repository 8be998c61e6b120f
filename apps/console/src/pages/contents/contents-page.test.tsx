import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aChecklist, anId, aRecord } from './testing/drafts.ts';
import { opened, signIn } from './testing/opened.tsx';
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
    await expect.poll(() => location.search).toBe('?sort=-name');
    await expect
      .poll(() => [...document.querySelectorAll('tbody th')].map((name) => name.textContent?.trim()))
      .toEqual(['Security review', 'First stepsEdited']);
  });

  test('is filtered by the language that is incomplete, in the address', async () => {
    const whole = aChecklist({ title: { en: 'A', ja: 'あ' }, steps: [] }, { locales: ['en', 'ja'] });
    api.add('checklist', aRecord(whole, { id: anId('chk', 3), name: 'Whole' }));
    opened('checklists?incomplete=ja');
    await expect.element(row('First steps')).toMatchTextContent(/ja0\/4/);
    await expect.element(row('Whole')).not.toBeInTheDocument();
    await page.getByRole('button', { name: /Incomplete in/ }).click();
    await page
      .getByRole('radio', { name: 'Korean' })
      .or(page.getByText('Korean', { exact: true }))
      .first()
      .click();
    await expect.element(page.getByText('Nothing is incomplete in Korean')).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.element(row('Whole')).toBeVisible();
  });

  test('is walked through with j and k, and opened with Enter', async () => {
    opened('checklists');
    await expect.element(row('First steps')).toBeVisible();
    await userEvent.keyboard('jj{Enter}');
    await expect.poll(() => location.pathname).toBe(`/console/checklists/${anId('chk', 2)}`);
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

describe('tags', () => {
  const dialog = () => page.getByRole('dialog');

  test('of one content are entered with suggestions, each once, and found in the address', async () => {
    api.add('survey', aRecord(aChecklist(), { id: anId('srv', 1), name: 'NPS', tags: ['Feedback'] }));
    opened('checklists');
    await choose('First steps', 'Tags');
    const input = dialog().getByLabelText('Tags');
    await expect
      .poll(() => document.querySelector('datalist option')?.getAttribute('value'))
      .toBe('Feedback');
    await input.fill('Onboarding');
    await userEvent.keyboard('{Enter}');
    await input.fill('ONBOARDING');
    await userEvent.keyboard('{Enter}');
    await input.fill('第一週、');
    await input.fill('Q3');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect.element(row('First steps')).toMatchTextContent(/Onboarding.*第一週.*Q3/);
    expect(api.writes.at(-1)?.body).toEqual({ tags: ['Onboarding', '第一週', 'Q3'] });
    await row('First steps').getByRole('link', { name: 'Tag Q3' }).click();
    await expect.poll(() => location.search).toBe('?tag=Q3');
    await expect.element(row('Security review')).not.toBeInTheDocument();
    await expect.element(row('First steps')).toBeVisible();
  });

  test('are put on several and taken away, and what is neither is asked for', async () => {
    opened('checklists');
    await page.getByRole('checkbox', { name: /Select all/ }).click();
    await page.getByRole('button', { name: 'Tags of 2' }).click();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect.element(dialog().getByRole('alert')).toMatchTextContent(/Enter a tag/);
    await dialog().getByLabelText('Add').fill('Onboarding');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect.element(row('Security review')).toMatchTextContent(/Onboarding/);
    await expect.element(row('First steps')).toMatchTextContent(/Onboarding/);
    await expect.element(page.getByRole('button', { name: 'Tags of 2' })).not.toBeInTheDocument();
  });
});

describe('a new content', () => {
  test('is named and opened in its editor', async () => {
    opened('checklists?new=1');
    await page.getByRole('dialog', { name: 'New checklist' }).getByLabelText('Name').fill('Third');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Third', level: 1 })).toBeVisible();
  });

  test('starts from a template that is seen before it is chosen, and takes its name', async () => {
    const draft = aChecklist(
      { title: { en: 'Your first week', ja: '最初の1週間' } },
      { locales: ['en', 'ja'] },
    );
    api.templates = [
      {
        id: 'first-week',
        kind: 'checklist',
        name: 'First week',
        purpose: 'For each new person.',
        adjust: 'The events.',
        minutes: 20,
        locales: ['en', 'ja'],
        steps: 3,
        draft,
      },
    ];
    opened('checklists?new=1');
    const dialog = page.getByRole('dialog', { name: 'New checklist' });
    await expect.element(dialog.getByRole('radio', { name: 'Blank' })).toBeChecked();
    await dialog.getByRole('radio', { name: 'Blank' }).click();
    await userEvent.keyboard('{ArrowDown}');
    const card = dialog.getByRole('radio', { name: 'First week' });
    await expect.element(card).toBeChecked();
    await expect
      .element(card)
      .toHaveAccessibleDescription('For each new person. 3 steps · about 20 min for a customer');
    await expect.element(dialog.getByRole('heading', { name: 'Your first week' })).toBeVisible();
    await dialog.getByRole('radio', { name: 'JA' }).click();
    await expect.element(dialog.getByRole('heading', { name: '最初の1週間' })).toBeVisible();
    await expect.element(dialog.getByLabelText('Name')).toHaveValue('First week');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await expect.element(page.getByRole('heading', { name: 'First week', level: 1 })).toBeVisible();
    expect(api.writes.at(-1)?.body).toEqual({ name: 'First week', template: 'first-week' });
  });

  test('can be blank when the templates do not load', async () => {
    api.templates = undefined;
    opened('checklists?new=1');
    const dialog = page.getByRole('dialog', { name: 'New checklist' });
    await expect.element(dialog.getByText('The templates did not load')).toBeVisible();
    await dialog.getByLabelText('Name').fill('Third');
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
