import { DIALECTS } from '@banso/database/testing';
import type { Database } from '@banso/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { openTestApp } from '../testing.ts';
import type { TestApp, TestMember } from '../testing.ts';

describe.each(DIALECTS)('an Idempotency-Key on %s', { timeout: 30_000 }, (dialect) => {
  let api: TestApp;
  let admin: TestMember;
  let organisationId: string;
  let workspaceId: string;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    ({ organisationId, workspaceId } = await api.organisation());
    admin = await api.member(organisationId, 'admin', workspaceId);
  });
  afterEach(() => api.close());

  const create = (key: string, name = 'CRM', by: { headers: Record<string, string> } = admin) =>
    api.request('/v1/keys', by, {
      method: 'POST',
      json: { kind: 'secret', name, scopes: ['read'] },
      headers: { 'idempotency-key': key },
    });
  const count = async () =>
    ((await (await api.request('/v1/keys', admin)).json()) as { data: unknown[] }).data.length;

  test('gives a repeated request its first answer, byte by byte, secret included', async () => {
    const [first, again] = [await create('k1'), await create('k1')];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.text()).toBe(await first.text());
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(await count()).toBe(1);
  });

  test('has one effect and one answer however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create('k1')));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(bodies).size).toBe(1);
    expect(await count()).toBe(1);
  });

  test('has one effect in several processes, too', async () => {
    // an app of its own knows nothing of what is under way in the other
    const apps = [createApp(api.deps), createApp(api.deps), createApp(api.deps)];
    const answers = await Promise.all(
      apps.map(async (app) =>
        app.request('/v1/keys', {
          method: 'POST',
          headers: {
            ...admin.headers,
            origin: api.deps.settings.publicUrl,
            'content-type': 'application/json',
            'idempotency-key': 'k1',
          },
          body: JSON.stringify({ kind: 'secret', name: 'CRM', scopes: ['read'] }),
        }),
      ),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(bodies).size).toBe(1);
    expect(await count()).toBe(1);
  });

  test('refuses another request under the same key', async () => {
    await create('k1');
    const other = await create('k1', 'ERP');
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: 'idempotency_mismatch' });
    expect(await count()).toBe(1);
  });

  test('is one’s own: another member, another key and another workspace have theirs', async () => {
    const colleague = await api.member(organisationId, 'admin', workspaceId);
    const elsewhere = {
      headers: { ...admin.headers, 'banso-workspace': await api.workspace(organisationId, 'Staging') },
    };
    const answers = [
      await create('k1'),
      await create('k1', 'CRM', colleague),
      await create('k1', 'CRM', elsewhere),
    ];
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(bodies).size).toBe(3);
  });

  test('is forgotten after 24 hours', async () => {
    const first = (await (await create('k1')).json()) as { id: string };
    api.clock.advance(24 * 3_600_000 + 1);
    const later = (await (await create('k1')).json()) as { id: string };
    expect(later.id).not.toBe(first.id);
    expect(((await (await create('k1')).json()) as { id: string }).id, 'and belongs to the new one').toBe(
      later.id,
    );
  });

  test('is not used up by a request that was refused', async () => {
    expect((await create('k1', '')).status).toBe(400);
    expect((await create('k1')).status).toBe(201);
  });

  test('works for what concerns the whole organisation', async () => {
    const invite = () =>
      api.request('/v1/invitations', admin, {
        method: 'POST',
        json: { email: 'jun@example.com', role: 'member' },
        headers: { 'idempotency-key': 'k1' },
      });
    const make = () =>
      api.request('/v1/workspaces', admin, {
        method: 'POST',
        json: { name: 'Staging' },
        headers: { 'idempotency-key': 'k2' },
      });
    expect(await (await invite()).text()).toBe(await (await invite()).text());
    expect(await (await make()).text()).toBe(await (await make()).text());
    const { data } = (await (await api.request('/v1/workspaces', admin)).json()) as { data: unknown[] };
    expect(data).toHaveLength(2);
  });

  test('stores no secret in the clear', async () => {
    const { key } = (await (await create('k1')).json()) as { key: string };
    const rows = await api.database
      .forWorkspace(workspaceId)
      .read((db) =>
        db.selectFrom('idempotency').selectAll().where('workspace_id', '=', workspaceId).execute(),
      );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(key.slice(4));
  });

  test.each(['', 'ä', 'x'.repeat(256), 'with space'])('refuses %j as a key', async (key) => {
    expect((await create(key)).status).toBe(400);
    expect(await count()).toBe(0);
  });

  test('an effect whose answer was lost is not repeated', async () => {
    await create('k1');
    await api.database
      .forWorkspace(workspaceId)
      .write((db) =>
        db
          .updateTable('idempotency')
          .set({ status: 0, body: '' })
          .where('workspace_id', '=', workspaceId)
          .execute(),
      );
    const again = await create('k1');
    expect(again.status).toBe(409);
    expect(await count()).toBe(1);
  });

  test('is not taken when the effect cannot be committed', async () => {
    const broken = createApp({ ...api.deps, database: failingWrites(api.database) });
    const send = (app: typeof broken) =>
      app.request('/v1/keys', {
        method: 'POST',
        headers: {
          ...admin.headers,
          origin: api.deps.settings.publicUrl,
          'content-type': 'application/json',
          'idempotency-key': 'k1',
        },
        body: JSON.stringify({ kind: 'secret', name: 'CRM', scopes: ['read'] }),
      });
    const failed = await send(broken);
    expect(failed.status).toBe(503);
    expect(failed.headers.get('retry-after')).toBe('2');
    expect((await send(api.app)).status).toBe(201);
  });
});

/** A disk that fails at the end of each transaction. */
function failingWrites(database: Database): Database {
  return {
    ...database,
    forWorkspace(id) {
      const workspace = database.forWorkspace(id);
      return {
        ...workspace,
        write: (work) =>
          workspace.write(async (db) => {
            await work(db);
            throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' });
          }),
      };
    },
  };
}
