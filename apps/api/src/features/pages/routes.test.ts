import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notFound, onError } from '../../middleware/on-error.ts';
import { openTestApp } from '../../testing.ts';
import { pageRoutes } from './routes.ts';

const SCRIPT = `export const text = '${'banso '.repeat(400)}';`;

describe('built files', () => {
  let folder: string;
  let app: ReturnType<typeof pageRoutes>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'banso-pages-'));
    const put = (path: string, text: string) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    put('loader/banso.js', SCRIPT);
    put('widget/widget-B4x9Qz1k.js', SCRIPT);
    put('widget/.hidden', 'secret');
    put('loader/1.2.0-0a1b2c3d/banso.js', SCRIPT);
    put('loader/integrity.json', '{"version":"1.2.0-0a1b2c3d"}');
    put('loader/provenance/loader.json', '{"files":{}}');
    put('console/index.html', '<!doctype html><title>Console</title>');
    put('console/assets/index-D3adB33f.js', SCRIPT);
    put('playground/index.html', '<!doctype html><title>Playground</title>');
    put('playground/rtl/index.html', '<!doctype html><title>RTL</title>');
    put('reference/standalone.js', SCRIPT);
    put('secret', 'BANSO_SECRET');
    app = pageRoutes({
      widget: [join(folder, 'loader'), join(folder, 'widget')],
      console: [join(folder, 'console')],
      playground: [join(folder, 'playground')],
      reference: [join(folder, 'reference')],
    });
    app.onError(onError(pino({ level: 'silent' })));
    app.notFound(notFound);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

  test.each([
    { path: '/w/banso.js', cache: /max-age=300/, type: /javascript/ },
    { path: '/w/widget-B4x9Qz1k.js', cache: /immutable/, type: /javascript/ },
    { path: '/w/1.2.0-0a1b2c3d/banso.js', cache: /max-age=31536000, immutable/, type: /javascript/ },
    { path: '/w/integrity.json', cache: /max-age=300/, type: /json/ },
    { path: '/w/provenance/loader.json', cache: /max-age=300/, type: /json/ },
    { path: '/console/assets/index-D3adB33f.js', cache: /immutable/, type: /javascript/ },
    { path: '/console/', cache: /no-cache/, type: /html/ },
    { path: '/console/feedback/rsp_1', cache: /no-cache/, type: /html/ },
    { path: '/playground/', cache: /no-cache/, type: /html/ },
    { path: '/playground/rtl/', cache: /no-cache/, type: /html/ },
    { path: '/playground/rtl', cache: /no-cache/, type: /html/ },
    { path: '/docs/scalar.js', cache: /no-cache/, type: /javascript/ },
  ])('$path is served, and kept as long as it may be', async ({ path, cache, type }) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toMatch(cache);
    expect(answer.headers.get('content-type')).toMatch(type);
    expect(answer.headers.get('etag')).toMatch(/^".+"$/);
  });

  test.each([
    '/w/../secret',
    '/w/%2e%2e/secret',
    '/w/..%2fsecret',
    '/w/%2e%2e%2fsecret',
    '/w/..%5csecret',
    '/w/.hidden',
    '/w/banso.js%00.png',
    '/w//etc/passwd',
    '/console/assets/../../../secret',
    '/console/%2e%2e/%2e%2e/secret',
    '/w/',
    '/w/none.js',
    '/console/assets/none.js',
    '/playground/none/',
    '/w/%E0%A4%A',
  ])('%s leads to nothing', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toMatch(/secret|BANSO_SECRET|root:/);
  });

  test('are not sent again to whoever has them', async () => {
    const etag = (await get('/w/banso.js')).headers.get('etag') ?? '';
    const answer = await get('/w/banso.js', { 'if-none-match': `"other", ${etag}` });
    expect([answer.status, await answer.text()]).toEqual([304, '']);
    expect((await get('/w/banso.js', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test.each([
    { accept: 'gzip, deflate, br', encoding: 'br', open: brotliDecompressSync },
    { accept: 'gzip', encoding: 'gzip', open: gunzipSync },
    { accept: 'br;q=0, gzip;q=0.5', encoding: 'gzip', open: gunzipSync },
    { accept: 'identity', encoding: null, open: (bytes: Buffer) => bytes },
  ])('travel compressed for $accept', async ({ accept, encoding, open }) => {
    const answer = await get('/w/banso.js', { 'accept-encoding': accept });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/);
    expect(open(Buffer.from(await answer.arrayBuffer())).toString()).toBe(SCRIPT);
  });

  test('are read anew when they were built anew', async () => {
    const before = (await get('/console/')).headers.get('etag');
    writeFileSync(join(folder, 'console/index.html'), '<!doctype html><title>Another console</title>');
    const after = await get('/console/');
    expect(await after.text()).toContain('Another');
    expect(after.headers.get('etag')).not.toBe(before);
  });
});

describe('every answer', () => {
  test.each([
    {
      path: '/console/',
      has: /default-src 'none'; script-src 'self'; style-src 'self'; .*frame-ancestors 'none'; require-trusted-types-for 'script'/,
    },
    { path: '/docs', has: /script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'/ },
    { path: '/playground/', has: /script-src 'self'; style-src 'self';.*frame-src 'self'/ },
    {
      path: '/v1/me',
      has: /^default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    },
    { path: '/w/banso.js', has: /^default-src 'none'/ },
    { path: '/nothing', has: /^default-src 'none'/ },
  ])('to $path says what may run there', async ({ path, has }) => {
    const api = await openTestApp('sqlite');
    const answer = await api.request(path);
    expect(answer.headers.get('content-security-policy')).toMatch(has);
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(answer.headers.get('cross-origin-resource-policy')).toBe(
      path.startsWith('/w/') ? 'cross-origin' : 'same-origin',
    );
    await api.close();
  });

  test('of the widget, a pinned release too, may be used by pages that are isolated from others', async () => {
    const api = await openTestApp('sqlite');
    for (const path of ['/w/banso.js', '/w/1.2.0-0a1b2c3d/banso.js', '/w/integrity.json']) {
      const answer = await api.app.request(path, { headers: { origin: 'https://customer.example' } });
      expect(answer.headers.get('cross-origin-resource-policy'), path).toBe('cross-origin');
      expect(answer.headers.get('access-control-allow-origin'), path).toBe('*');
    }
    await api.close();
  });

  test('is open to other sites for the widget only, and never with credentials', async () => {
    const api = await openTestApp('sqlite');
    const preflight = (path: string) =>
      api.app.request(path, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://customer.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });
    const open = await preflight('/v1/w/bpk_x/sync');
    expect([open.status, open.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(open.headers.get('access-control-allow-headers')).toMatch(/authorization/);
    for (const path of ['/v1/keys', '/v1/me', '/v1/auth/sign-in/email', '/openapi.json', '/console/']) {
      const closed = await preflight(path);
      expect(closed.headers.get('access-control-allow-origin'), path).toBeNull();
      const plain = await api.app.request(path, { headers: { origin: 'https://customer.example' } });
      expect(plain.headers.get('access-control-allow-origin'), path).toBeNull();
    }
    expect(open.headers.get('access-control-allow-credentials')).toBeNull();
    await api.close();
  });

  test('tells browsers to stay with https where the address is one', async () => {
    const api = await openTestApp('sqlite', { settings: { publicUrl: 'https://banso.example.com' } });
    expect((await api.request('/healthz')).headers.get('strict-transport-security')).toMatch(
      /max-age=31536000/,
    );
    await api.close();
  });
});
