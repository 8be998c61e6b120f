import { DIALECTS } from '@banso/database/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { openTestApp } from '../../testing.ts';
import type { TestApp } from '../../testing.ts';

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress }, headers: {} } });

describe('health', () => {
  let api: TestApp;
  afterEach(() => api.close());

  test.each(DIALECTS)(
    'is ready while the database answers (%s), and alive even when it does not',
    async (dialect) => {
      api = await openTestApp(dialect);
      expect([(await api.request('/healthz')).status, (await api.request('/readyz')).status]).toEqual([
        200, 200,
      ]);
      await api.database.close();
      const answer = await api.request('/readyz');
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
      expect(await answer.json()).toMatchObject({ code: 'unavailable' });
      expect((await api.request('/healthz')).status).toBe(200);
    },
  );

  test('figures are for this machine, unless they were forwarded', async () => {
    api = await openTestApp('sqlite');
    const metrics = async (remote: string, headers: Record<string, string> = {}) =>
      (await api.app.request('/metrics', { headers }, from(remote))).status;
    expect([await metrics('127.0.0.1'), await metrics('::1'), await metrics('::ffff:127.0.0.1')]).toEqual([
      200, 200, 200,
    ]);
    expect([await metrics('192.0.2.1'), await metrics('10.0.0.1'), await metrics('')]).toEqual([
      404, 404, 404,
    ]);
    expect(await metrics('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(404);
    expect(await metrics('127.0.0.1', { forwarded: 'for=192.0.2.1' })).toBe(404);
  });

  test('with a token figures are for whoever has it, and nobody else', async () => {
    api = await openTestApp('sqlite', { settings: { metricsToken: 'a-token-for-prometheus' } });
    const metrics = async (authorization?: string) =>
      (
        await api.app.request(
          '/metrics',
          authorization === undefined ? {} : { headers: { authorization } },
          from('127.0.0.1'),
        )
      ).status;
    expect([
      await metrics(),
      await metrics('Bearer wrong'),
      await metrics('Bearer a-token-for-prometheus'),
    ]).toEqual([404, 404, 200]);
  });

  test('figures name routes, and neither addresses nor people', async () => {
    api = await openTestApp('sqlite');
    await api.request('/v1/invitations/by-token/biv_0123456789012345678901234567890');
    await api.app.request('/nothing/here', { method: 'BREW' });
    const text = await (await api.app.request('/metrics', {}, from('127.0.0.1'))).text();
    expect(text).toContain('route="/v1/invitations/by-token/:token",status="404"');
    expect(text).toContain('method="other",route="none"');
    expect(text).not.toContain('biv_');
    expect(text).toContain('banso_recorder_group_size_count');
  });
});
