import { randomBytes } from 'node:crypto';
import { startPostgres } from '@banso/testkit/postgres';
import { Client, escapeIdentifier } from 'pg';

/** A PostgreSQL server that hands out empty databases for this run. */
export interface Databases {
  /** Makes an empty database and answers its address. */
  create(): Promise<string>;
  /** Drops what was made, and the server if it was started here. */
  stop(): Promise<void>;
}

/**
 * Takes the server that DATABASE_URL_TEST names, else starts one.
 * @throws {Error} when there is none for this platform.
 */
export async function openDatabases(): Promise<Databases> {
  const given = process.env['DATABASE_URL_TEST'];
  const started =
    given === undefined ? await startPostgres({ flags: ['-c', 'max_connections=200'] }) : undefined;
  const serverUrl = given ?? started?.url;
  if (serverUrl === undefined) throw new Error(`No PostgreSQL for ${process.platform}-${process.arch}.`);
  const made: string[] = [];

  async function ask(statement: string): Promise<void> {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }

  return {
    async create() {
      const name = `banso_e2e_${randomBytes(6).toString('hex')}`;
      await ask(`create database ${escapeIdentifier(name)}`);
      made.push(name);
      return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
    },
    async stop() {
      if (started) return started.stop();
      for (const name of made) await ask(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    },
  };
}
