import { Analytics } from '@segment/analytics-node';
import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { DIALECTS } from '@banso/database/testing';
import { freePort } from '@banso/testkit/free-port';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../recorder/testing/recount/recount.ts';
import type { RunningServer } from '../../server.ts';
import { listen } from '../../server.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { openWidgetApp } from '../../widget-testing.ts';

/** A stock client, with nothing but its host changed. */
interface Client {
  say(type: 'identify' | 'group' | 'track' | 'page' | 'alias', message: object): void;
  /** Sends what waits, and closes. */
  leave(): Promise<void>;
}

const segment = (host: string, writeKey: string): Client => {
  const client = new Analytics({ writeKey, host });
  return {
    say: (type, message) => (client[type] as (message: object) => void)(message),
    leave: () => client.closeAndFlush(),
  };
};

const rudder = (dataPlaneUrl: string, writeKey: string): Client => {
  const client = new RudderAnalytics(writeKey, { dataPlaneUrl, logLevel: 'off' });
  return {
    say: (type, message) => (client[type] as (message: object) => void).call(client, message),
    leave: async () => {
      await client.flush();
      await client.flush(); // the first one waits for the message that was sent at once
    },
  };
};

describe.each(DIALECTS.filter((dialect) => dialect === 'sqlite'))(
  'on %s the stock Node client',
  (dialect) => {
    let app: WidgetApp;
    let key: string;
    let host: string;
    let server: RunningServer;
    /** Answers in the place of the service, until there are none left. */
    let instead: (() => Response)[];
    /** What came, and what the client was answered. */
    let batches: { status: number; encoding: string | null; type: string | null }[];

    beforeEach(async () => {
      app = await openWidgetApp(dialect);
      ({ value: key } = await app.secretKey(app.workspaceId, ['write']));
      [instead, batches] = [[], []];
      const port = await freePort();
      host = `http://127.0.0.1:${port}`;
      server = await listen(
        async (request, env) => {
          const lost = instead.shift();
          const own = await app.app.fetch(request, env);
          const answer = lost ? lost() : own;
          batches.push({
            status: answer.status,
            encoding: request.headers.get('content-encoding'),
            type: request.headers.get('content-type'),
          });
          return answer;
        },
        { host: '127.0.0.1', port },
      );
    });
    afterEach(async () => {
      await server.stop();
      await app.close();
    });
    const rows = (table: Parameters<typeof rowsOf>[2]) => rowsOf(app.database, app.workspaceId, table);

    describe.each([
      { name: 'Segment', open: segment },
      { name: 'RudderStack', open: rudder },
    ])('of $name', ({ open }) => {
      test('says all it can say, in batches, and everything has arrived when it closes', async () => {
        const client = open(host, key);
        const timestamp = new Date(Date.parse(app.clock.now()) - 3_600_000);
        client.say('identify', {
          userId: 'mika',
          traits: { name: 'Mika', seats: 3, address: { city: 'Nagoya' } },
        });
        client.say('group', { userId: 'mika', groupId: 'acme', traits: { name: 'Acme', plan: 'pro' } });
        client.say('track', { userId: 'mika', event: 'saved', properties: { size: 3 }, timestamp });
        client.say('page', {
          userId: 'mika',
          name: 'Home',
          properties: { url: 'https://app.example/home?a=1' },
        });
        client.say('alias', { previousId: 'visitor-1', userId: 'mika' });
        client.say('track', { anonymousId: 'visitor-1', event: 'saved' });
        for (let n = 0; n < 24; n += 1) client.say('track', { userId: 'jun', event: 'counted' });
        await client.leave();

        expect(batches.every(({ status }) => status === 200)).toBe(true);
        expect(batches.length).toBeGreaterThan(1);
        expect(batches.length).toBeLessThan(10);
        const people = await rows('contact');
        expect(people.map((row) => [row['external_id'], row['identity'], row['name']]).toSorted()).toEqual([
          ['jun', 'verified', null],
          ['mika', 'verified', 'Mika'],
        ]);
        expect(people.find((row) => row['external_id'] === 'mika')?.['traits']).toBe('{"seats":3}');
        expect(await rows('account')).toMatchObject([{ external_id: 'acme', name: 'Acme', plan: 'pro' }]);
        const counted = (await rows('event_count')).filter((row) =>
          String(row['subject_id']).startsWith('con_'),
        );
        const sums = Map.groupBy(counted, (row) => row['name']);
        const sumOf = (name: string) => sums.get(name)?.reduce((sum, row) => sum + Number(row['count']), 0);
        expect([sumOf('saved'), sumOf('counted')]).toEqual([2, 24]);
        const log = await rows('event');
        expect(log.find(({ type }) => type === 'page')?.['payload']).toContain('https://app.example/home"');
        expect(log.every(({ received_at, at }) => String(at) <= String(received_at))).toBe(true);
      });

      test('tries again after a fault, a limit and a lost answer, and nothing counts twice', async () => {
        instead = [
          () => new Response('', { status: 500 }),
          () => new Response('', { status: 429, headers: { 'retry-after': '1' } }),
        ];
        const client = open(host, key);
        client.say('track', { userId: 'mika', event: 'saved' });
        await client.leave();
        // both times the service had kept it, and its answer did not arrive
        expect(batches.map(({ status }) => status)).toEqual([500, 429, 200]);
        expect(await rows('event_count')).toMatchObject([{ name: 'saved', count: 1 }]);
      });
    });

    test('compresses as the one of RudderStack does', async () => {
      const client = rudder(host, key);
      client.say('track', { userId: 'mika', event: 'saved' });
      await client.leave();
      expect(batches).toMatchObject([{ status: 200, encoding: 'gzip' }]);
    });
  },
);
