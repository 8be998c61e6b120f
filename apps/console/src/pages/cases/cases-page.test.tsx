import type { Case, CaseChange } from '@banso/contract/cases';
import type { View } from '@banso/contract/view';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { onPage, toast } from '../accounts/testing/on-page.tsx';
import { anId } from '../accounts/testing/records.ts';
import { pageOf, problem, standIn } from '../accounts/testing/stand-in.ts';
import { CasesPage } from './cases-page.tsx';

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
const haruka = {
  id: anId('mem', 7),
  name: 'Haruka',
  email: 'haruka@example.com',
  role: 'member',
  overrides: { read_texts: null, reply: null },
  permissions: ['read', 'write', 'publish', 'read_texts', 'reply'],
  createdAt: '2026-01-05T10:00:00.000Z',
  lastSeenAt: null,
};

const billing = {
  id: anId('tea', 1),
  name: 'Billing',
  memberIds: [],
  archived: false,
  createdAt: '2026-01-05T10:00:00.000Z',
  updatedAt: '2026-01-05T10:00:00.000Z',
};

const aCase = (n: number, name: string, over: Partial<Case> = {}): Case => ({
  id: anId('cas', n),
  status: 'open',
  cause: 'detractor',
  priority: 'normal',
  score: 3,
  responseId: null,
  contact: { id: anId('con', n), name, email: null, locale: 'en', erased: false },
  account: null,
  words: `from ${name}`,
  owner: null,
  team: null,
  mergedInto: null,
  openedAt: inHours(-5),
  dueAt: inHours(6),
  overdue: false,
  snoozedUntil: null,
  firstTouchAt: null,
  inTime: null,
  contactedAt: null,
  closedAt: null,
  outcome: null,
  reopenedAt: null,
  reopenings: 0,
  heardAt: inHours(-5),
  laterScore: null,
  recovery: null,
  ...over,
});

function aServer(cases: Case[]) {
  let revision = 1;
  const views: View[] = [];
  const apply = (
    id: string,
    { ownerId, teamId, mergedInto, status, outcome, snoozedUntil, priority }: CaseChange,
  ) => {
    const at = cases.findIndex((one) => one.id === id);
    const before = cases[at]!;
    revision += 1;
    cases[at] = {
      ...before,
      ...(ownerId !== undefined && { owner: ownerId === null ? null : { id: ownerId, name: 'Haruka' } }),
      ...(teamId !== undefined && { team: teamId === null ? null : { id: teamId, name: 'Billing' } }),
      ...(mergedInto !== undefined && { mergedInto }),
      ...(priority !== undefined && { priority }),
      ...(snoozedUntil !== undefined && { snoozedUntil, status: snoozedUntil === null ? 'open' : 'waiting' }),
      ...(status !== undefined && {
        status,
        outcome: outcome ?? null,
        closedAt: outcome ? inHours(0) : null,
      }),
    };
    return cases[at];
  };
  const asked = standIn({
    'GET /v1/members': () => pageOf([haruka]),
    'GET /v1/teams': () => ({ body: { data: [billing] } }),
    'GET /v1/views': () => ({ body: { data: views } }),
    'POST /v1/views': ({ body }) => {
      const at = inHours(0);
      const owner = { id: haruka.id, name: haruka.name };
      views.push({
        id: anId('viw', 1),
        owner,
        createdAt: at,
        updatedAt: at,
        ...(body as Pick<View, 'page' | 'name' | 'query' | 'shared'>),
      });
      return { status: 201, body: views.at(-1) };
    },
    'GET /v1/cases': ({ query }) => {
      const view = query.get('view');
      if (view === 'all') return pageOf(cases);
      const priority = query.get('priority');
      return pageOf(
        cases.filter(
          (one) =>
            (view === 'closed') === (one.status === 'closed') &&
            (priority === null || one.priority === priority),
        ),
      );
    },
    'POST /v1/cases/bulk': ({ body }) => {
      const { cases: ids, change } = body as { cases: string[]; change: CaseChange };
      for (const id of ids) apply(id, change);
      return { body: { changed: ids, refused: [] } };
    },
    'GET /v1/cases/:id': (_, id) => {
      const found = cases.find((one) => one.id === id);
      return found ? { body: found, etag: `"r${revision}"` } : problem(404, 'not_found');
    },
    'PATCH /v1/cases/:id': ({ body, etag }, id) => {
      if (etag !== '*' && etag !== `"r${revision}"`) return problem(412, 'precondition_failed');
      return { body: apply(id, body as CaseChange) };
    },
  });
  const sent = (method: string) => asked.filter((one) => one.method === method).map(({ body }) => body);
  return { cases, sent, touch: () => void (revision += 1) };
}

