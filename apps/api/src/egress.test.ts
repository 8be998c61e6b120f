import { spawnSync } from 'node:child_process';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEgress, isPublicAddress } from './egress.ts';

/** A server that must hear nothing, except where a test lets its address through. */
let canary: Server;
let heard: string[] = [];
let port: number;
let answer = { status: 200, body: 'hello', headers: {} as Record<string, string> };

beforeAll(async () => {
  canary = createServer((request, response) => {
    heard.push(`${request.method} ${request.url} ${request.headers.host}`);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
  port = (canary.address() as AddressInfo).port;
});
afterAll(() => new Promise((done) => canary.close(done)));

const reset = () => void ((heard = []), (answer = { status: 200, body: 'hello', headers: {} }));

describe('addresses of the internet', () => {
  test.each(['1.1.1.1', '93.184.216.34', '2606:4700::1111', '172.15.255.255', '172.32.0.0', '192.0.3.1'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::1',
    '3fff::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
    '1.2.3',
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a way out', { timeout: 30_000 }, () => {
  test.each(['HEAD', 'GET'] as const)('takes the head of an answer alone, by %s', async (method) => {
    reset();
    answer = { status: 404, body: 'x'.repeat(5_000_000), headers: { 'content-type': 'text/plain' } };
    const egress = createEgress({ allow: (address) => address === '127.0.0.1' });
    const url = `http://127.0.0.1:${port}/big`;
    const taken = await egress({ url, method, headOnly: true });
    expect([taken.status, taken.headers['content-type'], taken.body.length]).toEqual([404, 'text/plain', 0]);
    expect(heard).toEqual([`${method} /big 127.0.0.1:${port}`]);
  });

  const privately = (...addresses: string[]) =>
    createEgress({
      resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    });

  test.each([
    'http://127.0.0.1',
    'http://localhost',
    'http://2130706433',
    'http://0x7f.1',
    'http://0177.0.0.1',
    'http://127.1',
    'http://127.0.0.1.',
    'http://0',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[0:0:0:0:0:ffff:7f00:1]',
    'http://169.254.169.254',
    'http://LOCALHOST',
    'http://①②⑦.⓪.⓪.①',
  ])('does not lead to %s', async (base) => {
    reset();
    const url = new URL(base);
    url.port = `${port}`;
    await expect(createEgress()({ url: url.href, method: 'GET' })).rejects.toThrow();
    expect(heard).toEqual([]);
  });

  test.each([
    { addresses: ['127.0.0.1'], because: 'the name leads here' },
    { addresses: ['93.184.216.34', '127.0.0.1'], because: 'one of its addresses leads here' },
    { addresses: ['::1'], because: 'the name leads here by IPv6' },
    { addresses: [], because: 'the name leads nowhere' },
  ])('refuses a name: $because', async ({ addresses }) => {
    reset();
    await expect(
      privately(...addresses)({ url: `http://hooks.example:${port}/`, method: 'GET' }),
    ).rejects.toThrow();
    expect(heard).toEqual([]);
  });

  test.each([
    'ftp://example.com',
    'file:///etc/passwd',
    'http://user:pass@example.com',
    'gopher://example.com',
    'example.com',
    '//example.com',
  ])('refuses %s', async (url) => {
    await expect(privately('93.184.216.34')({ url, method: 'GET' })).rejects.toMatchObject({
      reason: 'bad_url',
    });
  });

  test('asks the resolver once, so a second answer changes nothing', async () => {
    reset();
    let asked = 0;
    const egress = createEgress({
      allow: (address) => address === '127.0.0.1',
      resolve: async () => [{ address: (asked += 1) === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }],
    });
    const { status, body } = await egress({
      url: `http://hooks.example:${port}/in`,
      method: 'POST',
      body: '{}',
    });
    expect([status, body.toString()]).toEqual([200, 'hello']);
    expect(heard).toEqual([`POST /in hooks.example:${port}`]);
    expect(asked).toBe(1);
  });

  const toCanary = (options: Parameters<typeof createEgress>[0] = {}) =>
    createEgress({
      allow: (address) => address === '127.0.0.1',
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      ...options,
    });

  test('follows no redirect', async () => {
    reset();
    answer = { status: 302, body: '', headers: { location: `http://127.0.0.1:${port}/secret` } };
    const { status, headers } = await toCanary()({ url: `http://hooks.example:${port}/`, method: 'GET' });
    expect([status, headers['location']]).toEqual([302, `http://127.0.0.1:${port}/secret`]);
    expect(heard).toHaveLength(1);
  });

  test('takes no answer over its size', async () => {
    reset();
    answer = { status: 200, body: 'x'.repeat(2_000), headers: {} };
    const tooLarge = toCanary({ maxBytes: 1_999 })({ url: `http://hooks.example:${port}/`, method: 'GET' });
    await expect(tooLarge).rejects.toMatchObject({ reason: 'too_large' });
  });

  test('gives up on a server that says nothing, and on a resolver that does not', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const url = `http://hooks.example:${(silent.address() as AddressInfo).port}/`;
    await expect(toCanary({ timeoutMs: 50 })({ url, method: 'GET' })).rejects.toThrow(/timeout|abort/i);
    const unresolved = toCanary({ timeoutMs: 50, resolve: () => new Promise(() => undefined) });
    await expect(unresolved({ url, method: 'GET' })).rejects.toThrow(/timeout|abort/i);
    silent.closeAllConnections();
    silent.close();
  });

  test('dials no proxy, whatever the environment says', () => {
    const proxy = 'http://127.0.0.1:9';
    const script = `
      import { createEgress } from ${JSON.stringify(new URL('egress.ts', import.meta.url).href)};
      import { createServer } from 'node:http';
      const server = createServer((_, response) => response.end('direct')).listen(0, '127.0.0.1', async () => {
        const egress = createEgress({ allow: () => true, resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
        const { body } = await egress({ url: 'http://hooks.example:' + server.address().port + '/', method: 'GET' });
        process.stdout.write(body.toString());
        server.close();
      });`;
    const { stdout } = spawnSync('node', ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_USE_ENV_PROXY: '1',
        HTTP_PROXY: proxy,
        http_proxy: proxy,
        ALL_PROXY: proxy,
        NO_PROXY: '',
      },
    });
    expect(stdout).toBe('direct');
  });
});
