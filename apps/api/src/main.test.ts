import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@banso/testkit/free-port';
import { DIALECTS, urlOf } from '@banso/database/testing';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtService } from './testing/built-service.ts';

const PASSWORD = 'three quiet lanterns';
const MAIN = await builtService();

interface Answer {
  status: number;
  body: string;
  cookies: string[];
}

/** One request; rejects with what the socket says. */
function send(
  port: number,
  path: string,
  options: { method?: string; agent?: Agent; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { body, ...rest } = options;
  return new Promise((answer, fail) => {
    const outgoing = request({ host: '127.0.0.1', port, path, ...rest }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      incoming.on('error', fail).on('end', () =>
        answer({
          status: incoming.statusCode ?? 0,
          body: text,
          cookies: incoming.headers['set-cookie'] ?? [],
        }),
      );
    });
    outgoing.on('error', fail).end(body);
  });
}

describe('the service as a process', { timeout: 60_000 }, () => {
  let folder: string;
  let port: number;
  let service: ChildProcess;
  let output: { out: string; err: string };

  function start(env: Record<string, string> = {}, args = ['--empty']): ChildProcess {
    output = { out: '', err: '' };
    service = spawn(process.execPath, [MAIN, ...args], {
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        PORT: `${port}`,
        BANSO_DATA_DIR: join(folder, 'data'),
        ...env,
      },
    });
    service.stdout?.on('data', (chunk) => (output.out += String(chunk)));
    service.stderr?.on('data', (chunk) => (output.err += String(chunk)));
    return service;
  }

  /** Resolves when it says that it is ready. */
  async function ready(): Promise<void> {
    while (!output.out.includes('\n')) {
      if (service.exitCode !== null) throw new Error(`It ended: ${output.err}`);
      await Promise.race([once(service.stdout ?? service, 'data'), once(service, 'exit')]);
    }
  }

  async function ended(): Promise<number | null> {
    if (service.exitCode === null && service.signalCode === null) await once(service, 'exit');
    return service.exitCode;
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'banso-main-'));
    port = await freePort();
  });
  afterEach(async () => {
    if (service.exitCode === null && service.signalCode === null) {
      service.kill('SIGKILL');
      await once(service, 'exit');
    }
    rmSync(folder, { recursive: true });
  });

  const setup = () =>
    send(port, '/v1/setup', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
      body: JSON.stringify({
        organisation: 'Kitanaga',
        workspace: 'Production',
        name: 'Mika',
        email: 'mika@example.com',
        password: PASSWORD,
      }),
    });

  test('prints one line with its address, and nothing else', async () => {
    start();
    await ready();
    expect(output.out).toBe(`Banso is ready: http://127.0.0.1:${port}\n`);
    expect((await send(port, '/readyz')).status).toBe(200);
    expect(output.err).toBe('');
  });

  test('keeps what was acknowledged over a kill without warning', async () => {
    start();
    await ready();
    expect((await setup()).status).toBe(201);
    service.kill('SIGKILL');
    await ended();
    start();
    await ready();
    expect(JSON.parse((await send(port, '/v1/setup')).body)).toEqual({
      needed: false,
      demo: false,
      signedIn: false,
      mail: false,
    });
  });

  test.each([1, 2, 3])('fails no request when it is asked to stop under load (round %i)', async () => {
    start();
    await ready();
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const outcomes = { ok: 0, failed: [] as string[] };
    let isStopping = false;
    const client = async () => {
      for (;;) {
        try {
          const { status } = await send(port, '/v1/setup', { agent });
          if (status === 200) outcomes.ok += 1;
          else outcomes.failed.push(`${status}`);
        } catch (error) {
          const { code } = error as NodeJS.ErrnoException;
          // nobody listens any more: the request was never taken, and may go to another process
          if (!(isStopping && code === 'ECONNREFUSED')) outcomes.failed.push(code ?? String(error));
          return;
        }
      }
    };
    const clients = Array.from({ length: 16 }, client);
    while (outcomes.ok < 200) await send(port, '/healthz');
    isStopping = true;
    const askedAt = performance.now();
    service.kill('SIGTERM');
    await Promise.all(clients);
    expect(await ended()).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(10_000);
    expect(outcomes.failed).toEqual([]);
    agent.destroy();
  });

  test('finishes a request that is half sent, ends streams, and leaves a checkpointed database', async () => {
    start();
    await ready();
    const body = JSON.stringify({
      organisation: 'Kitanaga',
      workspace: 'Production',
      name: 'Mika',
      email: 'mika@example.com',
      password: PASSWORD,
    });
    const slow = request({
      host: '127.0.0.1',
      port,
      path: '/v1/setup',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: `http://127.0.0.1:${port}`,
        'content-length': `${body.length}`,
      },
    });
    const answered = once(slow, 'response') as Promise<
      [{ statusCode: number; headers: Record<string, string>; resume(): void }]
    >;
    slow.write(body.slice(0, 20));
    await send(port, '/healthz');
    service.kill('SIGTERM');
    while ((await send(port, '/readyz').catch(() => ({ status: 503 }))).status !== 503);
    slow.end(body.slice(20));
    const [incoming] = await answered;
    incoming.resume();
    expect([incoming.statusCode, incoming.headers['connection']]).toEqual([201, 'close']);
    expect(await ended()).toBe(0);
    const wal = join(folder, 'data/banso.db-wal');
    expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0);
  });

  test('is not held up by somebody who never finishes, and goes at once when asked twice', async () => {
    start();
    await ready();
    const stuck = request({
      host: '127.0.0.1',
      port,
      path: '/v1/setup',
      method: 'POST',
      headers: { 'content-length': '100' },
    });
    stuck.on('error', () => undefined);
    stuck.write('{');
    await send(port, '/healthz');
    service.kill('SIGTERM');
    while ((await send(port, '/readyz').catch(() => ({ status: 503 }))).status !== 503);
    const askedAt = performance.now();
    service.kill('SIGTERM');
    expect(await ended()).toBe(1);
    expect(performance.now() - askedAt).toBeLessThan(2_000);
  });

  test.each(DIALECTS.filter((dialect) => dialect === 'postgres'))(
    'two processes share one %s database',
    async () => {
      const name = `banso_main_${randomUUID().replaceAll('-', '')}`;
      const admin = new Client({ connectionString: urlOf('postgres') });
      await admin.connect();
      await admin.query(`create database ${name}`);
      const env = { DATABASE_URL: urlOf(name), BANSO_SECRET: 'one-secret-for-both-0123456789abcdef' };
      const [first, firstPort] = [start(env), port];
      await ready();
      port = await freePort();
      const second = start(env);
      await ready();
      const [setUpHere, setUpThere] = [await setup(), await send(firstPort, '/v1/setup')];
      expect([setUpHere.status, JSON.parse(setUpThere.body)]).toEqual([
        201,
        { needed: false, demo: false, signedIn: false, mail: false },
      ]);
      expect((await send(firstPort, '/readyz')).status).toBe(200);
      for (const one of [first, second]) {
        one.kill('SIGTERM');
        if (one.exitCode === null) await once(one, 'exit');
        expect(one.exitCode).toBe(0);
      }
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  );

  test('leaves no secret and no address of a person in its log, and no secret in its files', async () => {
    start({ BANSO_LOG_LEVEL: 'trace', BANSO_SECRET: 'the-secret-canary-0123456789-abcdefgh' });
    await ready();
    const origin = `http://127.0.0.1:${port}`;
    const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
      send(port, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, ...headers },
        body: JSON.stringify(json),
      });
    const { workspaceId } = JSON.parse((await setup()).body) as { workspaceId: string };
    const signedIn = await post('/v1/auth/sign-in/email', { email: 'mika@example.com', password: PASSWORD });
    const cookie = signedIn.cookies.map((one) => one.split(';')[0]).join('; ');
    const member = { cookie, 'banso-workspace': workspaceId, 'idempotency-key': 'k1' };
    const secret = JSON.parse(
      (await post('/v1/keys', { kind: 'secret', name: 'CRM', scopes: ['read'] }, member)).body,
    ) as { key: string };
    const identity = JSON.parse(
      (
        await post(
          '/v1/keys',
          { kind: 'identity', name: 'Server', algorithm: 'HS256' },
          { ...member, 'idempotency-key': 'k2' },
        )
      ).body,
    ) as { key: string };
    const invited = JSON.parse(
      (
        await post(
          '/v1/invitations',
          { email: 'jun@example.com', role: 'member' },
          { ...member, 'idempotency-key': 'k3' },
        )
      ).body,
    ) as { url: string };
    const token = new URL(invited.url).hash.slice(1);
    await send(port, `/v1/invitations/by-token/${token}?token=${token}`);
    await post('/v1/invitations/accept', { token, name: 'Jun', password: 'four quiet lanterns' });
    await send(port, '/v1/my-day', { headers: { authorization: `Bearer ${secret.key}` } });
    await post('/v1/keys', '{"password": "wrong-canary"', member);
    service.kill('SIGTERM');
    await ended();

    const secrets = [
      PASSWORD,
      'four quiet lanterns',
      secret.key,
      identity.key,
      token,
      'the-secret-canary',
      decodeURIComponent(cookie).split('.').at(-1) ?? '',
      'wrong-canary',
    ];
    const files = readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
    for (const canary of secrets) {
      expect(canary.length).toBeGreaterThan(10);
      expect(output.err, 'the log').not.toContain(canary);
      for (const bytes of files) expect(bytes.includes(canary), `${canary} in a file`).toBe(false);
    }
    for (const personal of ['mika@', 'jun@', '127.0.0.1', 'Kitanaga'])
      expect(output.err).not.toContain(personal);
    expect(output.err).toContain('"route":"/v1/invitations/by-token/:token"');
  });

  test('says plainly that its port is in use', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    start();
    expect(await ended()).toBe(1);
    expect(output.err).toBe(
      `Port ${port} is in use on 127.0.0.1. Set PORT to another one, e.g. PORT=${port + 1} npm start\n`,
    );
    other.close();
  });

  test('says plainly what is wrong with a setting', async () => {
    start({ BANSO_SECRET: 'short' });
    expect(await ended()).toBe(1);
    expect(output.err).toMatch(/^BANSO_SECRET must be .*\n$/);
  });

  test('does not touch a database that a newer version wrote', async () => {
    start();
    await ready();
    service.kill('SIGTERM');
    await ended();
    const { default: Sqlite } = await import('better-sqlite3');
    const file = new Sqlite(join(folder, 'data/banso.db'));
    file.prepare("insert into schema_migration values ('2999-01-01-later', 'x')").run();
    file.close();
    start();
    expect(await ended()).toBe(1);
    expect(output.err).toMatch(/^The database cannot be used\. .*newer version.*\n$/);
  });

  test('explains itself', async () => {
    start({}, ['--help']);
    expect(await ended()).toBe(0);
    expect(output.out).toContain('BANSO_DATA_DIR');
  });
});
