import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Database, WorkspaceRecord } from '@banso/database';
import { workspaces } from '@banso/database';
import { CannotStart } from '../cannot-start.ts';
import { openMigrated } from '../open-migrated.ts';
import { readSettings, type Settings } from '../settings.ts';

/** Where a command says what it did, and what went wrong. */
export interface Output {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

/**
 * One command of the command line.
 * @returns what the process ends with: 0 when all went well.
 * @throws {CannotStart} with a plain sentence.
 */
export type Command = (args: readonly string[], output: Output) => Promise<number>;

/**
 * Reads the arguments of a command.
 * @throws {CannotStart} for what it does not know.
 */
export function argumentsOf<const O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : 'Unknown argument.'} Try --help.`);
  }
}

/** Opens the database that the environment names, runs the work, and closes it. A database that is not there is not made. */
export async function withDatabase<T>(
  work: (database: Database, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = readSettings(['--empty']);
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl === undefined && !existsSync(join(dataDir, 'banso.db')))
    throw new CannotStart(`There is no database in ${dataDir}. Set BANSO_DATA_DIR or DATABASE_URL.`);
  const database = await openMigrated(settings);
  try {
    return await work(database, settings);
  } finally {
    await database.close();
  }
}

/**
 * The workspace with this id, or the only one with this name.
 * @throws {CannotStart} when there is none, or several.
 */
export async function getWorkspace(database: Database, wanted: string | undefined): Promise<WorkspaceRecord> {
  if (wanted === undefined) throw new CannotStart('--workspace is needed: its name or its id. Try --help.');
  const ids = await workspaces.listIds(database.control);
  const all = await Promise.all(ids.map((id) => workspaces.find(database.control, id)));
  const there = all.filter((each) => each !== undefined);
  const found = there.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
  const [only] = found;
  const list = (some: readonly WorkspaceRecord[]) =>
    some.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  if (!only) throw new CannotStart(`There is no workspace ${wanted}. There are:\n${list(there)}`);
  if (found.length > 1)
    throw new CannotStart(`Several workspaces are called ${wanted}. Name one by its id:\n${list(found)}`);
  return only;
}
