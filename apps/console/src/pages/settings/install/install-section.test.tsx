import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { forget } from '../../../data/query.ts';
import { onPage } from '../../accounts/testing/on-page.tsx';
import { aKey, anId } from '../../accounts/testing/records.ts';
import { standIn } from '../../accounts/testing/stand-in.ts';
import { InstallSection } from './install-section.tsx';

/** A server that has seen nothing until told so. */
function aServer(keys = [aKey({ value: 'bpk_real' })]) {
  let lastSeenAt: string | null = null;
  const asked = standIn({
    'GET /v1/workspaces/:id/installation': () => ({
      body: {
        lastSeenAt,
        lastPageUrl: lastSeenAt && 'https://app.example/team',
        sessions24h: lastSeenAt ? 1 : 0,
        verifiedSessions24h: 0,
        contacts: 0,
        lastEvents: [],
        lastFromServers: [],
        eventNames: [],
      },
    }),
    'GET /v1/keys': () => ({ body: { data: keys, nextCursor: null } }),
    'GET /w/integrity.json': () => ({
      body: {
        version: '1.2.0-0a1b2c3d',
        script: '/w/1.2.0-0a1b2c3d/banso.js',
        integrity: 'sha384-abc',
        files: {},
      },
    }),
  });
  return { asked, arrive: () => (lastSeenAt = new Date().toISOString()) };
}
const snippet = () => page.getByRole('group', { name: 'Snippet' });

describe('InstallSection', () => {
  test('turns from waiting to "we saw your page" when a page arrives', async () => {
    const server = aServer();
    onPage(<InstallSection />);
    await expect.element(page.getByRole('heading', { name: 'Waiting for your first page' })).toBeVisible();
    server.arrive();
    forget('/v1/workspaces'); // what the live feed does when a page was seen
    await expect.element(page.getByRole('heading', { name: /We saw your page/ })).toBeVisible();
    await expect.element(page.getByText('https://app.example/team')).toBeVisible();
  });

  test('has the real key in the snippet, and the one that is chosen', async () => {
    aServer([aKey({ value: 'bpk_real' }), aKey({ id: anId('key', 2), name: 'Staging', value: 'bpk_other' })]);
    onPage(<InstallSection />);
    await expect.element(snippet()).toMatchTextContent(/data-key="bpk_real"/);
    await page.getByRole('combobox', { name: 'Key' }).selectOptions('Staging');
    await expect.element(snippet()).toMatchTextContent(/data-key="bpk_other"/);
  });

  test('pins the release when that is wanted, and is the newest again when not', async () => {
    const { asked } = aServer();
    onPage(<InstallSection />);
    await expect.element(snippet()).toMatchTextContent(/\/w\/banso\.js/);
    expect(asked.filter(({ path }) => path === '/w/integrity.json')).toEqual([]);
    const pin = page.getByRole('switch', { name: 'Pin this release' });
    await pin.click();
    await expect
      .element(snippet())
      .toMatchTextContent(/\/w\/1\.2\.0-0a1b2c3d\/banso\.js"\s+integrity="sha384-abc" crossorigin/);
    await pin.click();
    await expect.element(snippet()).not.toMatchTextContent(/integrity/);
  });

  test('a member who may not see keys gets a placeholder and a reason', async () => {
    const { asked } = aServer();
    onPage(<InstallSection />, { role: 'member' });
    await expect.element(snippet()).toMatchTextContent(/data-key="bpk_…"/);
    await expect.element(page.getByText(/Your role does not see keys/)).toBeVisible();
    expect(asked.filter(({ path }) => path === '/v1/keys')).toEqual([]);
  });
});
