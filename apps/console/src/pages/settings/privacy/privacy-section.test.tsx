import type { erasure } from '@banso/contract';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage, toast } from '../../accounts/testing/on-page.tsx';
import { anId } from '../../accounts/testing/records.ts';
import { pageOf, problem, standIn } from '../../accounts/testing/stand-in.ts';
import { aRequest } from '../../privacy/testing/requests.ts';
import { PrivacySection } from './privacy-section.tsx';

const done = aRequest({
  id: anId('era', 2),
  status: 'carried_out',
  contact: { id: anId('con', 2), externalId: null, name: null, email: null, erased: true },
  carriedOutAt: '2026-01-07T10:00:00.000Z',
  carriedOutBy: { id: anId('mem'), name: 'Haruka' },
});

function aServer(rows: erasure.Erasure[] = [aRequest(), done]) {
  return standIn({
    'GET /v1/erasures': ({ query }) =>
      pageOf(rows.filter(({ status }) => !query.get('status') || status === query.get('status'))),
    'POST /v1/erasures/:id/lift': () => ({ body: { ...done, status: 'lifted' } }),
  });
}

describe('PrivacySection', () => {
  test('shows who asked, what became of it, and nobody’s name who was erased', async () => {
    aServer();
    onPage(<PrivacySection />, { role: 'viewer' });
    await expect.element(page.getByRole('row', { name: /Mika.*Open/ })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Erased customer.*Haruka/ })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Let in again' })).not.toBeInTheDocument();
  });

  test('shows one kind, and the way back from none', async () => {
    aServer();
    onPage(<PrivacySection />);
    await page.getByRole('radio', { name: 'Taken back' }).click();
    await expect.element(page.getByText('No request of this kind')).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.element(page.getByRole('row', { name: /Mika/ })).toBeVisible();
  });

  test('says that nobody has asked', async () => {
    aServer([]);
    onPage(<PrivacySection />);
    await expect.element(page.getByText('Nobody has asked')).toBeVisible();
  });

  test('says that it failed, and tries again', async () => {
    standIn({ 'GET /v1/erasures': () => problem(503, 'unavailable') });
    onPage(<PrivacySection />);
    await expect.element(page.getByText('The requests could not be loaded')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  test('lets a user id in again after a question', async () => {
    const asked = aServer();
    onPage(<PrivacySection />);
    await page.getByRole('button', { name: 'Let in again' }).click();
    await expect.element(page.getByRole('dialog')).toMatchTextContent(/What was erased does not come back/);
    await page.getByRole('dialog').getByRole('button', { name: 'Let in again' }).click();
    await expect.element(toast('The user id is let in again.')).toBeVisible();
    expect(asked.find(({ method }) => method === 'POST')?.path).toBe(`/v1/erasures/${done.id}/lift`);
  });
});
