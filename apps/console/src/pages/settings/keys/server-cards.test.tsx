import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { forget } from '../../../data/query.ts';
import { onPage } from '../../accounts/testing/on-page.tsx';
import { standIn } from '../../accounts/testing/stand-in.ts';
import { ServerCards } from './server-cards.tsx';

/** A server that has heard nothing of the customer's until told so. */
function aServer() {
  const lastFromServers: object[] = [];
  standIn({
    'GET /v1/workspaces/:id/installation': () => ({
      body: {
        lastSeenAt: null,
        lastPageUrl: null,
        sessions24h: 0,
        verifiedSessions24h: 0,
        contacts: 0,
        lastEvents: [],
        lastFromServers,
        eventNames: [],
      },
    }),
  });
  return {
    tell(name: string) {
      const at = '2020-02-02T10:00:00.000Z';
      lastFromServers.unshift({
        type: 'track',
        name,
        at,
        receivedAt: new Date().toISOString(),
        contact: 'Mika',
        erased: false,
      });
      forget('/v1/workspaces'); // what the live feed does when a server was heard
    },
  };
}
const code = () => page.getByRole('group', { name: 'Server code' });

describe('ServerCards', () => {
  test('turns from waiting to "we heard your server", with what it told last', async () => {
    const server = aServer();
    onPage(<ServerCards />);
    await expect.element(page.getByRole('heading', { name: 'Waiting for your server' })).toBeVisible();
    await expect.element(page.getByRole('table')).not.toBeInTheDocument();
    server.tell('ticket_closed');
    await expect.element(page.getByRole('heading', { name: /We heard your server/ })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /event ticket_closed Mika/ })).toBeVisible();
    await expect.element(page.getByText(/2020/)).not.toBeInTheDocument();
  });

  test('has lines for curl and for the stock clients, with this address and never a key', async () => {
    aServer();
    onPage(<ServerCards />);
    const said = [
      ['curl', `curl ${location.origin}/v1/track`],
      ['Segment', `host: '${location.origin}'`],
      ['RudderStack', `dataPlaneUrl: '${location.origin}'`],
    ] as const;
    for (const [name, line] of said) {
      await page.getByRole('radio', { name, exact: true }).click();
      await expect.element(code()).toMatchTextContent(new RegExp(line.replaceAll(/[.?*/]/g, '\\$&')));
      await expect.element(code()).toMatchTextContent(/BANSO_SECRET_KEY/);
    }
  });
});
