import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppEnv } from '../app-env.ts';
import { bodyLimit } from './body-limit.ts';
import { onError } from './on-error.ts';

const LIMIT = 1_000;

function anApp() {
  const app = new Hono<AppEnv>();
  app.onError(onError(pino({ level: 'silent' })));
  app.use(bodyLimit(() => LIMIT));
  app.post('/', async (c) => c.text(`${(await c.req.text()).length}`));
  return app;
}

describe('a body over a socket', () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    const answer = getRequestListener(anApp().fetch);
    server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  const send = (chunks: string[], headers: Record<string, string>) =>
    new Promise<string>((done, fail) => {
      const outgoing = request({ host: '127.0.0.1', port, method: 'POST', headers }, (incoming) => {
        let text = '';
        incoming
          .on('data', (chunk) => (text += String(chunk)))
          .on('end', () => done(`${incoming.statusCode} ${text.slice(0, 40)}`));
      });
      outgoing.on('error', fail);
      for (const chunk of chunks) outgoing.write(chunk);
      outgoing.end();
    });

  test('passes up to the limit, declared or not', async () => {
    expect(await send(['x'.repeat(LIMIT)], { 'content-length': `${LIMIT}` })).toBe(`200 ${LIMIT}`);
    expect(await send(['x'.repeat(400), 'y'.repeat(600)], { 'transfer-encoding': 'chunked' })).toBe(
      `200 ${LIMIT}`,
    );
  });

  test('is refused beyond it, declared or not', async () => {
    expect(await send(['x'.repeat(LIMIT + 1)], { 'content-length': `${LIMIT + 1}` })).toMatch(/^413/);
    expect(await send(['x'.repeat(600), 'y'.repeat(401)], { 'transfer-encoding': 'chunked' })).toMatch(
      /^413/,
    );
  });
});

test('a body that comes by no socket is counted, whatever it declares', async () => {
  const send = async (length: number, declared?: string) =>
    (
      await anApp().request('/', {
        method: 'POST',
        body: 'x'.repeat(length),
        headers: declared === undefined ? {} : { 'content-length': declared },
      })
    ).status;
  expect(await send(LIMIT)).toBe(200);
  expect(await send(LIMIT + 1)).toBe(413);
  expect(await send(LIMIT + 1, '10')).toBe(413);
});
