import { hc } from 'hono/client';
import { afterEach, beforeEach, describe, expect, expectTypeOf, test } from 'vitest';
import type { App, Client } from './client.ts';
import { openTestApp, ORIGIN } from './testing.ts';
import type { TestApp } from './testing.ts';

describe('the typed client', () => {
  let api: TestApp;
  beforeEach(async () => void (api = await openTestApp('sqlite')));
  afterEach(() => api.close());

  test('knows every operation by its path, with what it takes and answers', async () => {
    const { organisationId, workspaceId } = await api.organisation();
    const admin = await api.member(organisationId, 'admin', workspaceId);
    const client: Client = hc<App>(ORIGIN, {
      headers: { ...admin.headers, origin: ORIGIN, 'content-type': 'application/json' },
      fetch: async (input: string | URL | Request, init?: RequestInit) =>
        api.app.fetch(new Request(input, init)),
    });

    const created = await client.v1.keys.$post({ json: { kind: 'secret', name: 'CRM', scopes: ['read'] } });
    expect(created.status).toBe(201);
    expectTypeOf((await created.json()).key).toEqualTypeOf<string | null>();
    const list = await (await client.v1.keys.$get({ query: { limit: '10' } })).json();
    expectTypeOf(list.data[0]?.kind).toEqualTypeOf<'publishable' | 'secret' | 'identity' | undefined>();
    expect(list.data).toMatchObject([{ kind: 'secret', name: 'CRM' }]);

    const made = await (await client.v1.accounts.$post({ json: { name: 'Acme' } })).json();
    const account = await client.v1.accounts[':id'].$get({ param: { id: made.id } });
    expectTypeOf((await account.json()).lifecycle).toEqualTypeOf<
      'onboarding' | 'adopting' | 'established' | 'at_risk' | 'churned'
    >();
    const me = await (await client.v1.me.$get()).json();
    expect(me.organisation.id).toBe(organisationId);
    const report = await client.v1['my-day'].$get();
    expectTypeOf((await report.json()).book.accounts).toEqualTypeOf<number>();
    expect(client.v1.live.$url({ query: { workspace: workspaceId } }).href).toBe(
      `${ORIGIN}/v1/live?workspace=${workspaceId}`,
    );
  });
});
