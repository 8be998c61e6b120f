import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AccountPage } from './account-page.tsx';
import { onPage } from './testing/on-page.tsx';
import { anAccount, anId } from './testing/records.ts';
import { problem, standIn } from './testing/stand-in.ts';
import type { Answered } from './testing/stand-in.ts';

const id = anId('acc');
const AT = '2026-06-01T00:00:00.000Z';

/** A server with one account, guarded by its ETag as the real one is. */
function anAccountServer(over: Parameters<typeof anAccount>[0] = {}) {
  let row = anAccount({ plan: 'Pro', ...over });
  let revision = 1;
  const answer = (): Answered => ({ body: row, etag: `"r${revision}"` });
  const asked = standIn({
    'GET /v1/accounts/:id': answer,
    'GET /v1/accounts/:id/progress': () => ({ body: { data: [] } }),
    'PATCH /v1/accounts/:id': ({ etag, body }) => {
      if (etag !== `"r${revision}"`) return problem(412, 'precondition_failed');
      const { health, ...change } = body as Partial<typeof row>;
      const judged = { at: AT, until: AT, by: null };
      row = {
        ...row,
        ...change,
        ...(health !== undefined && { health: health && { ...health, ...judged } }),
      };
      revision += 1;
      return answer();
    },
    'GET /v1/accounts/plans': () => ({ body: { data: [] } }),
  });
  return {
    asked,
    row: () => row,
    changeBehind(change: Partial<typeof row>) {
      row = { ...row, ...change };
      revision += 1;
    },
  };
}

const plan = () => page.getByRole('button', { name: /^Plan: / });

async function typePlan(text: string): Promise<void> {
  await plan().click();
  await userEvent.clear(page.getByRole('textbox', { name: 'Plan' }));
  await userEvent.type(page.getByRole('textbox', { name: 'Plan' }), text);
}

describe('AccountPage', () => {
  test('changes a fact in place with the keyboard, and undo brings it back', async () => {
    const server = anAccountServer();
    onPage(<AccountPage id={id} />);
    await typePlan('Enterprise');
    await userEvent.keyboard('{Enter}');
    await expect.element(plan()).toMatchTextContent(/Enterprise/);
    await expect.element(plan()).toHaveFocus();
    expect(server.row().plan).toBe('Enterprise');
    await page.getByRole('button', { name: /Undo/ }).click();
    await expect.element(plan()).toMatchTextContent(/Pro/);
    expect(server.row().plan).toBe('Pro');
  });

  test('health is said with a reason, and taken back', async () => {
    const server = anAccountServer();
    onPage(<AccountPage id={id} />);
    const health = () => page.getByRole('button', { name: /^Health: / });
    await health().click();
    await page.getByRole('radio', { name: 'Poor' }).click();
    await page.getByRole('textbox', { name: 'Why' }).click();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Say why in a few words.')).toBeVisible();
    await userEvent.keyboard('Nobody signs in.{Enter}');
    await expect.element(health()).toMatchTextContent(/Poor/);
    expect(server.row().health).toMatchObject({ level: 'poor', reason: 'Nobody signs in.' });
    await page.getByRole('button', { name: /Undo/ }).click();
    await expect.element(health()).toMatchTextContent(/Not known/);
    expect(server.row().health).toBeNull();
  });

  test('Esc puts the draft away and asks nobody', async () => {
    const server = anAccountServer();
    onPage(<AccountPage id={id} />);
    await typePlan('Enterprise');
    await userEvent.keyboard('{Escape}');
    await expect.element(plan()).toHaveFocus();
    expect(server.asked.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('a conflict keeps what was typed, shows theirs, and writes only when told to', async () => {
    const server = anAccountServer();
    onPage(<AccountPage id={id} />);
    await typePlan('Enterprise');
    server.changeBehind({ plan: 'Starter' });
    await userEvent.keyboard('{Enter}');
    const alert = page.getByRole('alert');
    await expect.element(alert).toMatchTextContent(/changed “Plan” to Starter/);
    await expect.element(alert).toMatchTextContent(/kept: Enterprise/);
    expect(server.row().plan).toBe('Starter');
    await page.getByRole('button', { name: 'Save Enterprise' }).click();
    await expect.element(plan()).toMatchTextContent(/Enterprise/);
    expect(server.row().plan).toBe('Enterprise');
  });

  test('a choice is saved at once with the ETag that was read', async () => {
    const server = anAccountServer();
    onPage(<AccountPage id={id} />);
    await page.getByRole('button', { name: /^Lifecycle: Onboarding/ }).click();
    await page.getByRole('menuitemcheckbox', { name: 'At risk' }).click();
    await expect.element(page.getByRole('button', { name: /^Lifecycle: At risk/ })).toBeVisible();
    expect(server.row().lifecycle).toBe('at_risk');
    expect(server.asked.find(({ method }) => method === 'PATCH')?.etag).toBe('"r1"');
  });

  test('an amount that is none is not sent', async () => {
    const server = anAccountServer();
    onPage(<AccountPage id={id} />);
    await page.getByRole('button', { name: /^Recurring revenue/ }).click();
    await userEvent.type(page.getByRole('textbox', { name: 'Amount' }), 'lots{Enter}');
    await expect.element(page.getByText('Enter an amount such as 12000.')).toBeVisible();
    expect(server.asked.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('a viewer sees the facts and no way to change them', async () => {
    anAccountServer();
    onPage(<AccountPage id={id} />, { role: 'viewer' });
    await expect.element(page.getByText('Pro')).toBeVisible();
    await expect.element(plan()).not.toBeInTheDocument();
  });

  test('says so when there is no such account', async () => {
    standIn({ 'GET /v1/accounts/:id': () => problem(404, 'not_found') });
    onPage(<AccountPage id={id} />);
    await expect.element(page.getByRole('heading', { name: 'There is no such account' })).toBeVisible();
  });
});
