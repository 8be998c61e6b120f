import { sql } from 'kysely';
import { Client, escapeIdentifier } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { ensureEventPartitions } from './event-partitions.ts';
import { internalsOf } from './internals.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import { rawQuery } from './repeated-query.ts';
import type { Db } from './tables.ts';
import { aWorkspace, DIALECTS, openTestDatabase, urlOf } from './testing.ts';

const EVENT = '0192f0c1-0000-7000-8000-000000000001';
const AT = '2026-01-05T10:00:00.000Z';

/** The same transaction without our first wall: as if the guard had a hole. */
const unguarded = (db: Db) => db.withoutPlugins();
const anEvent = (workspaceId: string, id = EVENT) => ({
  workspace_id: workspaceId,
  id,
  type: 'track',
  at: AT,
  received_at: AT,
  payload: '{}',
});
const aCounter = (workspaceId: string) => ({
  workspace_id: workspaceId,
  name: 'unread_responses' as const,
  value: 1,
});

describe.runIf(DIALECTS.includes('postgres'))('PostgreSQL', () => {
  let database: Database;
  let ws: string;
  let other: string;
  beforeEach(async () => {
    database = await openTestDatabase('postgres');
    ({ workspaceId: ws } = await aWorkspace(database));
    ({ workspaceId: other } = await aWorkspace(database));
    await ensureEventPartitions(database, AT);
    for (const id of [ws, other])
      await database.forWorkspace(id).write(async (db) => {
        await db.insertInto('counter').values(aCounter(id)).execute();
        await db.insertInto('event').values(anEvent(id)).execute();
      });
  });
  afterEach(() => database.close());

  describe('itself', () => {
    test.each(['counter', 'event', 'event_other'] as const)(
      'shows no foreign rows of %s to a hand-written statement',
      async (table) => {
        const seen = await database
          .forWorkspace(ws)
          .read((db) =>
            unguarded(db).executeQuery(
              rawQuery<{ workspace_id: string }>(`select workspace_id from ${table}`),
            ),
          );
        expect(seen.rows.filter((row) => row.workspace_id !== ws)).toEqual([]);
        const all = await sql<{ workspace_id: string }>`select workspace_id from counter`.execute(
          internalsOf(database).root,
        );
        expect(all.rows).toHaveLength(2); // control: they are there
      },
    );

    test('shows no rows at all outside of a workspace', async () => {
      const seen = await database.control
        .transaction()
        .execute((tx) => tx.withoutPlugins().executeQuery(rawQuery('select * from counter')));
      expect(seen.rows).toEqual([]);
    });

    test.each([
      { what: 'insert', run: (db: Db) => db.insertInto('counter').values({ ...aCounter(other) }) },
      {
        what: 'insert into the log',
        run: (db: Db) => db.insertInto('event').values(anEvent(other, EVENT.replace(/1$/, '2'))),
      },
      { what: 'move', run: (db: Db) => db.updateTable('counter').set({ workspace_id: other }) },
    ])('refuses to $what a row across workspaces', async ({ run }) => {
      await sql`delete from counter where workspace_id = ${other}`.execute(internalsOf(database).root);
      const writing = database
        .forWorkspace(ws)
        .write(async (db) => void (await run(unguarded(db)).execute()));
      await expect(writing).rejects.toThrow('row-level security');
    });

    test('changes and deletes nothing of another workspace', async () => {
      await database.forWorkspace(ws).write(async (db) => {
        await unguarded(db).updateTable('counter').set({ value: 9 }).execute();
        await unguarded(db).deleteFrom('event').execute();
      });
      const kept = await database.forWorkspace(other).read(async (db) => ({
        counter: await db
          .selectFrom('counter')
          .select('value')
          .where('workspace_id', '=', other)
          .executeTakeFirst(),
        events: await db.selectFrom('event').select('id').where('workspace_id', '=', other).execute(),
      }));
      expect(kept).toEqual({ counter: { value: 1 }, events: [{ id: EVENT }] });
    });

    test('refuses to write in a read, and to leave the role', async () => {
      const reading = database.forWorkspace(ws).read((db) => unguarded(db).deleteFrom('counter').execute());
      await expect(reading).rejects.toThrow('read-only');
      const truncating = database
        .forWorkspace(ws)
        .write((db) => unguarded(db).executeQuery(rawQuery('truncate counter')));
      await expect(truncating).rejects.toThrow('permission denied');
      const ledger = database
        .forWorkspace(ws)
        .write((db) => unguarded(db).executeQuery(rawQuery('delete from schema_migration')));
      await expect(ledger).rejects.toThrow('permission denied');
    });

    test('follows the recorder from workspace to workspace', async () => {
      const seen = await database.record(async (tx) => {
        const rows: string[][] = [];
        for (const id of [ws, other]) {
          const db = await tx.enter(id);
          const { rows: found } = await unguarded(db).executeQuery(
            rawQuery<{ workspace_id: string }>('select workspace_id from counter'),
          );
          rows.push(found.map((row) => row.workspace_id));
        }
        return rows;
      });
      expect(seen).toEqual([[ws], [other]]);
    });

    test('refuses a foreign account as the company of a contact', async () => {
      const account = {
        id: 'acc_1',
        name: 'A',
        lifecycle: 'onboarding',
        traits: '{}',
        created_at: AT,
        updated_at: AT,
        revision: 1,
      };
      await database.forWorkspace(other).write((db) =>
        db
          .insertInto('account')
          .values({ workspace_id: other, ...account })
          .execute(),
      );
      const contact = {
        workspace_id: ws,
        id: 'con_1',
        identity: 'verified' as const,
        external_id: 'u1',
        traits: '{}',
        account_id: 'acc_1',
        visits: 0,
        visit_interruptions: 0,
        asking: 'usual' as const,
        created_at: AT,
        updated_at: AT,
        revision: 1,
      };
      const writing = database
        .forWorkspace(ws)
        .write((db) => db.insertInto('contact').values(contact).execute());
      await expect(writing).rejects.toMatchObject({ code: '23503' });
    });
  });

  test('leaves nothing behind on a connection, as a pooler in transaction mode demands', async () => {
    const one = await openDatabase({ url: await urlOfThis(database), file: '', poolSize: 1 });
    await one
      .forWorkspace(ws)
      .write((db) => db.selectFrom('counter').select('value').where('workspace_id', '=', ws).execute());
    await one.findKeyByHash('ab');
    await one.record(async (tx) => void (await tx.enter(ws)));
    const { rows } = await sql`
      select current_user = session_user as "isItself", coalesce(current_setting('banso.workspace', true), '') as workspace,
        coalesce(current_setting('banso.key_hash', true), '') as hash, (select count(*) from pg_prepared_statements) as prepared`.execute(
      internalsOf(one).root,
    );
    expect(rows).toEqual([{ isItself: true, workspace: '', hash: '', prepared: 0 }]);
    await one.close();
  });

  test('locks names against each other, once, in one order', async () => {
    const order: string[] = [];
    const [held, release] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const first = database.record(async (tx) => {
      await tx.lock(['con_1', 'con_2', 'con_1']);
      held.resolve(undefined);
      await release.promise;
      order.push('first');
    });
    await held.promise;
    const second = database.record(async (tx) => {
      await tx.lock(['con_3', 'con_2']);
      order.push('second');
    });
    await database.record((tx) => tx.lock(['con_4']));
    order.push('unrelated');
    release.resolve(undefined);
    await Promise.all([first, second]);
    expect(order).toEqual(['unrelated', 'first', 'second']);
  });

  test('never locks in a circle', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const run = (n: number) =>
      database.record((tx) => tx.lock([...names.slice(n % 5), ...names.slice(0, n % 5)].slice(0, 4)));
    await Promise.all(Array.from({ length: 60 }, (_, n) => run(n)));
  });

  describe('notices', () => {
    test('reach who listens, after the commit, and only then', async () => {
      const heard: string[] = [];
      const stop = await database.listen((payload) => heard.push(payload));
      await database.record(async (tx) => {
        await tx.notify('committed 日本');
      });
      await expect(
        database.record(async (tx) => {
          await tx.notify('undone');
          throw new Error('undone');
        }),
      ).rejects.toThrow('undone');
      await database.record((tx) => tx.notify('x'.repeat(7_999)));
      await expect.poll(() => heard.length).toBe(2);
      expect(heard[0]).toBe('committed 日本');
      await stop();
      await stop();
    });

    test('that are too long are refused', async () => {
      await expect(database.record((tx) => tx.notify('あ'.repeat(2_667)))).rejects.toThrow(RangeError);
    });

    test('are heard again after the connection was lost, and the gap is told', async () => {
      const heard: string[] = [];
      let gaps = 0;
      const stop = await database.listen(
        (payload) => heard.push(payload),
        () => gaps++,
      );
      const { rows } = await sql<{ ended: boolean }>`
        select pg_terminate_backend(pid) as ended from pg_stat_activity where datname = current_database() and query like 'listen%'`.execute(
        internalsOf(database).root,
      );
      expect(rows).toEqual([{ ended: true }]);
      await expect.poll(() => gaps).toBe(1);
      await database.record((tx) => tx.notify('back'));
      await expect.poll(() => heard).toEqual(['back']);
      await stop();
    });
  });

  test('is left alone by a broken idle connection', async () => {
    await database.ping();
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      internalsOf(database).root,
    );
    await expect
      .poll(() =>
        database.ping().then(
          () => 'up',
          () => 'down',
        ),
      )
      .toBe('up');
  });

  test('gives back a usable connection when a transaction cannot begin', async () => {
    const one = await openDatabase({ url: await urlOfThis(database), file: '', poolSize: 1 });
    await expect(one.forWorkspace('ws_\0').read(async () => 1)).rejects.toThrow();
    expect(await one.forWorkspace(ws).read(async () => 1)).toBe(1);
    await one.close();
  });

  test('says plainly that it cannot be reached', async () => {
    await expect(openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none', file: '' })).rejects.toThrow(
      'DATABASE_URL',
    );
  });
});

