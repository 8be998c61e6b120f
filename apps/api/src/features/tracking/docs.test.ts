import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { tracking } from '@banso/contract';
import { freePort } from '@banso/testkit/free-port';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../recorder/testing/recount/recount.ts';
import type { RunningServer } from '../../server.ts';
import { listen } from '../../server.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { openWidgetApp } from '../../widget-testing.ts';

const run = promisify(execFile);
const API_FOLDER = fileURLToPath(new URL('../../../', import.meta.url));
const PAGE = readFileSync(fileURLToPath(new URL('../../../../../docs/tracking.md', import.meta.url)), 'utf8');
const blocks = [...PAGE.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code = '']) => ({
  language,
  code,
}));
const commands = blocks.filter(({ language, code }) => language === 'sh' && code.startsWith('curl'));
const scripts = blocks.filter(({ language }) => language === 'js');

describe('docs/tracking.md', () => {
  let app: WidgetApp;
  let server: RunningServer;
  let host: string;
  let key: string;
  beforeAll(async () => {
    app = await openWidgetApp('sqlite');
    app.clock.set('2026-11-22T10:00:00.000Z');
    ({ value: key } = await app.secretKey(app.workspaceId, ['write']));
    const port = await freePort();
    host = `http://127.0.0.1:${port}`;
    server = await listen(app.app.fetch, { host: '127.0.0.1', port });
  });
  afterAll(async () => {
    await server.stop();
    await app.close();
  });
  const rows = (table: Parameters<typeof rowsOf>[2]) => rowsOf(app.database, app.workspaceId, table);
  const here = (code: string) => code.replaceAll('https://YOUR-BANSO-HOST', host);
  const env = () => ({ PATH: process.env['PATH'], BANSO_SECRET_KEY: key });

  test('has commands and scripts', () => expect([commands.length, scripts.length]).toEqual([5, 2]));

  test.each(commands.map(({ code }) => [/v1\/\w+/.exec(code)?.[0], code]))(
    '%s works as it stands',
    async (_, code) => {
      const { stdout } = await run('sh', ['-c', here(code ?? '')], { env: env() });
      const { accepted, refused } = tracking.Received.parse(JSON.parse(stdout));
      expect(refused).toEqual([]);
      expect(accepted.length).toBeGreaterThan(0);
    },
  );

  test.each(scripts.map(({ code }) => [/from '(.*)'/.exec(code)?.[1], code]))(
    '%s works as it stands',
    async (_, code) => {
      const before = (await rows('event')).length;
      await run(process.execPath, ['--input-type=module', '-e', here(code ?? '')], {
        cwd: API_FOLDER,
        env: env(),
      });
      expect(await rows('event')).toHaveLength(before + 1);
    },
  );
});
