import type { ImportedContent } from '@banso/contract/as-code';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { me, state } from '../../../data/session.ts';
import { aChecklist, anId, aRecord } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

const ID = anId('chk');
const THERE = anId('chk', 7);
const PATH = 'checklists/start.yaml';
const told = (over: Partial<ImportedContent> = {}): ImportedContent => ({
  path: PATH,
  kind: 'checklist',
  id: THERE,
  name: 'Start',
  outcome: 'changed',
  status: 'published',
  nameBefore: null,
  tags: [],
  tagsBefore: null,
  changes: [{ type: 'text', path: 'title', locale: 'en', from: 'Go', to: 'Start' }],
  conflict: null,
  published: false,
  problems: [],
  ...over,
});
const answer = (...contents: ImportedContent[]) => ({
  applied: false,
  contents,
  segments: [],
  themes: [],
  names: {},
});
const conflict = {
  revision: 12,
  at: '2026-03-12T10:00:00.000Z',
  by: { id: anId('mem', 2), name: 'Ren' },
  known: true,
};

let api: StandIn;
const dialog = () => page.getByRole('dialog', { name: 'Copy to another workspace' });
const copy = () => dialog().getByRole('button', { name: 'Copy', exact: true });

/** The organisation has another workspace. */
function withStaging(): void {
  const now = state.peek();
  const [own] = me.peek()?.workspaces ?? [];
  if (now.status !== 'signed_in' || !own) throw new Error('Nobody is signed in');
  const workspaces = [own, { ...own, id: anId('ws', 2), name: 'Staging' }];
  state.value = { ...now, me: { ...now.me, workspaces } };
}

async function openDialog(): Promise<void> {
  opened(`checklists/${ID}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Copy to another workspace' }).click();
}

beforeEach(() => {
  api = new StandIn().install();
  api.add('checklist', aRecord(aChecklist()));
  withStaging();
});

test('says what changes there, and that customers see nothing of it yet', async () => {
  api.copied = () => answer(told());
  await openDialog();
  await expect.element(dialog().getByText(/Customers go on to see the published version/)).toBeVisible();
  await expect.element(dialog().getByRole('deletion')).toHaveTextContent('Go');
  await expect.element(copy()).not.toHaveAttribute('aria-disabled');
  await copy().click();
  await expect.element(dialog().getByText(/Copied to “Staging”/)).toBeVisible();
  expect(api.writes.at(-1)?.body).toMatchObject({ replace: [], note: 'Kumo Notes' });
});

test('work of somebody there is replaced only by whoever says so, at the revision that was seen', async () => {
  api.copied = () => answer(told({ conflict }));
  await openDialog();
  await expect.element(dialog().getByText(/Ren changed it there/)).toBeVisible();
  await expect.element(copy()).toHaveAccessibleDescription(/Tick “Replace the draft there” first/);
  await dialog().getByLabelText('Replace the draft there').click();
  await copy().click();
  await expect.element(dialog().getByText(/Copied to “Staging”/)).toBeVisible();
  expect(api.writes.at(-1)?.body).toMatchObject({ replace: [{ path: PATH, revision: 12 }] });
});

test('what changed there meanwhile is compared again', async () => {
  let isChanged = false;
  api.copied = (_, dryRun) => {
    if (dryRun) return answer(isChanged ? told({ conflict }) : told());
    isChanged = true;
    const errors = [{ path: PATH, code: 'changed_there', message: 'was changed there' }];
    const problem = {
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      code: 'conflict',
      detail: 'No',
      requestId: 'r',
      errors,
    };
    return new Response(JSON.stringify(problem), {
      status: 409,
      headers: { 'content-type': 'application/problem+json' },
    });
  };
  await openDialog();
  await copy().click();
  await expect.element(dialog().getByText(/Somebody changed the draft there meanwhile/)).toBeVisible();
  await dialog().getByRole('button', { name: 'Compare again' }).click();
  await expect.element(dialog().getByText(/Somebody worked on this draft in “Staging”/)).toBeVisible();
});

test('without an answer nothing is copied, and it can be tried again', async () => {
  opened(`checklists/${ID}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  api.isAway = true;
  await page.getByRole('menuitem', { name: 'Copy to another workspace' }).click();
  await expect.element(dialog().getByText(/The server could not be reached/)).toBeVisible();
  await expect.element(copy()).not.toBeInTheDocument();
  api.isAway = false;
  api.copied = () => answer(told({ outcome: 'unchanged', changes: [] }));
  await dialog().getByRole('button', { name: 'Try again' }).click();
  await expect.element(dialog().getByText(/has exactly this draft/)).toBeVisible();
  await expect.element(copy()).not.toBeInTheDocument();
});

test('says which segments go along, and why a list cannot', async () => {
  const segment = {
    path: 'segments/admins.yaml',
    id: null,
    name: 'Admins',
    outcome: 'created',
    nameBefore: null,
    tags: [],
    tagsBefore: null,
    changes: [],
    conflict: null,
    actsOn: [],
    problems: [],
  };
  const errors = [{ path: `${PATH}:3 delivery.audience.ids.0`, code: 'unknown_here', message: 'no' }];
  const problem = {
    type: 'about:blank',
    title: 'Invalid',
    status: 400,
    code: 'invalid',
    detail: 'No',
    requestId: 'r',
    errors,
  };
  api.copied = () =>
    new Response(JSON.stringify(problem), {
      status: 400,
      headers: { 'content-type': 'application/problem+json' },
    });
  await openDialog();
  await expect.element(dialog().getByText(/ids that only this workspace knows/)).toBeVisible();
  api.copied = () => ({ ...answer(told()), segments: [segment] });
  await dialog().getByRole('button', { name: 'Try again' }).click();
  const along = dialog().getByRole('region', { name: /along$/ });
  await expect.element(along.getByText(/^Admins/)).toBeVisible();
});

test('is offered only where there is another workspace', async () => {
  const now = state.peek();
  if (now.status !== 'signed_in') throw new Error('Nobody is signed in');
  state.value = { ...now, me: { ...now.me, workspaces: now.me.workspaces.slice(0, 1) } };
  opened(`checklists/${ID}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
  await expect.element(page.getByRole('menuitem', { name: 'Copy to another' })).not.toBeInTheDocument();
});