describe.runIf(DIALECTS.includes('postgres'))('connecting as another role', () => {
  const suffix = `${process.pid}_${Date.now()}`;
  const role = `banso_owner_${suffix}`;
  const name = `banso_role_${suffix}`;
  let admin: Client;
  beforeAll(async () => {
    admin = new Client({ connectionString: urlOf('postgres') });
    await admin.connect();
  });
  afterAll(() => admin.end());
  afterEach(async () => {
    await admin.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    await admin.query(`drop role if exists ${escapeIdentifier(role)}`);
  });

  function urlAs(): string {
    const url = new URL(urlOf(name));
    url.username = role;
    return url.href;
  }

  test('an ordinary owner stands below row-level security by itself', async () => {
    await admin.query(`create role ${escapeIdentifier(role)} login`);
    await admin.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(role)}`);
    const database = await openDatabase({ url: urlAs(), file: '' });
    await migrate(database);
    expect(internalsOf(database).appRole).toBeUndefined();
    const [one, two] = [await aWorkspace(database), await aWorkspace(database)];
    const id = '0199aaaa-0000-7000-8000-000000000001';
    for (const { workspaceId } of [one, two])
      await database
        .forWorkspace(workspaceId)
        .write((db) => db.insertInto('event').values(anEvent(workspaceId, id)).execute());
    // moves rows of both workspaces, though the role itself sees none outside of a workspace
    expect(await ensureEventPartitions(database, '2025-10-03T00:00:00.000Z')).toHaveLength(4);
    const seen = await database
      .forWorkspace(one.workspaceId)
      .read((db) =>
        unguarded(db).executeQuery(
          rawQuery<{ place: string; workspace_id: string }>(
            'select tableoid::regclass::text as place, workspace_id from event',
          ),
        ),
      );
    expect(seen.rows).toEqual([{ place: 'event_2025_10', workspace_id: one.workspaceId }]);
    await database.close();
  });

  test('a role that may bypass it and cannot be put below is refused with what to do', async () => {
    await admin.query(`create role ${escapeIdentifier(role)} login bypassrls`);
    await admin.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(role)}`);
    const database = await openDatabase({ url: urlAs(), file: '' });
    await expect(migrate(database)).rejects.toThrow(/create role banso_app nologin; grant banso_app to/);
    await database.close();
  });

  test('a role that may bypass it is put below once an administrator has granted banso_app', async () => {
    await admin.query(`create role ${escapeIdentifier(role)} login bypassrls`);
    await admin.query(`grant banso_app to ${escapeIdentifier(role)}`);
    await admin.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(role)}`);
    const database = await openDatabase({ url: urlAs(), file: '' });
    await migrate(database);
    const { workspaceId } = await aWorkspace(database);
    const who = await database
      .forWorkspace(workspaceId)
      .read((db) => sql<{ role: string }>`select current_user as role`.execute(db));
    expect(who.rows).toEqual([{ role: 'banso_app' }]);
    await database.close();
  });
});

async function urlOfThis(database: Database): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
    internalsOf(database).root,
  );
  return urlOf(rows[0]?.name ?? '');
}
