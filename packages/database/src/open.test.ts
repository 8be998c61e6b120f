import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { internalsOf } from './internals.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import type { Db } from './tables.ts';
import { aWorkspace, DIALECTS, openTestDatabase } from './testing.ts';

const AT = '2026-01-05T10:00:00.000Z';
const putCounter = (db: Db, workspace_id: string, value: number) =>
  db.insertInto('counter').values({ workspace_id, name: 'unread_responses', value }).execute();
const valueOf = async (db: Db, workspaceId: string) =>
  (await db.selectFrom('counter').select('value').where('workspace_id', '=', workspaceId).executeTakeFirst())
    ?.value;

describe.each(DIALECTS)('a database on %s', (dialect) => {
  let database: Database;
  let ws: string;
  beforeEach(async () => {
    database = await openTestDatabase(dialect, { poolSize: 2 });
    ({ workspaceId: ws } = await aWorkspace(database));
  });
  afterEach(() => database.close());

  test('keeps what a write did', async () => {
    await database.forWorkspace(ws).write((db) => putCounter(db, ws, 3));
    expect(await database.forWorkspace(ws).read((db) => valueOf(db, ws))).toBe(3);
  });

  test('keeps nothing of a write or a recording that throws', async () => {
    const failing = async (db: Db) => {
      await putCounter(db, ws, 3);
      throw new Error('changed our mind');
    };
    await expect(database.forWorkspace(ws).write(failing)).rejects.toThrow('changed our mind');
    await expect(database.record(async (tx) => failing(await tx.enter(ws)))).rejects.toThrow(
      'changed our mind',
    );
    expect(await database.forWorkspace(ws).read((db) => valueOf(db, ws))).toBeUndefined();
  });

  test('never lets a statement into somebody else’s transaction', async () => {
    const [entered, release] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const slow = database.record(async (tx) => {
      await putCounter(await tx.enter(ws), ws, 1);
      entered.resolve(undefined);
      await release.promise;
      throw new Error('undone');
    });
    await entered.promise;
    // started while the transaction is open: on SQLite it has to wait for its end, or it would be undone with it
    const control = database.control
      .updateTable('workspace')
      .set({ name: 'Renamed' })
      .where('id', '=', ws)
      .execute();
    const read = database.forWorkspace(ws).read((db) => valueOf(db, ws));
    release.resolve(undefined);
    await expect(slow).rejects.toThrow('undone');
    await control;
    expect(await read).toBeUndefined();
    const workspace = await database.control
      .selectFrom('workspace')
      .select('name')
      .where('id', '=', ws)
      .executeTakeFirst();
    expect(workspace?.name).toBe('Renamed');
  });

  test('serves many at once with few connections', async () => {
    await database.forWorkspace(ws).write((db) => putCounter(db, ws, 0));
    const raise = () =>
      database.forWorkspace(ws).write((db) =>
        db
          .updateTable('counter')
          .set((eb) => ({ value: eb('value', '+', 1) }))
          .where('workspace_id', '=', ws)
          .execute(),
      );
    await Promise.all(Array.from({ length: 50 }, raise));
    expect(await database.forWorkspace(ws).read((db) => valueOf(db, ws))).toBe(50);
  });

  test.each(['write', 'record'] as const)('refuses a second connection inside %s at once', async (how) => {
    const ways = [
      () => database.forWorkspace(ws).read((db) => valueOf(db, ws)),
      () => database.forWorkspace(ws).write((db) => putCounter(db, ws, 1)),
      () => database.record(async (tx) => tx.enter(ws)),
      () => database.findKeyByHash('ab'),
      () => database.control.selectFrom('organisation').selectAll().execute(),
    ];
    for (const way of ways) {
      const nested = async () => void (await way());
      const outer = how === 'write' ? database.forWorkspace(ws).write(nested) : database.record(nested);
      await expect(outer).rejects.toThrow('Already inside a transaction');
    }
  });

  test('refuses an empty workspace id', () => {
    expect(() => database.forWorkspace('')).toThrow(TypeError);
  });

  test('reads counts and sums as numbers', async () => {
    await database.forWorkspace(ws).write((db) => putCounter(db, ws, 2_000_000_000));
    const sums = await database.forWorkspace(ws).read((db) =>
      db
        .selectFrom('counter')
        .select(({ fn }) => [
          fn.countAll().as('rows'),
          fn.sum('value').as('sum'),
          fn.avg('value').as('average'),
        ])
        .where('workspace_id', '=', ws)
        .executeTakeFirst(),
    );
    expect(sums).toEqual({ rows: 1, sum: 2_000_000_000, average: 2_000_000_000 });
  });

  test('refuses what does not fit its column', async () => {
    const half = database.forWorkspace(ws).write((db) => putCounter(db, ws, 7.5));
    await expect(half).rejects.toThrow();
  });

  test('answers a ping, and not after it was closed', async () => {
    await database.ping();
    await database.close();
    await expect(database.ping()).rejects.toThrow();
    await database.close();
  });

  test('finishes what is under way before it closes', async () => {
    const work = database.forWorkspace(ws).write(async (db) => {
      await putCounter(db, ws, 1);
      return valueOf(db, ws);
    });
    const closed = database.close();
    expect(await work).toBe(1);
    await closed;
  });
});

