import { account } from '@banso/contract';
import { Renewal } from '@banso/contract/renewal';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestMember } from '../../testing.ts';

const yen = (amountMinor: number) => ({ amountMinor, currency: 'JPY' });

describe.each(DIALECTS)('renewals on %s', (dialect) => {
  let api: TestApp;
  let staff: TestMember;
  let viewer: TestMember;
  let admin: TestMember;
  let path: string;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    const { organisationId, workspaceId } = await api.organisation();
    staff = await api.member(organisationId, 'member', workspaceId);
    admin = await api.member(organisationId, 'admin', workspaceId);
    viewer = await api.member(organisationId, 'viewer', workspaceId);
    path = `/v1/accounts/${await anAccount({ renewalDate: '2026-03-31', recurringRevenue: yen(1_000) })}`;
  });
  afterEach(() => api.close());

  async function anAccount(values: object) {
    const json = { name: `Aoba ${Math.random()}`, lifecycle: 'established', ...values };
    const made = await api.request('/v1/accounts', staff, { method: 'POST', json });
    return account.Account.parse(await made.json()).id;
  }
  const read = async () => {
    const answer = await api.request(path, viewer);
    return { ...account.Account.parse(await answer.json()), etag: answer.headers.get('etag') ?? '' };
  };
  const decide = async (
    json: object,
    { as = staff, match }: { as?: TestMember; match?: string | null } = {},
  ) =>
    api.request(`${path}/renewals`, as, {
      method: 'POST',
      json,
      headers: match === null ? {} : { 'if-match': match ?? (await read()).etag },
    });
  const listed = async (query = '') => {
    const answer = await api.request(`/v1/renewals${query}`, viewer);
    const { data } = (await answer.json()) as { data: unknown[] };
    return data.map((each) => Renewal.parse(each));
  };
  const pathsOf = async (answer: Response) => {
    const { errors } = (await answer.json()) as { errors?: { path: string; code: string }[] };
    return errors?.map(({ path: field, code }) => `${field} ${code}`);
  };

  test('renewed: the date of the account moves on, with the new amount, and both are on the record', async () => {
    const answer = await decide({ outcome: 'renewed', nextDueDate: '2027-03-31', amountAfter: yen(1_500) });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe((await read()).etag);
    expect(Renewal.parse(await answer.json())).toMatchObject({
      dueDate: '2026-03-31',
      outcome: 'renewed',
      decidedOn: api.clock.now().slice(0, 10),
      decidedBy: { id: staff.id },
      amountBefore: yen(1_000),
      amountAfter: yen(1_500),
      nextDueDate: '2027-03-31',
    });
    expect(await read()).toMatchObject({
      renewalDate: '2027-03-31',
      recurringRevenue: yen(1_500),
      lifecycle: 'established',
    });
  });

  test('churned: the account has left, and what is taken back is as it was', async () => {
    const made = Renewal.parse(await (await decide({ outcome: 'churned', decidedOn: '2026-01-03' })).json());
    expect(made).toMatchObject({ decidedOn: '2026-01-03', amountAfter: yen(0), nextDueDate: null });
    expect(await read()).toMatchObject({ renewalDate: null, recurringRevenue: yen(0), lifecycle: 'churned' });
    expect((await decide({ outcome: 'churned' })).status).toBe(409);

    const back = async (match: string) =>
      api.request(`/v1/renewals/${made.id}`, staff, { method: 'DELETE', headers: { 'if-match': match } });
    expect((await back('"r1"')).status).toBe(412);
    expect((await back((await read()).etag)).status).toBe(204);
    expect(await read()).toMatchObject({
      renewalDate: '2026-03-31',
      recurringRevenue: yen(1_000),
      lifecycle: 'established',
    });
    expect(await listed()).toEqual([]);
    const log = (await (await api.request('/v1/audit-log', admin)).json()) as { data: { action: string }[] };
    expect(log.data.slice(0, 2).map(({ action }) => action)).toEqual(['renewal.take_back', 'renewal.decide']);
  });

  test('only the latest of an account can be taken back', async () => {
    const first = Renewal.parse(
      await (await decide({ outcome: 'renewed', nextDueDate: '2026-06-30' })).json(),
    );
    await decide({ outcome: 'renewed', nextDueDate: '2026-09-30' });
    const answer = await api.request(`/v1/renewals/${first.id}`, staff, {
      method: 'DELETE',
      headers: { 'if-match': '*' },
    });
    expect(answer.status).toBe(409);
  });

  test('are listed by due date, of an account, an outcome and a period', async () => {
    await decide({ outcome: 'renewed', nextDueDate: '2026-06-30' });
    await decide({ outcome: 'renewed', nextDueDate: '2026-09-30' });
    await decide({ outcome: 'churned' });
    const dates = async (query: string) => (await listed(query)).map(({ dueDate }) => dueDate);
    expect(await dates('')).toEqual(['2026-09-30', '2026-06-30', '2026-03-31']);
    expect(await dates('?outcome=renewed')).toEqual(['2026-06-30', '2026-03-31']);
    expect(await dates('?dueFrom=2026-04-01&dueTo=2026-06-30')).toEqual(['2026-06-30']);
    const other = await anAccount({});
    expect(await dates(`?accountId=${other}`)).toEqual([]);
    const page = (await (await api.request('/v1/renewals?limit=1', viewer)).json()) as { nextCursor: string };
    expect(await dates(`?limit=2&cursor=${page.nextCursor}`)).toEqual(['2026-06-30', '2026-03-31']);
  });

  test.each([
    { json: { outcome: 'renewed' }, path: 'nextDueDate required' },
    { json: { outcome: 'renewed', nextDueDate: '2026-03-31' }, path: 'nextDueDate not_later' },
    { json: { outcome: 'churned', nextDueDate: '2027-03-31' }, path: 'nextDueDate not_allowed' },
    { json: { outcome: 'churned', decidedOn: '2031-01-01' }, path: 'decidedOn in_the_future' },
    { json: { outcome: 'perhaps' }, path: 'outcome invalid_value' },
  ])('refuses $json with its place', async ({ json, path: field }) => {
    const answer = await decide(json);
    expect(answer.status).toBe(400);
    expect(await pathsOf(answer)).toEqual([field]);
    expect(await listed()).toEqual([]);
  });

  test('need the account as it was seen, and somebody who may write', async () => {
    const json = { outcome: 'churned' };
    expect((await decide(json, { match: null })).status).toBe(428);
    expect((await decide(json, { match: '"r9"' })).status).toBe(412);
    expect((await decide(json, { as: viewer })).status).toBe(403);
    path = `/v1/accounts/${await anAccount({ renewalDate: null })}`;
    expect((await decide(json)).status).toBe(409);
  });
});
