import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aChecklist, anId, aRecord, aStep, aSurvey } from '../testing/drafts.ts';
import { left, opened, signIn } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

const ID = anId('chk');
const live = aChecklist(
  {
    steps: [
      aStep('a', { title: { en: 'Create a workspace', ja: 'ワークスペースを作る' } }),
      aStep('b', { title: { en: 'Invite your team', ja: 'チームを招待' } }),
    ],
  },
  { locales: ['en', 'ja'] },
);
const liveJa = { ...live, body: { ...live.body, title: { en: 'Start', ja: '始める' } } };

let api: StandIn;
const server = () => api.contents[0]!;
const titleField = () => page.getByLabelText('Title', { exact: true });
const publishButton = () => page.getByRole('button', { name: /^Publish v/ });
const saved = () => page.getByText(/^Draft saved/).first();

beforeEach(() => {
  api = new StandIn().install();
  api.add('checklist', aRecord(liveJa, { status: 'published', version: 7, edited: false }), liveJa);
});

describe('a draft', () => {
  test('is stored when typing pauses, and the preview follows', async () => {
    opened(`checklists/${ID}`);
    await expect.element(titleField()).toHaveValue('Start');
    const { promise, resolve } = Promise.withResolvers<void>();
    api.answersAfter = promise;
    await titleField().fill('Start here');
    await expect.element(page.getByText('Saving').first()).toBeInTheDocument();
    resolve();
    await expect.element(saved()).toBeInTheDocument();
    expect(server().record.draft.body.title['en']).toBe('Start here');
    await expect
      .element(page.getByRole('region', { name: 'Preview' }).getByRole('heading', { name: 'Start here' }))
      .toBeVisible();
  });

  test('is stored when the editor is left before the pause', async () => {
    opened(`checklists/${ID}`);
    await titleField().fill('Left early');
    left();
    await expect.poll(() => server().record.draft.body.title['en']).toBe('Left early');
  });

  test('is kept in the tab while the server is away, and comes back after a reload', async () => {
    opened(`checklists/${ID}`);
    await expect.element(titleField()).toHaveValue('Start');
    api.isAway = true;
    await titleField().fill('Typed offline');
    await expect
      .element(page.getByText('Kept in this tab. It is saved when the server answers.').first())
      .toBeInTheDocument();
    await expect.element(publishButton()).toHaveAccessibleDescription('The draft is not saved yet.');
    left();
    api.isAway = false;
    opened(`checklists/${ID}`);
    await expect.element(titleField()).toHaveValue('Typed offline');
    await expect.poll(() => server().record.draft.body.title['en']).toBe('Typed offline');
  });

  test('is taken back and done again, by keyboard from the field and by button, and shows where', async () => {
    opened(`checklists/${ID}?step=a`);
    const title = page.getByLabelText('Title', { exact: true });
    await expect.element(title).toHaveValue('Create a workspace');
    const undo = page.getByRole('button', { name: 'Undo edit' });
    await expect.element(undo).toHaveAccessibleDescription('Nothing to undo yet');
    await page.getByRole('button', { name: 'Duplicate step' }).click();
    await expect.element(page.getByRole('heading', { name: 'Step 2' })).toBeVisible();
    await page.getByLabelText('Title', { exact: true }).fill('Make a copy');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(title).toHaveValue('Create a workspace (2)');
    await expect.element(title).toHaveFocus();
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.element(title).toHaveValue('Make a copy');
    await page.getByRole('link', { name: 'When and where' }).click();
    await undo.click();
    await expect.element(title).toHaveValue('Create a workspace (2)');
    await undo.click();
    await expect.element(undo).toHaveAccessibleDescription('Nothing to undo yet');
    await expect.element(page.getByRole('status').filter({ hasText: 'Undone' })).toBeInTheDocument();
    await page.getByRole('button', { name: 'Redo edit' }).click();
    await expect.poll(() => server().record.draft.body).toMatchObject({ steps: { length: 3 } });
  });

  test('that somebody else changed asks, shows both, and keeps what was typed', async () => {
    opened(`checklists/${ID}`);
    await expect.element(titleField()).toHaveValue('Start');
    api.changeElsewhere(ID, (draft) => ({ ...draft, body: { ...draft.body, title: { en: 'Theirs' } } }));
    await titleField().fill('Mine');
    const notice = page.getByRole('alert');
    await expect.element(notice).toMatchTextContent(/Somebody else changed this draft. Ren saved it/);
    await expect.element(titleField()).toHaveValue('Mine');
    await expect.element(publishButton()).toHaveAccessibleDescription('Decide first which draft to keep.');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect.element(saved()).toBeInTheDocument();
    expect(server().record.draft.body.title['en']).toBe('Mine');
  });

  test('of somebody else can be taken, and undone', async () => {
    opened(`checklists/${ID}`);
    await expect.element(titleField()).toHaveValue('Start');
    api.changeElsewhere(ID, (draft) => ({ ...draft, body: { ...draft.body, title: { en: 'Theirs' } } }));
    await titleField().fill('Mine');
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await expect.element(titleField()).toHaveValue('Theirs');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(titleField()).toHaveValue('Mine');
  });
});

