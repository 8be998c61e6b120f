import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenConstraint } from '../constraint.ts';
import { InvalidCursor } from '../cursor.ts';
import type { Database } from '../database.ts';
import type { Db } from '../tables.ts';
import { aContact, aMember, anAccount, aWorkspace, DIALECTS, openTestDatabase } from '../testing.ts';
import * as accounts from './accounts.ts';

const AT = '2026-01-05T10:00:00.000Z';
const LATER = '2026-02-01T00:00:00.000Z';
const byName: accounts.AccountSort = { by: 'name', direction: 'asc' };

describe.each(DIALECTS)('accounts on %s', (dialect) => {
  let database: Database;
  let organisationId: string;
  let ws: string;
  let other: string;
  beforeEach(async () => {
    database = await openTestDatabase(dialect);
    ({ organisationId, workspaceId: ws } = await aWorkspace(database));
    ({ workspaceId: other } = await aWorkspace(database, { organisationId }));
  });
  afterEach(() => database.close());

  const read = <T>(work: (db: Db) => Promise<T>, id = ws) => database.forWorkspace(id).read(work);
  const write = <T>(work: (db: Db) => Promise<T>, id = ws) => database.forWorkspace(id).write(work);
  const names = async (filter: accounts.AccountFilter = {}, sort = byName, id = ws) =>
    (await read((db) => accounts.list(db, id, filter, sort, { limit: 50 }), id)).data.map(
      (account) => account.name,
    );

  test('give back what was created, with owner and number of contacts', async () => {
    const ownerId = await aMember(database, organisationId, { name: 'Mika Sato' });
    const account: accounts.NewAccount = {
      id: 'acc_1',
      name: '青葉物流',
      externalId: 'crm-7',
      ownerId,
      plan: 'pro',
      lifecycle: 'established',
      recurringRevenue: { amountMinor: 9_000_000_000, currency: 'JPY' },
      renewalDate: '2026-04-01',
      health: { level: 'poor', reason: 'Nobody signs in.', at: AT, until: LATER, by: ownerId },
      traits: { seats: 40, region: '東北' },
      at: AT,
    };
    expect(await write((db) => accounts.create(db, ws, account))).toBe(true);
    for (let n = 0; n < 3; n++) await aContact(database, ws, { account_id: 'acc_1' });
    await aContact(database, ws);

    const { at, ownerId: _owner, ...given } = account;
    const expected = {
      ...given,
      health: { ...given.health, by: { id: ownerId, name: 'Mika Sato' } },
      owner: { id: ownerId, name: 'Mika Sato' },
      contacts: 3,
      lastSeenAt: null,
      createdAt: at,
      updatedAt: at,
      revision: 1,
    };
    expect(await read((db) => accounts.find(db, ws, 'acc_1'))).toEqual(expected);
    expect(await read((db) => accounts.findByExternalId(db, ws, 'crm-7'))).toEqual(expected);
  });

  test('are onboarding and otherwise empty unless told', async () => {
    await write((db) => accounts.create(db, ws, { id: 'acc_1', name: 'Aoba', at: AT }));
    expect(await read((db) => accounts.find(db, ws, 'acc_1'))).toEqual({
      id: 'acc_1',
      externalId: null,
      name: 'Aoba',
      owner: null,
      plan: null,
      lifecycle: 'onboarding',
      recurringRevenue: null,
      renewalDate: null,
      health: null,
      traits: {},
      contacts: 0,
      lastSeenAt: null,
      createdAt: AT,
      updatedAt: AT,
      revision: 1,
    });
  });

  test('share no external id, but any number may have none', async () => {
    const create = (id: string, externalId?: string) =>
      write((db) => accounts.create(db, ws, { id, name: id, externalId, at: AT }));
    expect([
      await create('acc_1', 'x'),
      await create('acc_2', 'x'),
      await create('acc_3'),
      await create('acc_4'),
    ]).toEqual([true, false, true, true]);
    expect(await names()).toEqual(['acc_1', 'acc_3', 'acc_4']);
    const update = write((db) => accounts.update(db, ws, 'acc_3', 1, { externalId: 'x' }, LATER));
    expect(await update.catch(brokenConstraint)).toBe('unique');
  });

  test('change only what is given, and only at the revision that was seen', async () => {
    const id = await anAccount(database, ws, {
      plan: 'free',
      revenue_minor: 5,
      revenue_currency: 'EUR',
      traits: '{"a":1}',
    });
    expect(
      await write((db) => accounts.update(db, ws, id, 1, { plan: 'pro', recurringRevenue: null }, LATER)),
    ).toBe(2);
    expect(await write((db) => accounts.update(db, ws, id, 1, { plan: 'lost' }, LATER))).toBeUndefined();
    expect(
      await write((db) => accounts.update(db, ws, 'acc_none', 1, { plan: 'lost' }, LATER)),
    ).toBeUndefined();
    expect(await read((db) => accounts.find(db, ws, id))).toMatchObject({
      plan: 'pro',
      recurringRevenue: null,
      name: 'Aoba Logistics',
      traits: { a: 1 },
      revision: 2,
      createdAt: AT,
      updatedAt: LATER,
    });
  });

  test('are put by external id: made once, changed after that', async () => {
    const put = (id: string, change: accounts.AccountChange, at = AT) =>
      write((db) => accounts.putByExternalId(db, ws, 'crm-7', { id, at, ...change }));
    expect(await put('acc_1', { plan: 'pro', traits: { a: 1 } })).toEqual({
      id: 'acc_1',
      revision: 1,
      isNew: true,
    });
    expect(await put('acc_2', { name: 'Aoba' }, LATER)).toEqual({ id: 'acc_1', revision: 2, isNew: false });
    expect(await put('acc_3', { plan: null })).toEqual({ id: 'acc_1', revision: 3, isNew: false });
    expect(await read((db) => accounts.find(db, ws, 'acc_1'))).toMatchObject({
      name: 'Aoba',
      plan: null,
      traits: { a: 1 },
      externalId: 'crm-7',
      createdAt: AT,
    });
    expect(await read((db) => accounts.find(db, ws, 'acc_2'))).toBeUndefined();
    expect((await put('acc_4', {})).isNew).toBe(false);
  });

  test.each<{ by: accounts.AccountSort['by']; asc: string[]; desc: string[] }>([
    { by: 'name', asc: ['alpha', 'Beta', '日本', '한국'], desc: ['한국', '日本', 'Beta', 'alpha'] },
    { by: 'renewalDate', asc: ['Beta', '한국', 'alpha', '日本'], desc: ['한국', 'Beta', '日本', 'alpha'] },
    {
      by: 'recurringRevenue',
      asc: ['日本', 'alpha', 'Beta', '한국'],
      desc: ['Beta', 'alpha', '日本', '한국'],
    },
    { by: 'lastSeenAt', asc: ['日本', 'alpha', 'Beta', '한국'], desc: ['alpha', '日本', '한국', 'Beta'] },
    { by: 'createdAt', asc: ['alpha', '日本', 'Beta', '한국'], desc: ['한국', 'Beta', '日本', 'alpha'] },
  ])(
    'are sorted by $by in both directions, page by page, without the value last',
    async ({ by, asc, desc }) => {
      const rows = [
        {
          id: 'acc_1',
          name: 'alpha',
          renewal_date: null,
          revenue_minor: -5,
          last_seen_at: LATER,
          created_at: AT,
        },
        {
          id: 'acc_2',
          name: 'Beta',
          renewal_date: '2026-03-01',
          revenue_minor: 3_000_000_000,
          last_seen_at: null,
          created_at: LATER,
        },
        {
          id: 'acc_3',
          name: '日本',
          renewal_date: null,
          revenue_minor: -7,
          last_seen_at: AT,
          created_at: AT,
        },
        {
          id: 'acc_4',
          name: '한국',
          renewal_date: '2026-04-01',
          revenue_minor: null,
          last_seen_at: null,
          created_at: LATER,
        },
      ];
      for (const row of rows) await anAccount(database, ws, row);
      for (const direction of ['asc', 'desc'] as const) {
        const expected = direction === 'asc' ? asc : desc;
        expect(await names({}, { by, direction })).toEqual(expected);
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await read((db) => accounts.list(db, ws, {}, { by, direction }, { limit: 1, cursor }));
          paged.push(...page.data.map((account) => account.name));
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect(paged).toEqual(expected);
      }
    },
  );

  test('end with null, and refuse a cursor of another order', async () => {
    for (const name of ['a', 'b']) await anAccount(database, ws, { name });
    const page = (limit: number, cursor?: string, sort = byName) =>
      read((db) => accounts.list(db, ws, {}, sort, { limit, cursor }));
    expect((await page(2)).nextCursor).toBeNull();
    const { nextCursor } = await page(1);
    await expect(page(1, nextCursor ?? '', { by: 'name', direction: 'desc' })).rejects.toThrow(InvalidCursor);
    await expect(page(1, 'garbage')).rejects.toThrow(InvalidCursor);
  });

  test('stay in place while others come and go between two pages', async () => {
    for (const name of ['b', 'd', 'f']) await anAccount(database, ws, { name });
    const first = await read((db) => accounts.list(db, ws, {}, byName, { limit: 2 }));
    await anAccount(database, ws, { name: 'a' });
    await anAccount(database, ws, { name: 'e' });
    await write((db) =>
      db.deleteFrom('account').where('workspace_id', '=', ws).where('name', '=', 'd').execute(),
    );
    const second = await read((db) =>
      accounts.list(db, ws, {}, byName, { limit: 2, cursor: first.nextCursor ?? '' }),
    );
    expect(second.data.map((account) => account.name)).toEqual(['e', 'f']);
  });

  test('are filtered', async () => {
    const mine = await aMember(database, organisationId);
    await anAccount(database, ws, {
      name: 'Aoba',
      owner_id: mine,
      plan: 'pro',
      lifecycle: 'churned',
      renewal_date: '2026-03-01',
    });
    await anAccount(database, ws, {
      name: 'Beta',
      external_id: 'CRM_9%',
      plan: 'free',
      renewal_date: '2026-04-01',
    });
    await anAccount(database, ws, { name: '青葉物流' });
    expect(await names({ ownerId: mine })).toEqual(['Aoba']);
    expect(await names({ ownerId: null })).toEqual(['Beta', '青葉物流']);
    expect(await names({ plan: 'free' })).toEqual(['Beta']);
    expect(await names({ lifecycle: 'churned' })).toEqual(['Aoba']);
    expect(await names({ renewalFrom: '2026-03-01', renewalTo: '2026-03-31' })).toEqual(['Aoba']);
    expect(await names({ plan: 'pro', lifecycle: 'adopting' })).toEqual([]);
  });

  test.each([
    { search: 'aob', found: ['Aoba'], because: 'case does not count' },
    { search: ' OBA ', found: ['Aoba'], because: 'nor do spaces around it' },
    { search: '葉物', found: ['青葉物流'], because: 'two characters are enough' },
    { search: '青', found: ['青葉物流'], because: 'so is one' },
    {
      search: 'crm_9%',
      found: ['Beta'],
      because: 'the external id is searched too, and % and _ are characters',
    },
    { search: 'crm%9', found: [], because: '% stands for itself' },
    { search: 'rm_', found: ['Beta'], because: '_ stands for itself' },
    { search: '\\', found: [], because: 'so does a backslash' },
    { search: "' or 1=1 --", found: [], because: 'it is never SQL' },
    { search: '  ', found: ['Aoba', 'Beta', '青葉物流'], because: 'nothing filters nothing' },
  ])('are searched: "$search" finds $found, since $because', async ({ search, found }) => {
    await anAccount(database, ws, { name: 'Aoba' });
    await anAccount(database, ws, { name: 'Beta', external_id: 'CRM_9%' });
    await anAccount(database, ws, { name: '青葉物流', external_id: 'crmx9' });
    expect(await names({ search })).toEqual(found);
  });

  test('tell their plans', async () => {
    for (const plan of ['pro', 'free', null, 'pro']) await anAccount(database, ws, { plan });
    await anAccount(database, other, { plan: 'secret' });
    expect(await read((db) => accounts.listPlans(db, ws))).toEqual(['free', 'pro']);
  });

  test('are freed when their owner leaves', async () => {
    const [leaving, staying] = [
      await aMember(database, organisationId),
      await aMember(database, organisationId),
    ];
    await anAccount(database, ws, { name: 'a', owner_id: leaving });
    await anAccount(database, ws, { name: 'b', owner_id: staying });
    await anAccount(database, other, { name: 'c', owner_id: leaving });
    expect(await write((db) => accounts.releaseOwner(db, ws, leaving, LATER))).toBe(1);
    expect(await names({ ownerId: null })).toEqual(['a']);
    expect(await names({ ownerId: leaving }, byName, other)).toEqual(['c']);
    await database.control.deleteFrom('member').where('id', '=', leaving).execute();
    expect(await names({ ownerId: null }, byName, other)).toEqual(['c']);
  });

  test('never cross workspaces', async () => {
    const foreign = await anAccount(database, other, { name: 'Foreign', external_id: 'x' });
    expect(await read((db) => accounts.find(db, ws, foreign))).toBeUndefined();
    expect(await read((db) => accounts.findByExternalId(db, ws, 'x'))).toBeUndefined();
    expect(await names()).toEqual([]);
    expect(await write((db) => accounts.update(db, ws, foreign, 1, { name: 'Mine' }, LATER))).toBeUndefined();
    expect(
      await write((db) => accounts.putByExternalId(db, ws, 'x', { id: 'acc_1', name: 'Mine', at: AT })),
    ).toMatchObject({ isNew: true });
    expect(
      await write((db) => accounts.create(db, ws, { id: foreign, name: 'Same id, other workspace', at: AT })),
    ).toBe(true);
    expect(await names({}, byName, other)).toEqual(['Foreign']);
    await expect(read((db) => accounts.find(db, other, foreign))).rejects.toThrow('Refused');
    await expect(read((db) => accounts.list(db, other, {}, byName, { limit: 1 }))).rejects.toThrow('Refused');
    await expect(read((db) => accounts.listPlans(db, other))).rejects.toThrow('Refused');
    await expect(write((db) => accounts.update(db, other, foreign, 1, {}, AT))).rejects.toThrow('Refused');
    await expect(write((db) => accounts.releaseOwner(db, other, 'mem_1', AT))).rejects.toThrow('Refused');
    await expect(
      write((db) => accounts.create(db, other, { id: 'acc_2', name: 'x', at: AT })),
    ).rejects.toThrow('Refused');
    await expect(
      write((db) => accounts.putByExternalId(db, other, 'x', { id: 'acc_2', at: AT })),
    ).rejects.toThrow('Refused');
  });
});
