import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { postgresHome, startPostgres } from './postgres.mjs';
import type { TestPostgres } from './postgres.mjs';

async function started(options?: Parameters<typeof startPostgres>[0]): Promise<TestPostgres> {
  const postgres = await startPostgres(options);
  if (!postgres) throw new Error('no PostgreSQL binaries on this platform');
  running.push(postgres);
  return postgres;
}

async function setting(url: string, name: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [name]);
  await client.end();
  return rows[0]?.value;
}

const running: TestPostgres[] = [];

// In CI a missing PostgreSQL is an error, so nothing is skipped there.
describe.runIf(process.env['CI'] !== undefined || postgresHome() !== undefined)('startPostgres', () => {
  afterAll(async () => {
    for (const postgres of running) await postgres.stop();
  });

  test('is durable only when asked', async () => {
    const quick = await started();
    expect(await setting(quick.url, 'fsync')).toBe('off');
    const durable = await started({ durable: true });
    expect(await setting(durable.url, 'fsync')).toBe('on');
    expect(await setting(durable.url, 'synchronous_commit')).toBe('on');
    expect(await setting(durable.url, 'full_page_writes')).toBe('on');
  });

  test('stops one server without the other, and leaves no files', async () => {
    const [one, two] = [await started(), await started()];
    running.splice(running.indexOf(one), 1);
    expect(one.url).not.toBe(two.url);
    expect(existsSync(one.folder)).toBe(true);
    await one.stop();
    expect(existsSync(one.folder)).toBe(false);
    await expect(setting(one.url, 'fsync')).rejects.toThrow(/ECONNREFUSED/);
    expect(await setting(two.url, 'listen_addresses')).toBe('127.0.0.1');
  });

  test('says why it did not start', async () => {
    await expect(startPostgres({ flags: ['-c', 'max_connections=many'] })).rejects.toThrow(/max_connections/);
  });
});
