import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { faultProxy } from './fault-proxy.ts';
import type { FaultProxy } from './fault-proxy.ts';

const BODY = 'x'.repeat(2000);
const seen: string[] = [];
const target = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    seen.push(body);
    response.end(BODY);
  });
});
let proxy: FaultProxy;

beforeAll(async () => {
  target.listen(0, '127.0.0.1');
  await once(target, 'listening');
});
afterAll(() => target.close());
beforeEach(async () => {
  seen.length = 0;
  proxy = await faultProxy((target.address() as AddressInfo).port);
});
afterEach(() => proxy.stop());

const post = (body: string, signal?: AbortSignal) =>
  fetch(proxy.url, { method: 'POST', body, headers: { connection: 'close' }, signal: signal ?? null });

/** Everything that a raw connection receives until it ends, and how it ended. */
async function receive(): Promise<{ bytes: Buffer[]; error: string | undefined }> {
  const socket = connect(proxy.port, '127.0.0.1');
  const bytes: Buffer[] = [];
  let error: string | undefined;
  socket.on('data', (chunk: Buffer) => bytes.push(chunk));
  socket.on('error', (e: NodeJS.ErrnoException) => (error = e.code));
  socket.write('POST / HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 2\r\n\r\nhi');
  await new Promise((closed) => socket.once('close', closed));
  return { bytes, error };
}

test('passes everything at first', async () => {
  const response = await post('hello');
  expect(await response.text()).toBe(BODY);
  expect(seen).toEqual(['hello']);
  expect(proxy.accepted()).toBe(1);
});

test('refuses connections, and takes them again on the same port', async () => {
  const { port } = proxy;
  await proxy.set({ mode: 'refuse' });
  expect(await receive()).toEqual({ bytes: [], error: 'ECONNREFUSED' });
  await proxy.set({ mode: 'pass' });
  expect(proxy.port).toBe(port);
  expect(await (await post('again')).text()).toBe(BODY);
  expect(seen).toEqual(['again']);
});

test('stalls without reaching the server until the fault is lifted', async () => {
  await proxy.set({ mode: 'stall' });
  const waiting = receive();
  await expect.poll(() => proxy.accepted()).toBe(1);
  expect(seen).toEqual([]);
  await proxy.set({ mode: 'pass' });
  expect((await waiting).bytes).toEqual([]);
});

test.each([0, 1, 700])(
  'resets the answer after %i bytes, when the server has done the work',
  async (afterBytes) => {
    await proxy.set({ mode: 'reset', afterBytes });
    const { bytes, error } = await receive();
    expect(Buffer.concat(bytes).length).toBe(afterBytes);
    expect(error).toBe('ECONNRESET');
    expect(seen).toEqual(['hi']);
  },
);

test('drips the answer in small pieces and completes it', async () => {
  await proxy.set({ mode: 'drip', bytes: 500, everyMs: 5 });
  const { bytes, error } = await receive();
  expect(error).toBeUndefined();
  expect(Buffer.concat(bytes).toString().endsWith(BODY)).toBe(true);
  expect(bytes.length).toBeGreaterThan(2);
  expect(Math.max(...bytes.map((chunk) => chunk.length))).toBeLessThanOrEqual(1000);
});

test('delays both directions and keeps the bytes in order', async () => {
  await proxy.set({ mode: 'latency', ms: 40 });
  const begun = performance.now();
  expect(await (await post(BODY)).text()).toBe(BODY);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(79);
  expect(seen).toEqual([BODY]);
});

test('cuts open connections when the fault changes and when it stops', async () => {
  await proxy.set({ mode: 'stall' });
  const answered = post('lost').then(
    () => 'answered',
    () => 'cut',
  );
  await expect.poll(() => proxy.accepted()).toBe(1);
  await proxy.set({ mode: 'drip', bytes: 1, everyMs: 50 });
  expect(await answered).toBe('cut');
  const dripping = receive();
  await expect.poll(() => seen.length).toBe(1);
  await proxy.stop();
  expect(Buffer.concat((await dripping).bytes).length).toBeLessThan(BODY.length);
});
