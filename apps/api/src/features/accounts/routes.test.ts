import { addMs, DAY_MS } from '@banso/domain/time';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../clock.ts';
import { openTestApp, type TestApp, type TestMember } from '../../testing.ts';

interface Row {
  id: string;
  name: string;
}
interface Page {
  data: Row[];
  nextCursor: string | null;
}

describe.each(DIALECTS)('accounts and contacts on %s', (dialect) => {
  let api: TestApp;
  let member: TestMember;
  let stranger: TestMember;
  let workspaceId: string;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    const own = await api.organisation();
    workspaceId = own.workspaceId;
    member = await api.member(own.organisationId, 'member', workspaceId);
    const other = await api.organisation('Somebody else');
    stranger = await api.member(other.organisationId, 'owner', other.workspaceId);
  });
  afterEach(() => api.close());

  const create = async (noun: 'accounts' | 'contacts', json: unknown, caller = member) => {
    const answer = await api.request(`/v1/${noun}`, caller, { method: 'POST', json });
    return {
      status: answer.status,
      etag: answer.headers.get('etag') ?? '',
      row: (await answer.json()) as Row & { code?: string },
    };
  };
  const read = async (path: string, caller = member): Promise<unknown> =>
    (await api.request(path, caller)).json();

  test('an account keeps what the team sets', async () => {
    const values = {
      name: 'Aoba',
      plan: 'Team',
      lifecycle: 'adopting',
      recurringRevenue: { amountMinor: 1_440_000, currency: 'JPY' },
      renewalDate: '2026-04-01',
      ownerId: member.id,
    };
    const { row } = await create('accounts', values);
    expect(await read(`/v1/accounts/${row.id}`)).toMatchObject({
      name: 'Aoba',
      plan: 'Team',
      recurringRevenue: values.recurringRevenue,
      renewalDate: '2026-04-01',
      owner: { id: member.id },
    });
  });

  test('what is said of its health holds for a time and says who said it', async () => {
    const { row } = await create('accounts', { name: 'Aoba' });
    const patch = async (health: unknown) => {
      const answer = await api.request(`/v1/accounts/${row.id}`, member, {
        method: 'PATCH',
        json: { health },
        headers: { 'if-match': '*' },
      });
      return { status: answer.status, body: (await answer.json()) as { errors?: { path: string }[] } };
    };
    const wrong = async (health: unknown) => (await patch(health)).body.errors?.map(({ path }) => path);
    expect(await wrong({ level: 'red', reason: 'x' })).toEqual(['health.level']);
    expect(await wrong({ level: 'poor', reason: ' ' })).toEqual(['health.reason']);
    const now = api.clock.now();
    expect(await wrong({ level: 'poor', reason: 'x', until: now })).toEqual(['health.until']);
    expect(await wrong({ level: 'poor', reason: 'x', until: addMs(now, 400 * DAY_MS) })).toEqual([
      'health.until',
    ]);
    expect(await read(`/v1/accounts/${row.id}`)).toMatchObject({ health: null });

    expect((await patch({ level: 'poor', reason: 'Nobody signs in.' })).status).toBe(200);
    const health = { level: 'poor', reason: 'Nobody signs in.', by: { id: member.id } };
    expect(await read(`/v1/accounts/${row.id}`)).toMatchObject({
      health: { ...health, until: addMs(now, 90 * DAY_MS) },
    });
    const found = async () => ((await read('/v1/accounts?health=poor')) as { data: unknown[] }).data.length;
    expect(await found()).toBe(1);
    api.clock.advance(90 * DAY_MS);
    expect(await found()).toBe(0);
    expect(await read(`/v1/accounts/${row.id}`)).toMatchObject({ health: null });
  });

  test('two people who edit at once do not overwrite each other', async () => {
    const { row, etag } = await create('accounts', { name: 'Aoba' });
    const patch = (json: unknown) =>
      api.request(`/v1/accounts/${row.id}`, member, { method: 'PATCH', json, headers: { 'if-match': etag } });
    expect((await patch({ plan: 'Team' })).status).toBe(200);
    expect((await patch({ plan: 'Starter' })).status).toBe(412);
    expect(await read(`/v1/accounts/${row.id}`)).toMatchObject({ plan: 'Team' });
  });

  test('the same external id twice is one account', async () => {
    const put = (json: unknown) =>
      api.request('/v1/accounts/by-external-id/acme', member, { method: 'PUT', json });
    expect((await put({ name: 'Acme' })).status).toBe(201);
    expect((await put({ plan: 'Team' })).status).toBe(200);
    expect(await read('/v1/accounts')).toMatchObject({
      data: [{ name: 'Acme', plan: 'Team', externalId: 'acme' }],
    });
    expect((await create('accounts', { name: 'Other', externalId: 'acme' })).status).toBe(409);
  });

  test.each([
    { sort: 'name', order: ['Aoba', 'Birch', 'Cedar'] },
    { sort: '-name', order: ['Cedar', 'Birch', 'Aoba'] },
    { sort: 'renewalDate', order: ['Cedar', 'Aoba', 'Birch'] },
    { sort: '-recurringRevenue', order: ['Birch', 'Aoba', 'Cedar'] },
  ])('sorts by $sort, page by page', async ({ sort, order }) => {
    const revenue = (amountMinor: number) => ({ amountMinor, currency: 'JPY' });
    await create('accounts', { name: 'Birch', renewalDate: null, recurringRevenue: revenue(300) });
    await create('accounts', { name: 'Aoba', renewalDate: '2026-05-01', recurringRevenue: revenue(200) });
    await create('accounts', { name: 'Cedar', renewalDate: '2026-02-01', recurringRevenue: revenue(100) });
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = (await read(`/v1/accounts?sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`)) as Page;
      seen.push(...page.data.map(({ name }) => name));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(order);
  });

  test.each([
    { json: { name: '' }, path: 'name' },
    {
      json: { name: 'x', recurringRevenue: { amountMinor: 1.5, currency: 'JPY' } },
      path: 'recurringRevenue.amountMinor',
    },
    { json: { name: 'x', renewalDate: '2026-13-01' }, path: 'renewalDate' },
    { json: { name: 'x', ownerId: 'mem_00000000-0000-7000-8000-000000000000' }, path: 'ownerId' },
    { json: { name: 'x', traits: { deep: { a: 1 } } }, path: 'traits.deep' },
    { json: { name: 'x', revision: 7 }, path: 'revision' },
  ])('refuses $json', async ({ json, path }) => {
    const answer = await api.request('/v1/accounts', member, { method: 'POST', json });
    expect(answer.status).toBe(400);
    expect(
      ((await answer.json()) as { errors: { path: string }[] }).errors.map((error) => error.path),
    ).toContain(path);
  });

  test('a person belongs to an account of the same workspace only', async () => {
    const foreign = await create('accounts', { name: 'Theirs' }, stranger);
    expect((await create('contacts', { externalId: 'mika', accountId: foreign.row.id })).status).toBe(400);
    expect((await create('contacts', { externalId: 'mika', accountId: newId('acc') })).status).toBe(400);
    const own = await create('accounts', { name: 'Ours' });
    const { row } = await create('contacts', { externalId: 'mika', name: 'Mika', accountId: own.row.id });
    expect(await read(`/v1/contacts/${row.id}`)).toMatchObject({
      name: 'Mika',
      account: { name: 'Ours' },
      verified: true,
    });
    expect(await read(`/v1/accounts/${own.row.id}`)).toMatchObject({ contacts: 1 });
    expect(await read(`/v1/contacts?search=mik&accountId=${own.row.id}`)).toMatchObject({
      data: [{ id: row.id }],
    });
  });

  test('progress and timeline tell what a person did, with the name of the teammate', async () => {
    const en = (text: string) => ({ en: text });
    const draft = {
      defaultLocale: 'en',
      locales: ['en'],
      delivery: {
        audience: { type: 'all', of: [] },
        pages: [],
        devices: [],
        delaySeconds: 0,
        samplePercent: 100,
        priority: 0,
        interruptive: false,
        verifiedOnly: false,
        recurrence: {
          afterShownDays: null,
          afterDismissedDays: null,
          afterAnsweredDays: null,
          maxAttempts: null,
        },
      },
      body: {
        title: en('Start'),
        intro: en(''),
        ordered: false,
        progressOf: 'account',
        celebration: en(''),
        steps: ['one', 'two'].map((key) => ({
          key,
          title: en(`Step ${key}`),
          body: en(''),
          action: null,
          completeWhen: null,
          requires: [],
          optional: false,
          visibleWhen: null,
          dueInDays: null,
          owner: 'customer',
        })),
      },
    };
    const created = await api.request('/v1/checklists', member, {
      method: 'POST',
      json: { name: 'Start', draft },
    });
    const { id } = (await created.json()) as Row;
    await api.request(`/v1/checklists/${id}/publish`, member, {
      method: 'POST',
      json: {},
      headers: { 'if-match': created.headers.get('etag') ?? '' },
    });

    const arrived = await api.deps.recorder.arrive({
      workspaceId,
      identity: 'verified',
      externalId: 'mika',
      traits: { name: 'Mika' },
      signedTraits: {},
      account: { externalId: 'acme', traits: { name: 'Acme' }, signed: true },
      locale: 'en',
      timeZone: undefined,
      pageUrl: 'https://app.example.com/',
      session: { tokenHash: newId(), expiresAt: '2027-01-01T00:00:00.000Z' },
    });
    const at = api.clock.now();
    await api.deps.recorder.record({ workspaceId, ...arrived, verified: true, locale: 'en' }, [
      {
        event: { id: newId(), at, type: 'step_completed', contentId: id, version: 1, step: 'one' },
        occurredAt: at,
      },
    ]);
    const progress = {
      data: [
        {
          checklist: { name: 'Start' },
          titles: { one: 'Step one' },
          progress: {
            done: 1,
            total: 2,
            steps: [{ key: 'one', state: 'done', doneBy: 'Mika' }, { key: 'two' }],
          },
        },
      ],
    };
    expect(await read(`/v1/accounts/${arrived.accountId}/progress`)).toMatchObject(progress);
    expect(await read(`/v1/contacts/${arrived.contactId}/progress`)).toMatchObject(progress);
    expect(await read(`/v1/checklists/${id}/participants`)).toMatchObject({
      data: [{ account: { name: 'Acme' }, done: 1, total: 2 }],
      nextCursor: null,
    });
    const entry = {
      data: [
        { type: 'step_completed', contact: { name: 'Mika' }, content: { id }, detail: { title: 'Step one' } },
      ],
    };
    expect(await read(`/v1/contacts/${arrived.contactId}/timeline`)).toMatchObject(entry);
    expect(await read(`/v1/accounts/${arrived.accountId}/timeline`)).toMatchObject(entry);
  });

  test('another workspace sees and changes nothing', async () => {
    const account = await create('accounts', { name: 'Ours', externalId: 'acme' });
    const contact = await create('contacts', { externalId: 'mika' });
    for (const path of [`/v1/accounts/${account.row.id}`, `/v1/contacts/${contact.row.id}`]) {
      for (const end of ['', '/progress', '/timeline'])
        expect((await api.request(path + end, stranger)).status).toBe(404);
      expect(
        (
          await api.request(path, stranger, {
            method: 'PATCH',
            json: { name: 'Stolen' },
            headers: { 'if-match': '*' },
          })
        ).status,
      ).toBe(404);
    }
    expect(await read('/v1/accounts', stranger)).toEqual({ data: [], nextCursor: null });
    await api.request('/v1/accounts/by-external-id/acme', stranger, {
      method: 'PUT',
      json: { name: 'Theirs' },
    });
    expect(await read(`/v1/accounts/${account.row.id}`)).toMatchObject({ name: 'Ours' });
  });
});
