import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LinkReport } from '@banso/contract/links';
import { DIALECTS } from '@banso/database/testing';
import { MINUTE_MS } from '@banso/domain/time';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEgress } from '../egress.ts';
import { fakeClock } from '@banso/testkit';
import { openTestApp } from '../testing.ts';
import type { TestApp, TestMember } from '../testing.ts';
import type { DraftLink } from './draft-links.ts';
import { findingOf } from './finding.ts';
import { createLinkChecks } from './link-checks.ts';

/** What the web answers, by path; `head` refuses a HEAD, `hang` never answers. */
const WEB: Record<string, { status?: number; headers?: Record<string, string>; head?: number; hang?: true }> =
  {
    '/ok': { headers: { 'content-type': 'text/html; charset=utf-8' } },
    '/gone': { status: 410 },
    '/missing': { status: 404 },
    '/broken': { status: 503 },
    '/members': { status: 401 },
    '/get-only': { head: 405 },
    '/moved': { status: 301, headers: { location: '/ok' } },
    '/moved-away': { status: 302, headers: { location: '/missing' } },
    '/inside': { status: 302, headers: { location: 'http://10.0.0.1/secret' } },
    '/round': { status: 302, headers: { location: '/round' } },
    '/film': { headers: { 'content-type': 'video/mp4', 'content-length': '90000000' } },
    '/picture': { headers: { 'content-type': 'image/png', 'content-length': '100' } },
    '/heavy': { headers: { 'content-type': 'image/png', 'content-length': '9000000' } },
    '/hang': { hang: true },
  };

let web: Server;
let heard: string[] = [];
let origin: string;
beforeAll(async () => {
  web = createServer(({ method, url = '' }, response) => {
    heard.push(`${method} ${url}`);
    const { status = 200, headers = {}, head, hang } = WEB[url] ?? { status: 404 };
    if (hang) return;
    if (method === 'HEAD') response.writeHead(head ?? status, headers).end();
    else response.writeHead(status, { ...headers, 'content-length': '2' }).end('ok');
  });
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
});
afterAll(() => {
  web.closeAllConnections();
  return new Promise((done) => web.close(done));
});
beforeEach(() => void (heard = []));

const clock = fakeClock('2026-01-05T10:00:00.000Z');
const egress = () => createEgress({ allow: (address) => address === '127.0.0.1', timeoutMs: 2_000 });
const checks = (patienceMs?: number) =>
  createLinkChecks({ egress: egress(), clock, ...(patienceMs !== undefined && { patienceMs }) });

