import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenConstraint } from '../constraint.ts';
import { InvalidCursor } from '../cursor.ts';
import type { Database } from '../database.ts';
import type { Db } from '../tables.ts';
import { aContact, anAccount, aWorkspace, DIALECTS, openTestDatabase } from '../testing.ts';
import * as contacts from './contacts.ts';

const AT = '2026-01-05T10:00:00.000Z';
const LATER = '2026-02-01T00:00:00.000Z';
const bySeen: contacts.ContactSort = { by: 'lastSeenAt', direction: 'desc' };

describe.each(DIALECTS)('contacts on %s', (dialect) => {
  let database: Database;
  let ws: string;
  let other: string;
  beforeEach(async () => {
    database = await openTestDatabase(dialect);
    ({ workspaceId: ws } = await aWorkspace(database));
    ({ workspaceId: other } = await aWorkspace(database));
  });
  afterEach(() => database.close());

  const read = <T>(work: (db: Db) => Promise<T>, id = ws) => database.forWorkspace(id).read(work);
  const write = <T>(work: (db: Db) => Promise<T>, id = ws) => database.forWorkspace(id).write(work);
  const aNew = (over: Partial<contacts.NewContact> = {}): contacts.NewContact => ({
    id: 'con_1',
    identity: 'verified',
    externalId: 'u1',
    at: AT,
    ...over,
  });
  const ids = async (
    filter: contacts.ContactFilter = {},
    sort: contacts.ContactSort = { by: 'createdAt', direction: 'asc' },
    id = ws,
  ) =>
    (await read((db) => contacts.list(db, id, filter, sort, { limit: 50 }), id)).data.map(
      (contact) => contact.id,
    );

  test('give back what was created, with the company', async () => {
    const accountId = await anAccount(database, ws, { name: '青葉物流' });
    const given = {
      name: '김유나',
      email: 'yuna@example.com',
      locale: 'ko',
      traits: { role: 'admin', seats: 3, trial: true },
    };
    expect(await write((db) => contacts.create(db, ws, aNew({ ...given, accountId })))).toBe(true);
    const expected = {
      id: 'con_1',
      identity: 'verified',
      externalId: 'u1',
      ...given,
      timeZone: null,
      account: { id: accountId, name: '青葉物流' },
      preferences: { asking: 'usual', locale: null },
      lastScore: null,
      lastScoreAt: null,
      firstSeenAt: null,
      lastSeenAt: null,
      createdAt: AT,
      updatedAt: AT,
      revision: 1,
      erasedAt: null,
      isTest: false,
    };
    expect(await read((db) => contacts.find(db, ws, 'con_1'))).toEqual(expected);
    expect(await read((db) => contacts.findByExternalId(db, ws, 'verified', 'u1'))).toEqual(expected);
  });

  test('of two classes are two people', async () => {
    const create = (id: string, identity: contacts.ContactIdentity) =>
      write((db) => contacts.create(db, ws, aNew({ id, identity })));
    expect([
      await create('con_1', 'verified'),
      await create('con_2', 'unverified'),
      await create('con_3', 'verified'),
    ]).toEqual([true, true, false]);
    expect((await read((db) => contacts.findByExternalId(db, ws, 'unverified', 'u1')))?.id).toBe('con_2');
    expect(await read((db) => contacts.findByExternalId(db, ws, 'anonymous', 'u1'))).toBeUndefined();
    expect(await ids({ identity: 'unverified' })).toEqual(['con_2']);
  });

  test('change only what is given, and only at the revision that was seen', async () => {
    await write((db) => contacts.create(db, ws, aNew({ name: 'Yuna', email: 'y@example.com' })));
    const accountId = await anAccount(database, ws);
    expect(await write((db) => contacts.update(db, ws, 'con_1', 1, { email: null, accountId }, LATER))).toBe(
      2,
    );
    expect(await write((db) => contacts.update(db, ws, 'con_1', 1, { name: 'lost' }, LATER))).toBeUndefined();
    expect(await write((db) => contacts.update(db, ws, 'con_none', 1, {}, LATER))).toBeUndefined();
    expect(await read((db) => contacts.find(db, ws, 'con_1'))).toMatchObject({
      name: 'Yuna',
      email: null,
      account: { id: accountId },
      revision: 2,
      createdAt: AT,
      updatedAt: LATER,
    });
  });

  test('are put by external id: made once, changed after that', async () => {
    const put = (over: Partial<contacts.NewContact>) =>
      write((db) => contacts.putByExternalId(db, ws, aNew(over)));
    expect(await put({ name: 'Yuna', traits: { a: 1 } })).toEqual({ id: 'con_1', revision: 1, isNew: true });
    expect(await put({ id: 'con_2', email: 'y@example.com', at: LATER })).toEqual({
      id: 'con_1',
      revision: 2,
      isNew: false,
    });
    expect(await put({ id: 'con_3', identity: 'anonymous' })).toEqual({
      id: 'con_3',
      revision: 1,
      isNew: true,
    });
    expect(await read((db) => contacts.find(db, ws, 'con_1'))).toMatchObject({
      name: 'Yuna',
      email: 'y@example.com',
      traits: { a: 1 },
      updatedAt: LATER,
    });
  });

  test('belong to no company of another workspace', async () => {
    const foreign = await anAccount(database, other);
    await write((db) => contacts.create(db, ws, aNew()));
    for (const attempt of [
      () =>
        write((db) => contacts.create(db, ws, aNew({ id: 'con_2', externalId: 'u2', accountId: foreign }))),
      () => write((db) => contacts.update(db, ws, 'con_1', 1, { accountId: foreign }, AT)),
      () => write((db) => contacts.putByExternalId(db, ws, aNew({ accountId: foreign }))),
    ])
      expect(await attempt().catch(brokenConstraint)).toBe('foreign-key');
  });

  test.each<{ by: contacts.ContactSort['by']; asc: string[]; desc: string[] }>([
    { by: 'name', asc: ['con_3', 'con_1', 'con_4', 'con_2'], desc: ['con_4', 'con_1', 'con_3', 'con_2'] },
    {
      by: 'lastSeenAt',
      asc: ['con_1', 'con_2', 'con_3', 'con_4'],
      desc: ['con_2', 'con_1', 'con_4', 'con_3'],
    },
    {
      by: 'createdAt',
      asc: ['con_1', 'con_2', 'con_3', 'con_4'],
      desc: ['con_4', 'con_3', 'con_2', 'con_1'],
    },
  ])(
    'are sorted by $by in both directions, page by page, without the value last',
    async ({ by, asc, desc }) => {
      const rows = [
        { id: 'con_1', name: 'yuna', last_seen_at: AT },
        { id: 'con_2', name: null, last_seen_at: LATER },
        { id: 'con_3', name: 'Mika', last_seen_at: null },
        { id: 'con_4', name: '青木', last_seen_at: null },
      ];
      for (const row of rows) await aContact(database, ws, row);
      for (const direction of ['asc', 'desc'] as const) {
        const expected = direction === 'asc' ? asc : desc;
        expect(await ids({}, { by, direction })).toEqual(expected);
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await read((db) => contacts.list(db, ws, {}, { by, direction }, { limit: 3, cursor }));
          paged.push(...page.data.map((contact) => contact.id));
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect(paged).toEqual(expected);
      }
    },
  );

  test('refuse a cursor of another list', async () => {
    const list = read((db) =>
      contacts.list(db, ws, {}, bySeen, {
        limit: 1,
        cursor: Buffer.from('["accounts name asc","a","b"]').toString('base64url'),
      }),
    );
    await expect(list).rejects.toThrow(InvalidCursor);
  });

  test('are searched by name, e-mail and external id, and found by company', async () => {
    const accountId = await anAccount(database, ws);
    await aContact(database, ws, {
      id: 'con_1',
      name: '김유나',
      email: 'Yuna@Example.com',
      external_id: 'A-1',
      account_id: accountId,
    });
    await aContact(database, ws, { id: 'con_2', name: null, email: null, external_id: '100%' });
    expect(await ids({ search: '유나' })).toEqual(['con_1']);
    expect(await ids({ search: 'yuna@example' })).toEqual(['con_1']);
    expect(await ids({ search: 'a-1' })).toEqual(['con_1']);
    expect(await ids({ search: '%' })).toEqual(['con_2']);
    expect(await ids({ accountId })).toEqual(['con_1']);
    expect(await ids({ accountId, search: '100' })).toEqual([]);
  });

  test('are counted', async () => {
    const accountId = await anAccount(database, ws);
    for (let n = 0; n < 3; n++) await aContact(database, ws, { account_id: n < 2 ? accountId : null });
    await aContact(database, other);
    expect(await read((db) => contacts.count(db, ws))).toBe(3);
    expect(await read((db) => contacts.count(db, ws, accountId))).toBe(2);
    expect(await read((db) => contacts.count(db, ws, 'acc_none'))).toBe(0);
  });

  test('never cross workspaces', async () => {
    const foreign = await aContact(database, other, { external_id: 'u1', name: 'Foreign' });
    expect(await read((db) => contacts.find(db, ws, foreign))).toBeUndefined();
    expect(await read((db) => contacts.findByExternalId(db, ws, 'verified', 'u1'))).toBeUndefined();
    expect(await ids()).toEqual([]);
    expect(await read((db) => contacts.count(db, ws))).toBe(0);
    expect(await write((db) => contacts.update(db, ws, foreign, 1, { name: 'Mine' }, AT))).toBeUndefined();
    expect(await write((db) => contacts.putByExternalId(db, ws, aNew()))).toMatchObject({ isNew: true });
    expect((await read((db) => contacts.find(db, other, foreign), other))?.name).toBe('Foreign');
    await expect(read((db) => contacts.find(db, other, foreign))).rejects.toThrow('Refused');
    await expect(read((db) => contacts.findByExternalId(db, other, 'verified', 'u1'))).rejects.toThrow(
      'Refused',
    );
    await expect(read((db) => contacts.list(db, other, {}, bySeen, { limit: 1 }))).rejects.toThrow('Refused');
    await expect(read((db) => contacts.count(db, other))).rejects.toThrow('Refused');
    await expect(write((db) => contacts.create(db, other, aNew()))).rejects.toThrow('Refused');
    await expect(write((db) => contacts.update(db, other, foreign, 1, {}, AT))).rejects.toThrow('Refused');
    await expect(write((db) => contacts.putByExternalId(db, other, aNew()))).rejects.toThrow('Refused');
  });
});