describe('validation', () => {
  test('points at the field, keeps from publishing, and lets go when it is mended', async () => {
    opened(`checklists/${ID}?step=a`);
    await titleField().fill('');
    await expect.element(titleField()).toHaveAccessibleDescription(/Needed before you publish/);
    await expect.element(publishButton()).toHaveAccessibleDescription('Mend the problems first.');
    await page.getByRole('button', { name: '1 problem' }).click();
    await expect.element(titleField()).toHaveFocus();
    await titleField().fill('Make a workspace');
    await expect.element(titleField()).not.toHaveAttribute('aria-invalid');
    await expect.element(publishButton()).not.toHaveAttribute('aria-disabled');
  });

  test('finds the field on another tab, in another step and language', async () => {
    server().record = {
      ...server().record,
      draft: {
        ...liveJa,
        body: {
          ...liveJa.body,
          steps: [liveJa.body.steps[0]!, aStep('b', { title: { en: 'Invite your team' } })],
        },
      },
    };
    opened(`checklists/${ID}?tab=results`);
    await page.getByRole('button', { name: '1 text not translated' }).click();
    await expect.element(titleField()).toHaveFocus();
    expect(new URLSearchParams(location.search).toString()).toBe('lang=ja&step=b');
    await expect.element(titleField()).toHaveAttribute('placeholder', 'Invite your team');
  });

  test('waits while an input method is composing: nothing is checked, stored or previewed', async () => {
    opened(`checklists/${ID}?step=b&lang=ja`);
    const field = titleField();
    await expect.element(field).toHaveValue('チームを招待');
    const input = field.element() as HTMLInputElement;
    input.focus();
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    for (const half of ['チ', 'ち', '']) {
      input.value = half;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    }
    await expect.element(page.getByText('Not written yet. Readers see English.')).not.toBeInTheDocument();
    await expect.element(page.getByText('Saving').first()).not.toBeInTheDocument();
    expect(input.value).toBe('');
    input.value = '仲間を呼ぶ';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '仲間を呼ぶ' }));
    await expect
      .poll(() => (server().record.draft as typeof live).body.steps[1]?.title['ja'])
      .toBe('仲間を呼ぶ');
    expect(api.writes.map(({ method }) => method)).toEqual(['PATCH']);
  });

  test('what cannot be stored stays here and says so', async () => {
    opened(`checklists/${ID}?step=a`);
    await page.getByRole('radio', { name: 'Event' }).click();
    await expect.element(page.getByLabelText('Name of the event')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(page.getByText('Not saved: a field needs mending.').first()).toBeInTheDocument();
    expect(api.writes).toEqual([]);
    await page.getByLabelText('Name of the event').fill('workspace_created');
    await expect.element(saved()).toBeInTheDocument();
    expect((server().record.draft as typeof live).body.steps[0]?.completeWhen).toEqual({
      type: 'event',
      subject: 'contact',
      name: 'workspace_created',
      op: 'at_least',
      count: 1,
      withinDays: null,
    });
  });
});

