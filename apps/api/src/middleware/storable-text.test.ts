import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp } from '../testing.ts';
import type { TestApp, TestMember } from '../testing.ts';

describe.each(DIALECTS)('text that not every database can hold, on %s', (dialect) => {
  let api: TestApp;
  let editor: TestMember;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    const { organisationId, workspaceId } = await api.organisation();
    editor = await api.member(organisationId, 'member', workspaceId);
  });
  afterEach(() => api.close());

  test.each([
    { because: 'a NUL in a name', json: { name: 'Acme\0' }, path: 'name' },
    {
      because: 'half an emoji in a trait',
      json: { name: 'Acme', traits: { plan: '\ud83d' } },
      path: 'traits.plan',
    },
    {
      because: 'a NUL in the name of a trait',
      json: { name: 'Acme', traits: { 'pl\0an': 1 } },
      path: 'traits',
    },
  ])('$because is refused by its field, and nothing is stored', async ({ json, path }) => {
    const refused = await api.request('/v1/accounts', editor, { method: 'POST', json });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ code: 'invalid', errors: [{ path, code: 'not_storable' }] });
    expect(await (await api.request('/v1/accounts', editor)).json()).toMatchObject({ data: [] });
  });

  test('a NUL in an address is refused', async () => {
    expect((await api.request('/v1/accounts?search=a%00b', editor)).status).toBe(400);
  });

  test('a whole emoji and a backslash before zeros are text like any other', async () => {
    const name = '🎉 \\u0000 \ud83c\udf89';
    const stored = await api.request('/v1/accounts', editor, { method: 'POST', json: { name } });
    expect(stored.status).toBe(201);
    expect(await stored.json()).toMatchObject({ name });
  });
});