const row = (name: RegExp) => page.getByRole('button', { name });
const close = () =>
  page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: 'Close', exact: true });
const undo = () => page.getByRole('button', { name: /Undo/ });

describe('CasesPage', () => {
  test('says why each is there and until when, and what is late aloud', async () => {
    aServer([
      aCase(1, 'Mika', { dueAt: inHours(-30), overdue: true }),
      aCase(2, 'Jun', { cause: 'message', score: null, dueAt: null, firstTouchAt: inHours(-1) }),
    ]);
    onPage(<CasesPage />);
    await expect.element(row(/Scored 3.*Mika.*Was due yesterday/)).toBeVisible();
    await expect.element(row(/Jun.*Answered/)).toBeVisible();
  });

  test('keeps what it is narrowed down to as a view, beside those that everybody has', async () => {
    const { sent } = aServer([
      aCase(1, 'Mika', { priority: 'urgent' }),
      aCase(2, 'Jun'),
      aCase(3, 'Yuna', { priority: 'urgent', status: 'closed', closedAt: inHours(-1), outcome: 'resolved' }),
    ]);
    onPage(<CasesPage />);
    const tab = (name: string) => page.getByRole('tab', { name, exact: true });
    await tab('Closed').click();
    await page.getByRole('button', { name: /^Priority/ }).click();
    await page.getByRole('option', { name: 'Urgent' }).click();
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByLabelText('Name').fill('Urgent and done');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(() => sent('POST'))
      .toEqual([
        {
          page: 'cases',
          name: 'Urgent and done',
          query: { only: 'closed', priority: 'urgent' },
          shared: false,
        },
      ]);
    await expect.element(tab('Urgent and done')).toHaveAttribute('aria-selected', 'true');
    await expect.element(row(/Yuna/)).toBeVisible();

    await tab('Open').click();
    await expect.element(row(/Jun/)).toBeVisible();
    await expect.element(row(/Yuna/)).not.toBeInTheDocument();
    await tab('Urgent and done').click();
    await expect.element(row(/Yuna/)).toBeVisible();
    await expect.element(row(/Mika/)).not.toBeInTheDocument();
  });

  test('is assigned and closed with an outcome, and undo opens it again', async () => {
    const { cases, sent } = aServer([aCase(1, 'Mika')]);
    onPage(<CasesPage />);
    await row(/Mika/).click();
    await page.getByRole('button', { name: 'Nobody yet' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Haruka' }).click();
    await expect.poll(() => sent('PATCH')).toEqual([{ ownerId: haruka.id }]);
    await expect.element(page.getByRole('button', { name: 'Haruka', exact: true })).toBeVisible();
    await close().click();
    await page.getByRole('menuitem', { name: 'Nothing to do' }).click();
    await expect.element(toast(/Closed: Nothing to do/)).toBeVisible();
    await undo().last().click();
    await expect.poll(() => cases[0]).toMatchObject({ status: 'open', outcome: null });
  });

  test('tells when the score is asked again, and what it was then beside the first one', async () => {
    const from = '2026-03-20T09:00:00.000Z';
    const recovery = { from, askedAt: null, score: null };
    const over = { status: 'closed', outcome: 'resolved', closedAt: inHours(-1) } as const;
    aServer([
      aCase(1, 'Mika', { ...over, recovery }),
      aCase(2, 'Jun', { ...over, recovery: { ...recovery, askedAt: from, score: 9 } }),
    ]);
    onPage(<CasesPage />, { path: `/console/cases?view=closed&case=${anId('cas', 1)}` });
    await expect.element(page.getByText(/^From .*20.*2026.*, at their next visit$/)).toBeVisible();
    await row(/Jun/).click();
    await expect.element(page.getByText(/20.*2026: 3 → 9$/)).toBeVisible();
  });

  test('is handed to a team, whose owner goes on with it only from inside; undo brings both back', async () => {
    const { cases, sent } = aServer([aCase(1, 'Mika', { owner: { id: haruka.id, name: 'Haruka' } })]);
    onPage(<CasesPage />);
    await row(/Mika/).click();
    await page.getByRole('button', { name: 'No team', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Billing' }).click();
    await expect.poll(() => sent('PATCH')).toEqual([{ teamId: billing.id, ownerId: null }]);
    await expect.element(row(/Mika.*Billing · Nobody yet/)).toBeVisible();
    await undo().last().click();
    await expect.poll(() => cases[0]).toMatchObject({ team: null, owner: { id: haruka.id } });
  });

  test('takes in an earlier case of the same person, which then leads here, and lets it go again', async () => {
    const contact = { id: anId('con', 1), name: 'Mika', email: null, locale: 'en', erased: false };
    const closed = { contact, status: 'closed', outcome: 'resolved', closedAt: inHours(-200) } as const;
    const { cases } = aServer([aCase(1, 'Mika'), aCase(2, 'Mika', closed)]);
    onPage(<CasesPage />, { path: `/console/cases?case=${anId('cas', 1)}` });
    const others = page.getByRole('region', { name: 'Other cases of this person' });
    await others.getByRole('button', { name: 'Merge into this case' }).click();
    await expect.element(others.getByText('Merged into this one')).toBeVisible();
    expect(cases[1]).toMatchObject({ mergedInto: anId('cas', 1) });
    await undo().last().click();
    await expect.element(others.getByRole('button', { name: 'Merge into this case' })).toBeVisible();
    await others.getByRole('button', { name: 'Merge into this case' }).click();
    await others.getByRole('link', { name: /Low score/ }).click();
    await expect.element(page.getByText(/was merged into another one/)).toBeVisible();
    await page.getByRole('button', { name: 'Separate' }).click();
    await expect.poll(() => cases[1]).toMatchObject({ mergedInto: null, status: 'closed' });
  });

  test('somebody who has not seen the latest state is told so, and nothing is overwritten', async () => {
    const { cases, touch } = aServer([aCase(1, 'Mika')]);
    onPage(<CasesPage />, { path: `/console/cases?case=${anId('cas', 1)}` });
    await expect.element(close()).toBeVisible();
    touch();
    await page.getByRole('button', { name: 'Priority: Normal' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Urgent' }).click();
    await expect.element(toast(/Somebody else changed this case/)).toBeVisible();
    expect(cases[0]).toMatchObject({ priority: 'normal' });
  });

  test('several are changed at once, by keys as well, and taken back together', async () => {
    const { cases, sent } = aServer([
      aCase(1, 'Mika', { owner: { id: haruka.id, name: 'Haruka' } }),
      aCase(2, 'Jun'),
    ]);
    onPage(<CasesPage />);
    await expect.element(row(/Jun/)).toBeVisible();
    await userEvent.keyboard('jxjx');
    await expect.element(page.getByText('2 selected')).toBeVisible();
    const bar = page.getByRole('region', { name: 'List of cases' }).getByRole('group', { name: 'Actions' });
    await bar.getByRole('button', { name: 'Owner' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Nobody yet' }).first().click();
    await expect
      .poll(() => sent('POST'))
      .toEqual([{ cases: [anId('cas', 1), anId('cas', 2)], change: { ownerId: null } }]);
    await expect.element(toast(/2 cases changed/)).toBeVisible();
    await undo().click();
    await expect.poll(() => cases.map(({ owner }) => owner?.name)).toEqual(['Haruka', undefined]);
  });

  test('an empty list teaches what fills it', async () => {
    aServer([]);
    onPage(<CasesPage />);
    await expect.element(page.getByText('Nothing is open')).toBeVisible();
    await page.getByRole('tab', { name: 'Waiting' }).click();
    await expect.element(page.getByText('No case fits here')).toBeVisible();
  });
});