describe.each(DIALECTS)('findKeyByHash on %s', (dialect) => {
  let database: Database;
  let ws: string;
  beforeEach(async () => {
    database = await openTestDatabase(dialect);
    ({ workspaceId: ws } = await aWorkspace(database));
  });
  afterEach(() => database.close());

  const putKey = (over: {
    id: string;
    hash: string;
    kind?: 'secret' | 'publishable' | 'identity';
    revoked_at?: string;
  }) =>
    database.forWorkspace(ws).write((db) =>
      db
        .insertInto('key')
        .values({
          workspace_id: ws,
          kind: 'secret',
          name: 'CI',
          hint: 'wxyz',
          scopes: '["read","write"]',
          created_at: AT,
          ...over,
        })
        .execute(),
    );

  test('finds a live key of any workspace, and no other', async () => {
    await putKey({ id: 'key_1', hash: 'aa' });
    await putKey({ id: 'key_2', hash: 'bb', revoked_at: AT });
    await putKey({ id: 'key_3', hash: 'cc', kind: 'identity' });
    expect(await database.findKeyByHash('aa')).toEqual({
      workspaceId: ws,
      id: 'key_1',
      kind: 'secret',
      name: 'CI',
      scopes: ['read', 'write'],
    });
    for (const hash of ['bb', 'cc', 'dd', '', "' or true --"])
      expect(await database.findKeyByHash(hash)).toBeUndefined();
  });
});

describe('on SQLite', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'banso-open-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  test('a file is opened durable and strict, with its folder', async () => {
    const database = await openDatabase({ url: undefined, file: join(folder, 'new/data/banso.db') });
    const { root } = internalsOf(database);
    const pragma = async (
      name: 'journal_mode' | 'synchronous' | 'foreign_keys' | 'trusted_schema' | 'secure_delete',
    ) => {
      const pragmas = {
        journal_mode: sql`pragma journal_mode`,
        synchronous: sql`pragma synchronous`,
        foreign_keys: sql`pragma foreign_keys`,
        trusted_schema: sql`pragma trusted_schema`,
        secure_delete: sql`pragma secure_delete`,
      };
      const { rows } = await pragmas[name].execute(root);
      return Object.values(rows[0] as Record<string, unknown>)[0];
    };
    const FULL = 2;
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(FULL);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('trusted_schema')).toBe(0);
    expect(await pragma('secure_delete')).toBe(1);
    await database.close();
  });

  test('a transaction takes the write lock when it begins', async () => {
    const file = join(folder, 'banso.db');
    const [one, two] = [
      await openDatabase({ url: undefined, file }),
      await openDatabase({ url: undefined, file }),
    ];
    await migrate(one);
    const { workspaceId } = await aWorkspace(one);
    await sql`pragma busy_timeout = 0`.execute(internalsOf(two).root);
    await one.record(async () => {
      await expect(
        two.forWorkspace(workspaceId).write((db) => putCounter(db, workspaceId, 1)),
      ).rejects.toThrow('locked');
    });
    await two.forWorkspace(workspaceId).write((db) => putCounter(db, workspaceId, 1));
    await Promise.all([one.close(), two.close()]);
  });
});
