import { DIALECTS, urlOf } from '@banso/database/testing';
import { fakeClock } from '@banso/testkit';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRateLimits } from './rate-limit.ts';
import type { RateLimits } from './rate-limit.ts';
import { openTestApp, testSettings } from './testing.ts';

const LIMIT = 40;

async function burst(one: RateLimits, times: number, ...name: string[]): Promise<number> {
  const settled = await Promise.allSettled(Array.from({ length: times }, () => one.take('widget', ...name)));
  return settled.filter(({ status }) => status === 'fulfilled').length;
}

describe.each(DIALECTS)('budgets on %s', (dialect) => {
  let limits: RateLimits[];
  const databaseUrl = dialect === 'postgres' ? urlOf('postgres') : undefined;
  // a secret of its own for each test: the table of the test server is shared
  const open = (secret: string) =>
    openRateLimits({
      settings: testSettings({ databaseUrl, widgetLimit: LIMIT, secret }),
      clock: fakeClock('2026-01-05T10:00:00.000Z'),
    });
  let secret: string;
  beforeEach(() => {
    secret = crypto.randomUUID();
    limits = [];
  });
  afterEach(async () => {
    for (const one of limits) await one.close();
  });

  test('let through what they hold and no more, however many ask at once', async () => {
    limits = [await open(secret)];
    expect(await burst(limits[0]!, 200, '192.0.2.1', 'bpk_x')).toBe(LIMIT);
    await expect(limits[0]!.take('widget', '192.0.2.1', 'bpk_x')).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfter: expect.any(Number) as number,
    });
    expect(await burst(limits[0]!, 1, '192.0.2.2', 'bpk_x'), 'somebody else is not concerned').toBe(1);
  });

  test('count one name strictly, and forget it when it was in order', async () => {
    limits = [await open(secret)];
    const [one] = limits;
    for (let n = 0; n < 10; n += 1) await one!.take('signIn', 'mika@example.com', '192.0.2.1');
    await expect(one!.take('signIn', 'mika@example.com', '192.0.2.1')).rejects.toMatchObject({
      code: 'rate_limited',
    });
    await one!.reset('signIn', 'mika@example.com', '192.0.2.1');
    await one!.take('signIn', 'mika@example.com', '192.0.2.1');
  });

  test('go on in memory while the database is away', async () => {
    limits = [await open(secret)];
    await limits[0]!.close();
    for (let n = 0; n < 10; n += 1) await limits[0]!.take('signIn', 'x');
    await expect(limits[0]!.take('signIn', 'x')).rejects.toMatchObject({ code: 'rate_limited' });
    limits = [];
  });
});

describe.runIf(DIALECTS.includes('postgres'))('budgets of several processes', () => {
  test('are shared, and hold no address', async () => {
    const databaseUrl = urlOf('postgres');
    const settings = testSettings({ databaseUrl, widgetLimit: LIMIT, secret: crypto.randomUUID() });
    const clock = fakeClock('2026-01-05T10:00:00.000Z');
    const limits = await Promise.all([1, 2, 3].map(() => openRateLimits({ settings, clock })));
    const passed = await Promise.all(limits.map((one) => burst(one, 100, '192.0.2.77', 'bpk_x')));
    expect(passed.reduce((sum, one) => sum + one, 0)).toBe(LIMIT);
    for (const one of limits) await one.close();
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query('select * from rate_limit');
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2|bpk_x|mika/);
  });
});

describe('requests', { timeout: 60_000 }, () => {
  const SENT = 1_000;

  test('with rotating headers, spellings of the key and addresses of one /64 count as one', async () => {
    const api = await openTestApp('sqlite', { settings: { widgetLimit: LIMIT } });
    const send = async (n: number, remote: string) =>
      api.app.request(
        [
          `/v1/w/bpk_Abc/session`,
          `/v1/w/BPK_ABC/session`,
          `/v1/w/%62pk_Abc/session`,
          `/v1/w/bpk%5FAbc/session`,
        ][n % 4] ?? '',
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-forwarded-for': `198.51.100.${n % 250}`,
            'x-real-ip': `198.51.100.${n % 250}`,
            forwarded: `for=198.51.100.${n % 250}`,
            'cf-connecting-ip': `198.51.100.${n % 250}`,
          },
          body: '{}',
        },
        { incoming: { socket: { remoteAddress: remote }, headers: {} } },
      );
    const answers = await Promise.all(
      Array.from({ length: SENT }, (_, n) => send(n, `2001:db8:1:2:${(n % 65_536).toString(16)}::1`)),
    );
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited).toHaveLength(SENT - LIMIT);
    expect(limited[0]?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(limited[0]?.headers.get('access-control-allow-origin'), 'the page may read why').toBe('*');
    expect((await send(0, '2001:db8:1:3::1')).status, 'the neighbour is not concerned').not.toBe(429);
    await api.close();
  });

  test('with made-up keys run into the budget of their address', async () => {
    const api = await openTestApp('sqlite', { settings: { widgetLimit: LIMIT } });
    const statuses = await Promise.all(
      Array.from({ length: 6 * LIMIT }, async (_, n) => {
        const env = { incoming: { socket: { remoteAddress: '192.0.2.1' }, headers: {} } };
        return (await api.app.request(`/v1/w/bpk_${n}/session`, { method: 'POST', body: '{}' }, env)).status;
      }),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(LIMIT);
    await api.close();
  });

  test('guessing a password is over soon, for this account and not for others', async () => {
    const api = await openTestApp('sqlite');
    const { organisationId } = await api.organisation();
    const [victim, other] = [
      await api.member(organisationId, 'owner'),
      await api.member(organisationId, 'admin'),
    ];
    const guess = async (email: string) =>
      (
        await api.request('/v1/auth/sign-in/email', undefined, {
          method: 'POST',
          json: { email, password: 'wrong wrong wrong' },
        })
      ).status;
    const statuses: number[] = [];
    for (let n = 0; n < 14; n += 1)
      statuses.push(await guess(n % 2 ? victim.email.toUpperCase() : victim.email));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.slice(10)).toEqual([429, 429, 429, 429]);
    expect(await guess(other.email)).toBe(401);
    await api.close();
  });
});
