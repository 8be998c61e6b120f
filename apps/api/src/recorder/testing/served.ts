import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { freePort } from '@banso/testkit/free-port';
import type { Database } from '@banso/database';
import { keys, migrate, openDatabase, organisations, workspaces } from '@banso/database';
import { newId, systemClock } from '../../clock.ts';
import { newCredential } from '../../credential.ts';
import { identitySecretPlace, seal } from '../../sealing.ts';
import { builtService } from '../../testing/built-service.ts';
import type { TestContent } from './rig.ts';
import { publishContent } from './rig.ts';

const SECRET = 'a-secret-of-the-service-0123456789abcdef';
const IDENTITY_SECRET = 'bis_a-secret-that-only-the-customer-knows';

/** Where a served installation keeps its data. */
export interface Place {
  dataDir: string;
  /** Undefined: SQLite in the folder. */
  databaseUrl?: string | undefined;
}

/** The database of an installation, while nobody serves it. */
export function openPlace({ dataDir, databaseUrl }: Place): Promise<Database> {
  return openDatabase({ url: databaseUrl, listenUrl: databaseUrl, file: `${dataDir}/banso.db` });
}

/** A workspace of a served installation. */
export interface ServedWorkspace {
  workspaceId: string;
  key: string;
  /** For servers of the customer's; it may write. */
  secretKey: string;
  token(subject: string, account: string): string;
}

/** Makes an installation with one workspace, its keys and contents. */
export async function furnish(place: Place, contents: readonly TestContent[]): Promise<ServedWorkspace> {
  const database = await openPlace(place);
  await migrate(database);
  const at = systemClock.now();
  const [organisationId, workspaceId, keyId] = [newId('org'), newId('ws'), newId('key')];
  await organisations.create(database.control, { id: organisationId, name: 'Kitanaga', createdAt: at });
  const settings = {
    defaultLocale: 'en',
    locales: ['en'],
    timeZone: 'UTC',
    theme: {},
    requireApproval: false,
    identityMode: 'required' as const,
  };
  await workspaces.create(database.control, {
    id: workspaceId,
    organisationId,
    name: 'Production',
    ...settings,
    createdAt: at,
    updatedAt: at,
  });
  const { value, hash, hint } = newCredential('bpk');
  const secret = newCredential('bsk');
  const base = { scopes: [], createdAt: at, hint };
  const sealed = seal(SECRET, identitySecretPlace(keyId), IDENTITY_SECRET);
  await database.forWorkspace(workspaceId).write(async (db) => {
    await keys.create(db, workspaceId, {
      ...base,
      id: newId('key'),
      kind: 'publishable',
      name: 'Page',
      algorithm: null,
      material: value,
      hash,
    });
    await keys.create(db, workspaceId, {
      ...base,
      id: newId('key'),
      kind: 'secret',
      name: 'Server',
      scopes: ['write'],
      algorithm: null,
      material: null,
      hash: secret.hash,
      hint: secret.hint,
    });
    await keys.create(db, workspaceId, {
      ...base,
      id: keyId,
      kind: 'identity',
      name: 'Backend',
      algorithm: 'HS256',
      material: sealed,
      hash: null,
    });
  });
  for (const content of contents) await publishContent(database, workspaceId, content, at);
  await database.close();

  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return {
    workspaceId,
    key: value,
    secretKey: secret.value,
    token(sub, account) {
      const input = `${encode({ alg: 'HS256' })}.${encode({ sub, account, aud: workspaceId })}`;
      return `${input}.${createHmac('sha256', IDENTITY_SECRET).update(input).digest('base64url')}`;
    },
  };
}

/** The whole service in a process of its own, which can be killed at any moment and started again. */
export interface Served {
  url: string;
  /** Resolved once it takes requests. */
  start(): Promise<void>;
  /** SIGKILL. Resolved once the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code. */
  stop(): Promise<number | null>;
}

const START_MS = 60_000;

/** How the process is run. */
export interface ServedOptions {
  /** Set beside what it needs. */
  env?: NodeJS.ProcessEnv;
  /** Sees each process when it begins; it then has two more pipes, 3 to read from and 4 to write to. */
  watch?: (child: ChildProcess) => void;
}

/** The service on one port, each time it is started. */
export async function served(place: Place, { env = {}, watch }: ServedOptions = {}): Promise<Served> {
  const main = await builtService();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
    const gone = once(ending, 'exit');
    ending.kill(signal);
    await gone;
    return ending.exitCode;
  }

  return {
    url,
    async start() {
      const own = spawn(process.execPath, [main, '--empty'], {
        stdio: ['ignore', 'pipe', 'pipe', ...(watch ? (['pipe', 'pipe'] as const) : [])],
        env: {
          // oxlint-disable-next-line banso/no-env -- handed on: the service reads it
          ...process.env,
          PORT: `${port}`,
          BANSO_DATA_DIR: place.dataDir,
          BANSO_SECRET: SECRET,
          BANSO_WIDGET_LIMIT: '0',
          BANSO_LOG_LEVEL: 'silent',
          ...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }),
          ...env,
        },
      });
      child = own;
      watch?.(own);
      const { stdout, stderr } = own;
      if (!stdout || !stderr) throw new Error('A process without output');
      await untilReady(own, stdout, stderr);
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

/** @throws {Error} with everything that it said, when it ends first or nothing comes of it. */
function untilReady(child: ChildProcess, stdout: Readable, stderr: Readable): Promise<void> {
  return new Promise((ready, fail) => {
    let said = '';
    const giveUp = () => fail(new Error(`The service did not start:\n${said}`));
    const late = setTimeout(giveUp, START_MS);
    child.once('exit', giveUp);
    stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('ready')) return;
      clearTimeout(late);
      ready();
    });
  });
}
