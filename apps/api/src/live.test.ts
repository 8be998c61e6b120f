import { DIALECTS, openTestDatabase } from '@banso/database/testing';
import type { report } from '@banso/contract';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { openLive } from './live.ts';

const seen = (url: string): report.LiveEvent => ({ type: 'seen', at: '2026-01-05T10:00:00.000Z', url });
const log = pino({ level: 'silent' });

describe.each(DIALECTS)('the feed on %s', (dialect) => {
  test('reaches listeners of its workspace, once, until they stop', async () => {
    const database = await openTestDatabase(dialect);
    const live = await openLive({ database, log, processId: 'one' });
    const heard: string[] = [];
    const stop = live.subscribe('ws_1', (event) => heard.push(event.type === 'seen' ? event.url : ''));
    live.publish('ws_1', seen('a'));
    live.publish('ws_2', seen('b'));
    stop();
    live.publish('ws_1', seen('c'));
    await live.close();
    expect(heard).toEqual(['a']);
    await database.close();
  });

  test('goes on when a listener fails', async () => {
    const database = await openTestDatabase(dialect);
    const live = await openLive({ database, log, processId: 'one' });
    const heard: report.LiveEvent[] = [];
    live.subscribe('ws_1', () => {
      throw new Error('broken');
    });
    live.subscribe('ws_1', (event) => heard.push(event));
    live.publish('ws_1', seen('a'));
    expect(heard).toHaveLength(1);
    await live.close();
    await database.close();
  });
});

describe.runIf(DIALECTS.includes('postgres'))('the feed of several processes', () => {
  test('carries everything to the others, in order, and nothing back', async () => {
    const database = await openTestDatabase('postgres');
    const one = await openLive({ database, log, processId: 'one' });
    const other = await openLive({ database, log, processId: 'other' });
    const here: string[] = [];
    const there: string[] = [];
    const last = Promise.withResolvers<void>();
    one.subscribe('ws_1', (event) => event.type === 'seen' && here.push(event.url));
    other.subscribe('ws_1', (event) => {
      if (event.type === 'seen') there.push(event.url);
      if (event.type === 'content') last.resolve();
    });
    const urls = Array.from({ length: 300 }, (_, n) => `https://app.example/${n}/${'x'.repeat(100)}`);
    // also from inside a transaction, where no second one may be opened
    await database.forWorkspace('ws_1').write(async () => {
      for (const url of urls) one.publish('ws_1', seen(url));
    });
    one.publish('ws_1', seen('y'.repeat(20_000)));
    one.publish('ws_1', { type: 'content', id: 'chk_1', version: 2 });
    await last.promise;
    expect(here).toEqual([...urls, 'y'.repeat(20_000)]);
    expect(there).toEqual([...urls, 'y'.repeat(500)]);
    await one.close();
    await other.close();
    await database.close();
  });

  test('ignores what others say on the same channel', async () => {
    const database = await openTestDatabase('postgres');
    const live = await openLive({ database, log, processId: 'one' });
    const heard = Promise.withResolvers<string>();
    live.subscribe('ws_1', (event) => heard.resolve(event.type));
    await database.record(async (tx) => {
      for (const text of ['', 'hello', 'null', '[]', '{"live":1}', '{"live":"two","events":7}'])
        await tx.notify(text);
      await tx.notify(
        JSON.stringify({
          live: 'two',
          events: [{ workspaceId: 'ws_1', event: { type: 'content', id: 'chk_1', version: 1 } }],
        }),
      );
    });
    expect(await heard.promise).toBe('content');
    await live.close();
    await database.close();
  });
});
