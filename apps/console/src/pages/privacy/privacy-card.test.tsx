import type { erasure } from '@banso/contract';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { onPage, toast } from '../accounts/testing/on-page.tsx';
import { aContact, anId } from '../accounts/testing/records.ts';
import { pageOf, problem, standIn } from '../accounts/testing/stand-in.ts';
import { ContactPage } from '../contacts/contact-page.tsx';
import { aRequest } from './testing/requests.ts';

const id = anId('con');
const NOW = new Date('2026-01-20T10:00:00.000Z');

function aServer(requests: erasure.Erasure[] = [aRequest()], refusal?: ReturnType<typeof problem>) {
  let row = aContact({ name: 'Mika' });
  return standIn({
    'GET /v1/contacts/:id': () => ({ body: row, etag: '"r1"' }),
    'GET /v1/contacts/:id/progress': () => ({ body: { data: [] } }),
    'GET /v1/erasures': () => pageOf(requests),
    'POST /v1/contacts/:id/erase': () => {
      if (refusal) return refusal;
      const carriedOutAt = NOW.toISOString();
      row = { ...row, name: null, externalId: null, verified: false, erasedAt: carriedOutAt };
      return { body: aRequest({ status: 'carried_out', carriedOutAt }) };
    },
  });
}

const openDialog = () => page.getByRole('button', { name: 'Erase this person…' }).click();
const confirm = () => page.getByRole('button', { name: 'Erase for good' }).click();
const field = () => page.getByRole('textbox', { name: 'Type “Mika” to confirm' });

describe('PrivacyCard', () => {
  beforeEach(() => {
    vi.setSystemTime(NOW);
    return () => void vi.useRealTimers();
  });

  test('says what was asked, and by when it is to be done', async () => {
    aServer();
    onPage(<ContactPage id={id} />);
    await expect.element(page.getByText(/^Asked to be erased on /)).toBeVisible();
    await expect.element(page.getByText(/15 days left/)).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Download what is known' }))
      .toHaveAttribute('href', `/v1/contacts/${id}/export?workspace=${anId('ws')}`);
  });

  test.each([
    { what: 'nothing was asked', requests: [], words: 'This person has not asked for anything.' },
    {
      what: 'a wish was taken back',
      requests: [aRequest({ status: 'withdrawn', withdrawnAt: '2026-01-06T10:00:00.000Z' })],
      words: /took it back on/,
    },
    { what: 'it is late', requests: [aRequest({ dueAt: '2026-01-17T10:00:00.000Z' })], words: /3 days late/ },
  ])('says that $what', async ({ requests, words }) => {
    aServer(requests);
    onPage(<ContactPage id={id} />);
    await expect.element(page.getByText(words)).toBeVisible();
  });

  test('erases once the name is typed, and leaves the focus where the wish stood', async () => {
    const asked = aServer();
    onPage(<ContactPage id={id} />);
    await openDialog();
    await expect.element(page.getByRole('dialog', { name: 'Erase Mika for good?' })).toBeVisible();
    await expect.element(page.getByText('This is lost, for ever')).toBeVisible();
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('Mik{Enter}');
    await expect.element(page.getByText('Type “Mika”, as it stands here.')).toBeVisible();
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
    await userEvent.keyboard('A {Enter}');
    await expect.element(toast('This person was erased.')).toBeVisible();
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
      path: `/v1/contacts/${id}/erase`,
      body: { requestId: anId('era') },
    });
    await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent('Erased customer');
    await expect.element(page.getByText(/^Erased on /)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Erase this person…' })).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement?.className).toBe('pv-card');
    await expect.element(page.getByRole('button', { name: /^Name: / })).not.toBeInTheDocument();
  });

  test('Esc erases nobody and goes back to the button', async () => {
    const asked = aServer();
    onPage(<ContactPage id={id} />);
    await openDialog();
    await userEvent.keyboard('Mika{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Erase this person…' })).toHaveFocus();
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test.each([
    { what: 'was taken back meanwhile', refusal: problem(409, 'conflict'), words: /Nothing was erased now/ },
    { what: 'may not be done', refusal: problem(403, 'forbidden'), words: 'Your role may not change this.' },
  ])('a wish that $what stays, with the reason', async ({ refusal, words }) => {
    aServer([aRequest()], refusal);
    onPage(<ContactPage id={id} />);
    await openDialog();
    await userEvent.type(field(), 'Mika');
    await confirm();
    await expect.element(page.getByRole('alert')).toMatchTextContent(words);
    await expect.element(field()).toHaveValue('Mika');
  });

  test('who is no admin downloads, and is told whom it needs to erase', async () => {
    aServer();
    onPage(<ContactPage id={id} />, { role: 'member' });
    await expect.element(page.getByText('Only an admin can erase somebody.')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Download what is known' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Erase this person…' })).not.toBeInTheDocument();
  });

  test('says when the wish could not be read, and reads it again', async () => {
    let fails = true;
    standIn({
      'GET /v1/contacts/:id': () => ({ body: aContact({ name: 'Mika' }), etag: '"r1"' }),
      'GET /v1/contacts/:id/progress': () => ({ body: { data: [] } }),
      'GET /v1/erasures': () => (fails ? problem(503, 'unavailable') : pageOf([aRequest()])),
    });
    onPage(<ContactPage id={id} />);
    await expect.element(page.getByText('The requests could not be loaded')).toBeVisible();
    fails = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByText(/^Asked to be erased on /)).toBeVisible();
  });
});
