import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openPostgres } from './open-postgres.ts';
import { DIALECTS, urlOf } from './testing.ts';

/** What a server that recovers from a crash answers: an ErrorResponse with its code. */
function refusal(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mthe database system is in recovery mode\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

/** A door before the run's server that treats the first connections otherwise. */
async function door(
  first: readonly ((socket: Socket) => void)[],
): Promise<{ url: string; knocks: () => number }> {
  const { port, hostname } = new URL(urlOf('postgres'));
  let knocks = 0;
  const through = new Set<Socket>();
  const listening = createServer((socket) => {
    socket.on('error', () => undefined);
    const act = first[knocks++];
    if (act) {
      socket.once('data', () => act(socket));
      return;
    }
    const real = connect(Number(port), hostname);
    real.on('error', () => socket.destroy());
    socket.pipe(real).pipe(socket);
    through.add(real);
  }).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  onTestFinished(() => {
    listening.close();
    for (const real of through) real.destroy();
  });
  const url = new URL(urlOf('postgres'));
  url.hostname = '127.0.0.1';
  url.port = String((listening.address() as AddressInfo).port);
  return { url: url.href, knocks: () => knocks };
}

describe.runIf(DIALECTS.includes('postgres'))('opening PostgreSQL', () => {
  test('waits for a server that is starting or recovering', async () => {
    const { url, knocks } = await door([
      (socket) => socket.end(refusal('57P03')),
      (socket) => socket.destroy(),
      (socket) => socket.end(refusal('57P02')),
    ]);
    const database = await openPostgres({ url });
    await database.ping();
    await database.close();
    expect(knocks()).toBe(4);
  });

  test('does not wait where waiting does not help', async () => {
    const { url, knocks } = await door([(socket) => socket.end(refusal('28P01'))]);
    await expect(openPostgres({ url })).rejects.toThrow('PostgreSQL cannot be reached with DATABASE_URL');
    expect(knocks()).toBe(1);
  });
});
