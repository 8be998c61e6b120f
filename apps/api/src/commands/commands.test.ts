import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@banso/testkit/free-port';
import { contents, migrate, openDatabase } from '@banso/database';
import { DIALECTS, freshSlot, urlOf } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CannotStart } from '../cannot-start.ts';
import { newId } from '../clock.ts';
import { openTestApp, type TestApp, type TestMember } from '../testing.ts';
import { builtService } from '../testing/built-service.ts';
import { commandNamed } from './all.ts';

const MAIN = await builtService();
const DOCS = join(import.meta.dirname, '../../../../docs/content-as-code.md');
const run = promisify(execFile);

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

describe.each(DIALECTS)('banso export and import on %s', { timeout: 60_000 }, (dialect) => {
  let folder: string;
  let env: Record<string, string>;
  let api: TestApp;
  let organisationId: string;
  let writer: TestMember;
  let stagingId: string;
  let productionId: string;
  let leave: () => Promise<void>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'banso-commands-'));
    env = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
      BANSO_DATA_DIR: join(folder, 'data'),
      BANSO_SECRET: 'one-secret-for-both-0123456789abcdef',
    };
    const url = dialect === 'postgres' ? await anEmptyServer() : undefined;
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const database = await openDatabase({
      file: join(folder, 'data/banso.db'),
      url,
      listenUrl: env['DATABASE_URL'],
    });
    await migrate(database);
    api = await openTestApp(dialect, { database });
    ({ organisationId, workspaceId: productionId } = await api.organisation());
    stagingId = await api.workspace(organisationId, 'Staging');
    writer = await api.member(organisationId, 'member', stagingId);
    await made('checklists', { name: 'First week', slug: 'first-week', template: 'first-week' });
    await made('surveys', { name: 'NPS', slug: 'nps' });
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await api.close();
    await leave?.();
    rmSync(folder, { recursive: true });
  });

  async function anEmptyServer(): Promise<string> {
    const { name, release } = await freshSlot(`banso_commands_${randomUUID().replaceAll('-', '')}`);
    leave = async () => {
      await release();
    };
    return (env['DATABASE_URL'] = urlOf(name));
  }

  async function made(noun: string, json: unknown): Promise<string> {
    const answer = await api.request(`/v1/${noun}`, writer, { method: 'POST', json });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  }
  /** Runs a command here; that it is one of the process, the last two tests say. */
  const banso = async (name: string, ...args: string[]): Promise<Ended> => {
    const told = { stdout: '', stderr: '' };
    const into = (stream: keyof typeof told) => ({ write: (text: string) => (told[stream] += text) });
    const command = commandNamed(name)!;
    try {
      const code = await command(args, { stdout: into('stdout'), stderr: into('stderr') });
      return { code, ...told };
    } catch (error) {
      if (error instanceof CannotStart) return { ...told, code: 1, stderr: `${error.message}\n` };
      throw error;
    }
  };
  const at = (name: string) => join(folder, name);
  const filesIn = (name: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name: file }) => join(parentPath, file))
        .toSorted()
        .map((path) => [path.slice(join(folder, name).length + 1), readFileSync(path, 'utf8')]),
    );
  const change = (path: string, from: string, to: string) => {
    const text = readFileSync(join(folder, path), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, path), text.replace(from, to));
  };

  test('an empty workspace becomes the same, to the last byte', async () => {
    const out = await banso('export', '--workspace', 'Staging', '--out', at('one'));
    expect(out).toMatchObject({ code: 0, stderr: '' });
    expect(out.stdout).toBe(
      'wrote checklists/first-week.yaml\nwrote surveys/nps.yaml\n2 contents, 2 files written.\n',
    );
    const into = await banso('import', '--workspace', productionId, at('one'));
    expect(into).toMatchObject({ code: 0, stderr: '' });
    expect(into.stdout).toMatch(/2 created, 0 changed, 0 left as they are\.\n$/);
    expect((await banso('export', '--workspace', 'production', '--out', at('two'))).code).toBe(0);
    expect(filesIn('two')).toEqual(filesIn('one'));
    expect((await banso('import', '--workspace', 'Production', at('one'))).stdout).toBe(
      '0 created, 0 changed, 2 left as they are.\n',
    );
    expect((await banso('export', '--workspace', 'Production', '--out', at('two'))).stdout).toBe(
      '2 contents, 0 files written.\n',
    );
  });

  test('counters are compared, and put right where somebody has changed them', async () => {
    const check = () => banso('rebuild', '--workspace', 'Staging', '--check');
    const healthy = await check();
    expect(healthy.code).toBe(0);
    expect(healthy.stdout).toContain(' 0 differences.\n');
    await api.database
      .forWorkspace(stagingId)
      .write((db) =>
        db
          .insertInto('counter')
          .values({ workspace_id: stagingId, name: 'unread_responses', value: 7 })
          .execute(),
      );
    const told = 'counter.value of name=unread_responses is 7, should be 0';
    const found = await check();
    expect(found.code).toBe(1);
    expect(found.stdout).toContain(told);
    // the service is running: this very test is connected
    const put = await banso('rebuild', '--workspace', stagingId);
    expect(put).toMatchObject({ code: 0, stderr: '' });
    expect(put.stdout).toMatch(/1 difference\.\nPut right\.\n$/);
    expect((await check()).code).toBe(0);
  });

  // What is said and what stands in files is no matter of the database.
  if (dialect !== 'sqlite') return;

  test('segments go along, and what one of them acts on at once is said before', async () => {
    const condition = (value: string) => ({
      type: 'all',
      of: [
        { type: 'trait', subject: 'contact', key: 'role', op: 'is', value },
        { type: 'list', subject: 'contact', ids: ['kenji'] },
      ],
    });
    const segmentId = await made('segments', {
      name: 'Admins',
      slug: 'admins',
      condition: condition('admin'),
    });
    const both = { type: 'any', of: [{ type: 'segment', segmentId }] };
    await made('segments', { name: 'Both', slug: 'both', condition: both });
    const out = await banso('export', '--workspace', 'Staging', '--out', at('files'));
    expect(out.stdout).toMatch(/wrote segments\/both\.yaml\n.*2 contents, 2 segments, 4 files written\.\n$/s);
    change(
      'files/surveys/nps.yaml',
      'audience:\n    type: all\n    of: []',
      'audience:\n    type: segment\n    segment: segments/both',
    );
    const into = await banso('import', '--workspace', 'Production', at('files'), '--publish');
    expect(into).toMatchObject({ code: 0, stderr: '' });
    expect(into.stdout).toMatch(/^segments\/admins\.yaml: created \(Admins\)\n.*4 created/s);

    change('files/segments/admins.yaml', 'value: admin', 'value: owner');
    change('files/segments/both.yaml', 'segments/admins', 'segments/nobody');
    const lost = await banso('import', '--workspace', 'Production', at('files'));
    expect(lost.stderr).toMatch(
      /segments\/both\.yaml:\d+ condition\.of\.0\.segment: there is no segments\/nobody/,
    );
    change('files/segments/both.yaml', 'segments/nobody', 'segments/admins');
    const dry = await banso('import', '--workspace', 'Production', at('files'), '--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toBe(`segments/admins.yaml: changed (Admins)
  condition: no longer asks for {"type":"trait","subject":"contact","key":"role","op":"is","value":"admin"}
  condition: also asks for {"type":"trait","subject":"contact","key":"role","op":"is","value":"owner"}
  acts at once on what customers see: “NPS”
Would be: 0 created, 1 changed, 3 left as they are. Nothing was changed.
`);
    expect((await banso('import', '--workspace', 'Production', at('files'))).code).toBe(0);
    await banso('export', '--workspace', 'Production', '--out', at('two'));
    expect(filesIn('two')).toEqual(filesIn('files'));

    const listed = newId('con');
    await made('segments', {
      name: 'Pilot',
      slug: 'pilot',
      condition: { type: 'list', subject: 'contact', ids: [listed] },
    });
    const told = await banso('export', '--workspace', 'Staging', '--out', at('three'));
    expect(told.stderr).toBe(
      `segments/pilot.yaml lists ${listed}: only this workspace knows that, and no other one will take it\n`,
    );
  });

  test('a dry run says what would become of what, and changes nothing', async () => {
    await banso('export', '--workspace', 'Staging', '--out', at('files'));
    await banso('import', '--workspace', 'Production', at('files'));
    change('files/surveys/nps.yaml', 'name: NPS', 'name: NPS, twice a year');
    change('files/surveys/nps.yaml', 'samplePercent: 100', 'samplePercent: 50');
    change('files/surveys/nps.yaml', 'en: Extremely likely', 'en: Certainly');
    mkdirSync(join(folder, 'files/announcements'));
    const dry = await banso('import', '--workspace', 'Production', at('files'), '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.stdout).toBe(`surveys/nps.yaml: changed (NPS, twice a year)
  name: “NPS” → “NPS, twice a year”
  questions.0.labels.high (en): “Extremely likely” → “Certainly”
  delivery.samplePercent: 100 → 50
Would be: 0 created, 1 changed, 1 left as they are. Nothing was changed.
`);
    await banso('export', '--workspace', 'Production', '--out', at('after'));
    expect(filesIn('after')['surveys/nps.yaml']).toContain('name: NPS\n');
    const wet = await banso(
      'import',
      '--workspace',
      'Production',
      at('files'),
      '--publish',
      '--note',
      'git 1',
    );
    expect(wet.stdout).toContain('surveys/nps.yaml: changed, published (NPS, twice a year)\n');
    const rows = await api.database
      .forWorkspace(productionId)
      .read((db) => contents.listNames(db, productionId));
    expect(rows.map(({ status }) => status)).toEqual(['published', 'published']);
  });

  test('a file that is wrong is named with its line, and work of somebody is not replaced unasked', async () => {
    await banso('export', '--workspace', 'Staging', '--out', at('files'));
    change('files/surveys/nps.yaml', 'samplePercent: 100', 'samplePercent: 500');
    const wrong = await banso('import', '--workspace', 'Production', at('files'));
    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toMatch(/ {2}surveys\/nps\.yaml:\d+ delivery\.samplePercent: /);

    change('files/surveys/nps.yaml', 'samplePercent: 500', 'samplePercent: 40');
    const held = await banso('import', '--workspace', 'Staging', at('files'));
    expect(held).toMatchObject({ code: 1, stdout: '' });
    expect(held.stderr).toMatch(/surveys\/nps\.yaml: was changed there by The member at /);
    const dry = await banso('import', '--workspace', 'Staging', at('files'), '--dry-run');
    expect(dry.code).toBe(1);
    expect(dry.stdout).toContain('--overwrite replaces it');
    expect((await banso('import', '--workspace', 'Staging', at('files'), '--overwrite')).code).toBe(0);
  });

  test('an export leaves files that it does not know, and prunes those that are gone when asked', async () => {
    await banso('export', '--workspace', 'Staging', '--out', at('files'));
    writeFileSync(join(folder, 'files/README.md'), 'Ours');
    const id = await made('surveys', { name: 'Gone', slug: 'gone' });
    await banso('export', '--workspace', 'Staging', '--out', at('files'));
    await api.request(`/v1/surveys/${id}`, writer, { method: 'DELETE' });
    const left = await banso('export', '--workspace', 'Staging', '--out', at('files'));
    expect(left.stdout).toContain('surveys/gone.yaml is not in the workspace; --prune removes it\n');
    const pruned = await banso('export', '--workspace', 'Staging', '--out', at('files'), '--prune');
    expect(pruned.stdout).toContain('removed surveys/gone.yaml\n');
    expect(Object.keys(filesIn('files'))).toEqual([
      'README.md',
      'checklists/first-week.yaml',
      'surveys/nps.yaml',
    ]);
  });

  test('every command says plainly what is wrong', async () => {
    const wrong: [args: string[], says: RegExp][] = [
      [['rebuild'], /^--workspace is needed/],
      [['rebuild', '--workspace', 'Staging', 'now'], /^Unknown argument now/],
      [['export', '--out', at('x')], /^--workspace is needed/],
      [['export', '--workspace', 'Staging'], /^--out is needed/],
      [
        ['export', '--workspace', 'Nowhere', '--out', at('x')],
        /^There is no workspace Nowhere\. There are:\n/,
      ],
      [['import', '--workspace', 'Production', at('nowhere')], /^There is no folder /],
      [['import', '--workspace', 'Production', '--force', '.'], /--force.*Try --help\.\n$/s],
    ];
    for (const [args, says] of wrong) {
      const [name = '', ...rest] = args;
      const ended = await banso(name, ...rest);
      expect([ended.code, ended.stderr], args.join(' ')).toEqual([1, expect.stringMatching(says)]);
    }
  });

  test('what the documentation says can be typed', async () => {
    const blocks = [...readFileSync(DOCS, 'utf8').matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block);
    expect(blocks).toHaveLength(2);
    const [staging, production] = [await api.secretKey(stagingId), await api.secretKey(productionId)];
    const port = await freePort();
    const service = spawn(process.execPath, [MAIN, '--empty'], { env: { ...env, PORT: `${port}` } });
    await once(service.stdout, 'data');
    const [git, http] = blocks;
    const script = `set -eu
      export GIT_CONFIG_COUNT=2 GIT_CONFIG_KEY_0=user.name GIT_CONFIG_VALUE_0=Mika GIT_CONFIG_KEY_1=push.default GIT_CONFIG_VALUE_1=current
      export EMAIL=mika@example.com BANSO_URL=http://127.0.0.1:${port} STAGING_KEY=${staging.value} PRODUCTION_KEY=${production.value}
      banso() { '${process.execPath}' '${MAIN}' "$@"; }
      git init --quiet --bare remote.git
      git clone --quiet remote.git checkout
      cd checkout
      ${git}
      echo
      ${http}`;
    const { stdout } = await run('bash', ['-c', script], { env, cwd: folder });
    expect(stdout).toContain('Would be: 2 created, 0 changed, 0 left as they are. Nothing was changed.');
    expect(stdout).toContain('\n2 created, 0 changed, 0 left as they are.\n');
    expect(stdout.match(/"outcome":"unchanged"/g)).toHaveLength(4);
    const log = await api.request('/v1/audit-log', await api.member(organisationId, 'owner', productionId));
    expect(await log.json()).toMatchObject({
      data: [
        { action: 'survey.import', actor: { kind: 'system', name: 'banso import' } },
        {
          action: 'checklist.import',
          change: { note: expect.stringMatching(/^git [0-9a-f]{7,}$/) as string },
        },
      ],
    });
    service.kill('SIGTERM');
    await once(service, 'exit');
  });
});

test('a command makes no database where there is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'banso-commands-'));
  const env = { PATH: process.env['PATH'], BANSO_DATA_DIR: join(folder, 'data') };
  const ended = await run(process.execPath, [MAIN, 'export', '--workspace', 'W', '--out', folder], {
    env,
  }).catch((error: unknown) => error as Ended);
  expect(ended.stderr).toMatch(/^There is no database in /);
  rmSync(folder, { recursive: true });
});
