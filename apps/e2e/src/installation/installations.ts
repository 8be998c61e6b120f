import type { DatabaseKind } from './databases.ts';

/** The servers of one database. */
export interface Installation {
  /** Folder of the one with demo data. */
  demoDir: string;
  /** Address of the one that nobody has set up yet. */
  emptyUrl: string;
  /** Folder of the mails that both have sent. */
  mailDir: string;
}

const VARIABLE = 'BANSO_E2E_INSTALLATIONS';

/** Tells the test processes, which inherit the environment, what runs. */
export function tellInstallations(all: Partial<Record<DatabaseKind, Installation>>): void {
  process.env[VARIABLE] = JSON.stringify(all);
}

/** The servers of a database. @throws {Error} outside a test run. */
export function installationOf(database: DatabaseKind): Installation {
  const all = JSON.parse(process.env[VARIABLE] ?? '{}') as Partial<Record<DatabaseKind, Installation>>;
  const found = all[database];
  if (!found) throw new Error(`No servers were started for ${database}`);
  return found;
}
