import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client, escapeIdentifier } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database, Dialect } from './database.ts';
import { internalsOf } from './internals.ts';
import { migrate, schemaState } from './migrate.ts';
import type { DatabaseSettings } from './open.ts';
import { openDatabase } from './open.ts';
import { schemaText } from './schema-text.ts';
import { DIALECTS, openTestDatabase, urlOf } from './testing.ts';

/** A database without any table; `remove` throws it away. */
async function emptyDatabase(
  dialect: Dialect,
): Promise<{ settings: DatabaseSettings; remove(): Promise<void> }> {
  if (dialect === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'banso-migrate-'));
    return {
      settings: { url: undefined, file: join(folder, 'banso.db') },
      remove: async () => rmSync(folder, { recursive: true }),
    };
  }
  const name = `banso_migrate_${process.pid}_${Date.now()}`;
  await onServer(`create database ${escapeIdentifier(name)}`);
  return {
    settings: { url: urlOf(name), file: '' },
    remove: () => onServer(`drop database ${escapeIdentifier(name)} with (force)`),
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Migrates in a process that kills itself when it is about to send its nth statement. Tells how many it sent if it ended. */
const PROGRAM = `
  import BetterSqlite from 'better-sqlite3';
  import pg from 'pg';
  import { openDatabase } from './open.ts';
  import { migrate } from './migrate.ts';
  const [settings, last] = JSON.parse(process.argv[1]);
  let sent = 0;
  const count = (owner, name) => {
    const original = owner[name];
    owner[name] = function (...args) {
      if (++sent === last) process.kill(process.pid, 'SIGKILL');
      return original.apply(this, args);
    };
  };
  count(BetterSqlite.prototype, 'prepare');
  count(pg.Client.prototype, 'query');
  const database = await openDatabase(settings);
  await migrate(database);
  await database.close();
  console.log(sent);
`;
interface Ended {
  code: number | null;
  signal: string | null;
  /** Statements sent; 0 when it was killed. */
  sent: number;
}

async function migrateInChild(settings: DatabaseSettings, last: number): Promise<Ended> {
  const args = ['--input-type=module', '--eval', PROGRAM, JSON.stringify([settings, last])];
  const child = spawn(process.execPath, args, {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { code, signal, sent: Number(output) };
}

describe.each(DIALECTS)('migrations on %s', (dialect) => {
  let settings: DatabaseSettings;
  let remove: () => Promise<void>;
  beforeEach(async () => void ({ settings, remove } = await emptyDatabase(dialect)));
  afterEach(() => remove());

  test('bring an empty database up to date, once', async () => {
    const database = await openDatabase(settings);
    expect(await schemaState(database)).toBe('behind');
    expect(await migrate(database)).toEqual([
      '2026-11-21-first',
      '2026-11-22-budget',
      '2026-11-22-decisions',
      '2026-11-22-lifecycle',
      '2026-11-22-messages',
      '2026-11-22-preferences',
      '2026-11-22-privacy',
      '2026-11-22-speed',
      '2026-11-22-surveys',
      '2026-11-22-targeting',
      '2026-11-22-transactions',
      '2026-11-22-trials',
      '2026-11-22-u-answer-order',
      '2026-11-22-v-renewals',
      '2026-11-22-v-tags',
      '2026-11-22-v-tracking',
      '2026-11-22-v-variants',
      '2026-11-22-w-themes',
      '2026-11-23-cases',
      '2026-11-23-history',
      '2026-11-23-inbox',
      '2026-11-23-journeys',
      '2026-11-23-scores',
      '2026-11-23-topics',
      '2026-11-23-x-alerts',
      '2026-11-23-xa-figures',
      '2026-11-23-xb-desk',
      '2026-11-23-z-links',
      '2026-11-23-za-teams',
      '2026-11-23-zb-merged-cases',
      '2026-11-23-zb-staying',
      '2026-11-23-zc-health',
      '2026-11-23-zc-test-answers',
      '2026-11-23-zd-drop-looks',
      '2026-11-23-zf-mail',
      '2026-11-24-a-tasks',
    ]);
    expect(await schemaState(database)).toBe('current');
    expect(await migrate(database)).toEqual([]);
    await database.close();
  });

  test('refuse a schema that a newer version wrote', async () => {
    const database = await openDatabase(settings);
    await migrate(database);
    await sql`insert into schema_migration (name, applied_at) values ('2999-01-01-later', 'x')`.execute(
      internalsOf(database).root,
    );
    expect(await schemaState(database)).toBe('ahead');
    await expect(migrate(database)).rejects.toThrow('newer version');
    await database.close();
  });

  test('may be started in several processes at once', { timeout: 60_000 }, async () => {
    const never = Number.MAX_SAFE_INTEGER;
    const children = await Promise.all([1, 2, 3].map(() => migrateInChild(settings, never)));
    expect(children.map((child) => child.code)).toEqual([0, 0, 0]);
    const database = await openDatabase(settings);
    expect(await schemaState(database)).toBe('current');
    await database.close();
  });

  test('are completed after a kill at any point', { timeout: 60_000 }, async () => {
    const wanted = await textOf(await openTestDatabase(dialect, { isFresh: true }));
    const whole = await migrateInChild(settings, Number.MAX_SAFE_INTEGER);
    expect(whole.code).toBe(0);
    expect(whole.sent).toBeGreaterThan(50);

    for (const share of [0.1, 0.5, 0.9, 1]) {
      await remove();
      ({ settings, remove } = await emptyDatabase(dialect));
      const last = Math.round(whole.sent * share);
      expect(await migrateInChild(settings, last), `killed at statement ${last}`).toMatchObject({
        signal: 'SIGKILL',
      });
      const database = await openDatabase(settings);
      await migrate(database);
      expect(await schemaState(database)).toBe('current');
      expect(await textOf(database), `after statement ${last}`).toBe(wanted);
    }
  });
});

async function textOf(database: Database): Promise<string> {
  const text = await schemaText(database);
  await database.close();
  return text;
}