describe('publishing', () => {
  test('is refused with the reason while nothing has changed', async () => {
    opened(`checklists/${ID}`);
    await expect.element(publishButton()).toHaveAccessibleDescription('Nothing has changed since v7.');
    await publishButton().click({ force: true });
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('shows what changes by field and language, says what happens to people, and can be undone', async () => {
    opened(`checklists/${ID}?step=b`);
    await titleField().fill('Invite three people');
    await page.getByText('1 change since v7').click();
    const line = page.getByRole('listitem').filter({ hasText: 'Step 2, title, English' });
    await expect.element(line).toMatchTextContent(/Invite your teamthree people$/);
    await publishButton().click();
    const dialog = page.getByRole('dialog', { name: 'Publish version 8?' });
    await expect.element(dialog).toMatchTextContent(/Those who have finished are not reopened./);
    await dialog.getByLabelText(/Note/).fill('Shorter');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await expect.element(page.getByText('Live, v8')).toBeVisible();
    expect(server().versions.at(-1)).toMatchObject({ version: 8, note: 'Shorter' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('Live, v9')).toBeVisible();
    expect((server().versions.at(-1)!.draft as typeof live).body.steps[1]?.title['en']).toBe(
      'Invite your team',
    );
    await expect.element(titleField()).toHaveValue('Invite three people');
  });

  test('takes along what was typed a moment ago', async () => {
    opened(`checklists/${ID}`);
    await titleField().fill('Typed just now');
    await publishButton().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await expect.element(page.getByText('Live, v8')).toBeVisible();
    expect(server().versions.at(-1)?.draft.body.title['en']).toBe('Typed just now');
  });

  test('can be for a time, which has to be there', async () => {
    opened(`checklists/${ID}`);
    await titleField().fill('Later');
    await publishButton().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'At a time' }).click();
    await dialog.getByRole('button', { name: 'Schedule' }).click();
    await expect.element(dialog.getByLabelText('Shown from')).toHaveAccessibleDescription(/Set the time/);
    await dialog.getByLabelText('Shown from').fill('2030-04-01T09:00');
    await dialog.getByRole('button', { name: 'Schedule' }).click();
    await expect.element(page.getByText('Scheduled, v8')).toBeVisible();
    // nine o'clock where the workspace is
    expect(api.writes.at(-1)?.body).toMatchObject({ startsAt: '2030-04-01T00:00:00.000Z' });
  });

  test('discarding brings back what is live, and undo what was typed', async () => {
    opened(`checklists/${ID}`);
    await titleField().fill('No good');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect.element(titleField()).toHaveValue('Start');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(titleField()).toHaveValue('No good');
  });

  test('an earlier version comes back as a new one', async () => {
    const old = { ...liveJa, body: { ...liveJa.body, title: { en: 'Old start', ja: '始める' } } };
    server().versions.unshift({
      version: 6,
      publishedAt: '2026-10-01T00:00:00.000Z',
      publishedBy: null,
      staying: [],
      note: 'First try',
      draft: old,
    });
    opened(`checklists/${ID}`);
    await page.getByRole('button', { name: 'Versions' }).click();
    await expect.element(page.getByText('First try')).toBeVisible();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await page
      .getByRole('dialog', { name: 'Bring back version 6 as version 8?' })
      .getByRole('button', { name: 'Bring back' })
      .click();
    await expect.element(page.getByText('Live, v8')).toBeVisible();
    await expect.element(titleField()).toHaveValue('Old start');
  });

  test('needs the permission; without that to write nothing can be changed', async () => {
    signIn(['read']);
    server().record = { ...server().record, draft: { ...liveJa, locales: ['en'] } };
    opened(`checklists/${ID}?step=a`);
    await expect.element(titleField()).toHaveAttribute('readonly');
    await expect
      .element(publishButton())
      .toHaveAccessibleDescription('You can edit it. Publishing needs the permission to publish.');
    await expect.element(page.getByRole('button', { name: 'Add step' })).not.toBeInTheDocument();
  });
});

describe('the page', () => {
  test('says so when there is no such content', async () => {
    opened(`checklists/${anId('chk', 999)}`);
    await expect.element(page.getByText('There is no such content')).toBeVisible();
  });

  test('can be opened again after the server was away', async () => {
    api.isAway = true;
    const survey = api.add('survey', { ...aRecord(), id: anId('srv'), draft: aSurvey() });
    opened(`surveys/${survey.record.id}`);
    await expect.element(page.getByText('The editor did not load'), { timeout: 15_000 }).toBeVisible();
    api.isAway = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByRole('heading', { name: 'Start', level: 1 })).toBeVisible();
  }, 20_000);

  test('keeps its place in the address', async () => {
    opened(`checklists/${ID}`);
    await page.getByRole('link', { name: 'When and where' }).click();
    await expect.element(page.getByRole('heading', { name: 'Where', exact: true })).toBeVisible();
    expect(location.search).toBe('?tab=delivery');
  });
});