describe('a link', () => {
  const looked = async (path: string, use: DraftLink['use'] = 'page') => {
    const href = path.startsWith('http') ? path : `${origin}${path}`;
    const found = (await checks().of([href])).get(href);
    return found && findingOf({ path: 'url', href, use }, found);
  };

  test.each([
    { path: '/ok', finding: undefined },
    { path: '/moved', finding: undefined },
    { path: '/get-only', finding: undefined },
    { path: '/members', finding: undefined },
    { path: '/gone', finding: 'gone' },
    { path: '/missing', finding: 'gone' },
    { path: '/moved-away', finding: 'gone' },
    { path: '/broken', finding: 'unreachable' },
    { path: '/round', finding: 'unreachable' },
    { path: 'http://127.0.0.1:9/', finding: 'unreachable' },
    { path: '/inside', finding: 'private' },
    { path: 'http://10.0.0.1/', finding: 'private' },
  ])('to $path is $finding', async ({ path, finding }) => expect(await looked(path)).toBe(finding));

  test.each([
    { path: '/film', use: 'video', finding: undefined },
    { path: '/ok', use: 'video', finding: undefined },
    { path: '/picture', use: 'video', finding: 'wrong_type' },
    { path: '/picture', use: 'image', finding: undefined },
    { path: '/ok', use: 'image', finding: 'wrong_type' },
    { path: '/heavy', use: 'image', finding: 'too_large' },
  ] as const)('of a $use to $path is $finding', async ({ path, use, finding }) =>
    expect(await looked(path, use)).toBe(finding),
  );

  test('in a text that is not encrypted is said; of a field of its own the checks of the draft say so', () => {
    const found = { is: 'answered', status: 200, type: '', bytes: undefined } as const;
    const at = (path: string) => findingOf({ path, href: 'http://a.example', use: 'page' }, found);
    expect([at('body.en'), at('url'), at('recordingUrl'), at('steps.0.action.url')]).toEqual([
      'insecure',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what is behind an address', () => {
  test('is asked once for a while, what was not there for a shorter one', async () => {
    const kept = checks();
    const both = [`${origin}/ok`, `${origin}/missing`];
    await Promise.all([kept.of(both), kept.of(both)]);
    await kept.of([`${origin}/ok`, `${origin}/ok`]);
    expect(heard.toSorted()).toEqual(['GET /missing', 'HEAD /missing', 'HEAD /ok']);
    clock.advance(2 * MINUTE_MS);
    await kept.of(both);
    expect(heard.filter((line) => line === 'HEAD /ok')).toHaveLength(1);
    expect(heard.filter((line) => line === 'HEAD /missing')).toHaveLength(2);
    clock.advance(14 * MINUTE_MS);
    await kept.of(both);
    expect(heard.filter((line) => line === 'HEAD /ok')).toHaveLength(2);
  });

  test('that does not answer in time is left out, and keeps nobody else waiting', async () => {
    const found = await checks(300).of([`${origin}/hang`, `${origin}/ok`]);
    expect([...found.keys()]).toEqual([`${origin}/ok`]);
  });

  test('is asked for a few at a time', async () => {
    let [now, most] = [0, 0];
    const slow = createLinkChecks({
      clock,
      egress: async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((go) => setImmediate(go));
        now -= 1;
        return { status: 200, headers: {}, body: Buffer.alloc(0) };
      },
    });
    const hrefs = Array.from({ length: 50 }, (_, n) => `https://a.example/${n}`);
    expect((await slow.of(hrefs)).size).toBe(50);
    expect(most).toBe(8);
  });
});

describe.each(DIALECTS)('the links of a draft on %s', (dialect) => {
  let api: TestApp;
  let editor: TestMember;
  async function open(isOn: boolean): Promise<void> {
    api = await openTestApp(dialect, { deps: { links: isOn ? checks() : undefined } });
    const { organisationId, workspaceId } = await api.organisation();
    editor = await api.member(organisationId, 'member', workspaceId);
  }
  afterEach(() => api.close());

  async function resource(body: object): Promise<string> {
    const made = await api.request('/v1/resources', editor, { method: 'POST', json: { name: 'A' } });
    const { id, draft } = (await made.json()) as { id: string; draft: { body: object } };
    const json = { draft: { ...draft, body: { ...draft.body, ...body } } };
    const headers = { 'if-match': made.headers.get('etag') ?? '' };
    expect(
      (await api.request(`/v1/resources/${id}`, editor, { method: 'PATCH', json, headers })).status,
    ).toBe(200);
    return id;
  }
  const ask = (id: string, by = editor) =>
    api.request(`/v1/resources/${id}/link-checks`, by, { method: 'POST', json: {} });

  test('are looked at where they stand, in every language', async () => {
    await open(true);
    const id = await resource({
      type: 'video',
      url: `${origin}/picture`,
      recordingUrl: `${origin}/film`,
      body: {
        en: `[all](${origin}/missing) [is](/inside-the-product) [mail](mailto:a@b.c) ![p](${origin}/heavy)`,
        ja: `[a](${origin}/ok)`,
      },
    });
    const report = LinkReport.parse(await (await ask(id)).json());
    expect(report).toMatchObject({ state: 'checked', checked: 5, unchecked: 0 });
    expect(
      report.findings.map(({ path, href, code }) => `${path} ${href.replace(origin, '')} ${code}`),
    ).toEqual([
      'url /picture wrong_type',
      'body.en /missing gone',
      'body.en /heavy too_large',
      'body.ja /ok insecure',
    ]);
  });

  test('are left alone where the installation says so', async () => {
    await open(false);
    const id = await resource({ url: `${origin}/missing` });
    expect(await (await ask(id)).json()).toEqual({ state: 'off', checked: 0, unchecked: 1, findings: [] });
    expect(heard).toEqual([]);
  });

  test('are looked at for nobody else, and only for who may write', async () => {
    await open(true);
    const id = await resource({ url: `${origin}/missing` });
    const { organisationId, workspaceId } = await api.organisation();
    expect((await ask(id, await api.member(organisationId, 'owner', workspaceId))).status).toBe(404);
    expect(heard).toEqual([]);
  });
});
