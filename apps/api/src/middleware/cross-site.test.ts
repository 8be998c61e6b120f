import { Hono } from 'hono';
import { beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, ORIGIN } from '../testing.ts';
import { onError } from './on-error.ts';
import { sameOriginOnly } from './cross-site.ts';
import type { AppEnv } from '../app-env.ts';
import { pino } from 'pino';

const JSON_TYPE = { 'content-type': 'application/json' };
const OURS = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...JSON_TYPE };

describe('the wall against other sites', () => {
  let reached: number;
  let app: Hono<AppEnv>;
  beforeEach(() => {
    reached = 0;
    app = new Hono<AppEnv>();
    app.onError(onError(pino({ level: 'silent' })));
    app.use(sameOriginOnly(ORIGIN, { except: (path) => path.startsWith('/v1/w/') }));
    app.all('*', (c) => {
      reached += 1;
      return c.text('reached');
    });
  });

  const send = async (headers: Record<string, string>, method = 'POST', path = '/v1/keys') =>
    (await app.request(path, { method, headers, ...(method === 'POST' && { body: '{}' }) })).status;

  test.each([
    { headers: OURS, because: 'it is our own page' },
    { headers: { ...JSON_TYPE, 'sec-fetch-site': 'same-origin' }, because: 'the browser vouches for it' },
    { headers: { ...JSON_TYPE, origin: ORIGIN }, because: 'an old browser says only the origin' },
    {
      headers: { ...JSON_TYPE, origin: 'http://localhost:8787' },
      because: 'on one machine the page has several names',
    },
    { headers: { ...JSON_TYPE, origin: 'http://[::1]:8787' }, because: 'and one of them is IPv6' },
    { headers: { authorization: 'Bearer bsk_x' }, because: 'no other site can add this header' },
    {
      headers: { ...OURS, 'content-type': 'application/json; charset=utf-8' },
      because: 'JSON with its charset is JSON',
    },
  ])('lets through: $because', async ({ headers }) => {
    expect(await send(headers)).toBe(200);
  });

  test.each([
    { headers: { ...OURS, origin: 'https://evil.example' }, status: 403, because: 'a foreign origin' },
    { headers: { ...OURS, origin: 'null' }, status: 403, because: 'a sandboxed frame' },
    { headers: { ...OURS, origin: 'http://127.0.0.1:8788' }, status: 403, because: 'another port' },
    { headers: { ...OURS, origin: 'https://127.0.0.1:8787' }, status: 403, because: 'another scheme' },
    {
      headers: { ...OURS, origin: `${ORIGIN}.evil.example` },
      status: 403,
      because: 'an origin that begins like ours',
    },
    { headers: { ...OURS, 'sec-fetch-site': 'cross-site' }, status: 403, because: 'the browser says so' },
    { headers: { ...OURS, 'sec-fetch-site': 'same-site' }, status: 403, because: 'a neighbour is no friend' },
    {
      headers: { ...OURS, 'sec-fetch-site': 'none' },
      status: 403,
      because: 'typed addresses change nothing',
    },
    { headers: JSON_TYPE, status: 403, because: 'nobody vouches for it' },
    { headers: { ...OURS, 'content-type': 'text/plain' }, status: 415, because: 'a form can send text' },
    {
      headers: { ...OURS, 'content-type': 'application/x-www-form-urlencoded' },
      status: 415,
      because: 'a form',
    },
    {
      headers: { ...OURS, 'content-type': 'multipart/form-data; boundary=x' },
      status: 415,
      because: 'a form with files',
    },
    {
      headers: { ...OURS, 'content-type': 'text/plain; application/json' },
      status: 415,
      because: 'JSON in the wrong place',
    },
    {
      headers: { ...OURS, 'content-type': 'application/jsonp' },
      status: 415,
      because: 'it only begins like JSON',
    },
  ])('stops $because', async ({ headers, status }) => {
    expect(await send(headers)).toBe(status);
    expect(reached).toBe(0);
  });

  test('stops a body without a type', async () => {
    const request = new Request(`${ORIGIN}/v1/keys`, {
      method: 'POST',
      headers: { origin: ORIGIN },
      body: new Blob(['{}']),
    });
    expect((await app.request(request)).status).toBe(415);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'QUERY'])('stands before %s too', async (method) => {
    expect(await send({ origin: 'https://evil.example' }, method)).toBe(403);
  });

  test('leaves reading and the widget alone', async () => {
    expect(await send({ origin: 'https://evil.example' }, 'GET')).toBe(200);
    expect(await send({ origin: 'https://customer.example' }, 'POST', '/v1/w/bpk_x/sync')).toBe(200);
  });

  test('is not passed by writing the path differently', async () => {
    for (const path of ['//v1/w/x', '/v1/W/x', '/v1/w'])
      expect(await send({ origin: 'https://evil.example' }, 'POST', path), path).toBe(403);
  });
});

test('no state-changing operation is done for another site', async () => {
  const api = await openTestApp('sqlite');
  const own = await api.organisation();
  const owner = await api.member(own.organisationId, 'owner', own.workspaceId);
  const answer = await api.request('/openapi.json');
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, object>> };
  const changing = Object.entries(paths).flatMap(([path, item]) =>
    ['post', 'put', 'patch', 'delete'].filter((method) => method in item).map((method) => ({ path, method })),
  );
  // pages that know nobody but by their address, a secret, and are sent by forms without scripts and by mail programs
  const bySecret = changing.filter(({ path }) => /^\/(s|v1\/mail-off)\/\{token\}/.test(path));
  expect(bySecret.map(({ path }) => path).toSorted()).toEqual([
    '/s/{token}',
    '/s/{token}/facts',
    '/v1/mail-off/{token}',
  ]);
  const walled = changing.filter((one) => !one.path.startsWith('/v1/w/') && !bySecret.includes(one));
  expect(walled.length).toBeGreaterThan(10);
  for (const { path, method } of walled) {
    const url = path.replaceAll(/\{.+?\}/g, 'x');
    const send = (headers: Record<string, string>) =>
      api.request(url, owner, { method: method.toUpperCase(), headers, json: {} });
    expect((await send({ origin: 'https://evil.example' })).status, `${method} ${path} foreign`).toBe(403);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).status, `${method} ${path} cross-site`).toBe(403);
    expect((await send({ 'content-type': 'text/plain' })).status, `${method} ${path} simple`).toBe(415);
    expect(
      (await api.app.request(url, { method: 'GET', headers: owner.headers })).status,
      `GET ${path}`,
    ).not.toBe(204);
  }
  await api.close();
});
