import { organisation } from '@banso/contract';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage, toast } from '../../accounts/testing/on-page.tsx';
import { aKey, anId, aWorkspace } from '../../accounts/testing/records.ts';
import { problem, standIn } from '../../accounts/testing/stand-in.ts';
import { IdentitySection } from './identity-section.tsx';
import { identityTexts } from './texts.ts';

/** A server whose workspace measures; `verified` of ten sessions had a token. */
function aServer({
  verified = 8,
  verdict = 'expired',
}: { verified?: number; verdict?: organisation.TokenVerdict } = {}) {
  let workspace = aWorkspace();
  let revision = 1;
  const asked = standIn({
    'GET /v1/workspaces/:id': () => ({ body: workspace, etag: `"r${revision}"` }),
    'GET /v1/workspaces/:id/installation': () => ({
      body: {
        lastSeenAt: null,
        lastPageUrl: null,
        sessions24h: 10,
        verifiedSessions24h: verified,
        contacts: 1,
        lastEvents: [],
        lastFromServers: [],
        eventNames: [],
      },
    }),
    'PATCH /v1/workspaces/:id': ({ etag, body }) => {
      if (etag !== `"r${revision}"`) return problem(412, 'precondition_failed');
      workspace = { ...workspace, ...(body as Partial<typeof workspace>) };
      revision += 1;
      return { body: workspace, etag: `"r${revision}"` };
    },
    'GET /v1/keys': () => ({
      body: { data: [aKey({ kind: 'identity', algorithm: 'HS256', value: null })], nextCursor: null },
    }),
    'POST /v1/identity/check': () => ({
      body: {
        verdict,
        subject: verdict === 'valid' ? 'u_1' : null,
        account: null,
        expiresAt: null,
        keyName: 'Signing',
      },
    }),
  });
  return { asked, mode: () => workspace.identityMode, changeBehind: () => (revision += 1) };
}
const required = () => page.getByRole('radio', { name: /Only with a valid token/ });

describe('IdentitySection', () => {
  test('asks before people are turned away who come today, and says how many', async () => {
    const server = aServer({ verified: 8 });
    onPage(<IdentitySection />);
    await required().click();
    await expect
      .element(page.getByRole('dialog'))
      .toMatchTextContent(/2 sessions came without a valid token/);
    await expect.element(required()).not.toBeChecked();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(server.mode()).toBe('measure');
    await required().click();
    await page.getByRole('button', { name: 'Turn them away' }).click();
    await expect.poll(server.mode).toBe('required');
  });

  test('does not ask when everybody has a token', async () => {
    const server = aServer({ verified: 10 });
    onPage(<IdentitySection />);
    await required().click();
    await expect.poll(server.mode).toBe('required');
  });

  test('overwrites nothing when somebody changed the workspace meanwhile', async () => {
    const server = aServer({ verified: 10 });
    onPage(<IdentitySection />);
    await expect.element(required()).toBeVisible();
    server.changeBehind();
    await required().click();
    await expect.element(toast(/Somebody changed the workspace meanwhile/)).toBeVisible();
    expect(server.mode()).toBe('measure');
    await expect.element(required()).not.toBeChecked();
  });

  test('a member sees the mode and cannot change it', async () => {
    const server = aServer({ verified: 10 });
    onPage(<IdentitySection />, { role: 'member' });
    await expect.element(required()).toBeDisabled();
    expect(server.asked.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  test('says what is wrong with a token, and what to do', async () => {
    aServer({ verdict: 'wrong_audience' });
    onPage(<IdentitySection />);
    await page.getByLabelText('Token your server made').fill('a.b.c');
    await page.getByRole('button', { name: 'Check' }).click();
    const result = page.getByRole('status', { name: 'Result' });
    await expect.element(result).toMatchTextContent(/It is for another workspace/);
    await expect.element(result).toMatchTextContent(/“aud” has to be the id of this workspace/);
  });

  test('forgets the verdict when the token changes', async () => {
    aServer({ verdict: 'valid' });
    onPage(<IdentitySection />);
    await page.getByLabelText('Token your server made').fill('a.b.c');
    await page.getByRole('button', { name: 'Check' }).click();
    await expect.element(page.getByText('The token is good')).toBeVisible();
    await page.getByLabelText('Token your server made').fill('a.b.cd');
    await expect.element(page.getByText('The token is good')).not.toBeInTheDocument();
  });

  test('a token over the limit is not sent at all', async () => {
    const { asked } = aServer();
    onPage(<IdentitySection />);
    await page.getByLabelText('Token your server made').fill('x'.repeat(4_097));
    await page.getByRole('button', { name: 'Check' }).click();
    await expect.element(page.getByText('It is too long')).toBeVisible();
    expect(asked.filter(({ path }) => path === '/v1/identity/check')).toEqual([]);
  });

  test('the sample carries the id of this workspace as its audience', async () => {
    aServer();
    onPage(<IdentitySection />);
    await page.getByRole('radio', { name: 'Python' }).click();
    await expect
      .element(page.getByRole('group', { name: 'banso_token.py' }))
      .toMatchTextContent(new RegExp(`"aud": "${anId('ws')}"`));
  });
});

test.each(['en', 'ja', 'ko'] as const)('every verdict has words in %s', (language) => {
  for (const verdict of organisation.TOKEN_VERDICTS)
    expect(identityTexts[language].verdicts[verdict].what).not.toBe('');
});
