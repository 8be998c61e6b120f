import { DIALECTS } from '@banso/database/testing';
import { z } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailSettings } from './mail/mail-settings.ts';
import { FILE_ROUTES } from './features/pages/routes.ts';
import { json as jsonAnswer, operation, router } from './operation.ts';
import { OperationTable } from './operation-table.ts';
import { openTestApp } from './testing.ts';
import type { Caller, TestApp } from './testing.ts';
import { EXAMPLES } from './testing/examples.ts';
import type { Example } from './testing/examples.ts';
import { breaches, operationsOf, rejected } from './testing/matrix.ts';
import type { Call, Operation, Send } from './testing/matrix.ts';
import { aSide, rowsOf } from './testing/world.ts';
import type { Side } from './testing/world.ts';

const CANARY = 'Foreign';
const anything = z.looseObject({});
const guarded = Object.fromEntries(
  Object.entries(EXAMPLES).filter((entry): entry is [string, Example] => typeof entry[1] !== 'string'),
);

describe.each(DIALECTS)('the tenant matrix on %s', (dialect) => {
  let api: TestApp;
  let ours: Side;
  let theirs: Side;
  let both: Caller;
  let widgetSession: Caller;
  let operations: Operation[];

  beforeAll(async () => {
    // nothing is sent: only the service itself runs the jobs
    api = await openTestApp(dialect, {
      settings: { mail: mailSettings('smtp://localhost', 'Banso <banso@example.com>') },
    });
    ours = await aSide(api, 'Own');
    theirs = await aSide(api, CANARY);
    both = await memberOfBoth();
    widgetSession = await aWidgetSession();
    operations = operationsOf(
      (await (await api.request('/openapi.json')).json()) as Parameters<typeof operationsOf>[0],
    );
  }, 60_000);
  afterAll(() => api.close());

  const send: Send = ({ method, path, json, headers }) => api.request(path, { headers }, { method, json });
  const world = () => ({ ours, theirs, canary: CANARY, both, widgetSession });

  /** An owner of both organisations, who acts in ours. */
  async function memberOfBoth(): Promise<Caller> {
    const person = await api.member(ours.organisationId, 'owner', ours.workspaceId);
    await api.database.control
      .insertInto('member')
      .values({
        organisation_id: theirs.organisationId,
        id: api.deps.newId('mem'),
        user_id: person.userId,
        role: 'owner',
        language: null,
        created_at: api.clock.now(),
        last_seen_at: null,
      })
      .execute();
    return person;
  }

  /** What a customer's page holds: no credential of this API. */
  async function aWidgetSession(): Promise<Caller> {
    const token = 'wgs_0123456789abcdef';
    await api.deps.recorder.arrive({
      workspaceId: ours.workspaceId,
      identity: 'verified',
      externalId: 'widget-user',
      traits: {},
      signedTraits: {},
      account: undefined,
      locale: 'en',
      timeZone: undefined,
      pageUrl: 'https://app.example/',
      session: { tokenHash: token, expiresAt: '2030-01-01T00:00:00.000Z' },
    });
    return { headers: { authorization: `Bearer ${token}` } };
  }

  test('has a row for every operation, and an operation for every row', () => {
    const rows = Object.keys(EXAMPLES);
    const names = operations.map(({ name }) => name);
    expect(
      names.filter((name) => !rows.includes(name)),
      'operations without a row',
    ).toEqual([]);
    expect(
      rows.filter((row) => !names.includes(row)),
      'rows without an operation',
    ).toEqual([]);
    const open = operations.filter(({ access }) => access === 'public' || access === 'widget');
    const rowsOfOpen = Object.entries(EXAMPLES).filter(([, example]) => typeof example === 'string');
    expect(Object.fromEntries(rowsOfOpen)).toEqual(
      Object.fromEntries(open.map(({ name, access }) => [name, access])),
    );
  });

  test('lets nobody in who should not be, and shows and changes nothing of others', async () => {
    const before = await rowsOf(api, theirs);
    expect(await breaches(send, operations, guarded, world())).toEqual([]);
    expect(await rowsOf(api, theirs)).toBe(before);
  }, 180_000);

  describe('catches a service that', () => {
    const only = (...names: string[]) => operations.filter(({ name }) => names.includes(name));

    test('loads by id whatever the workspace', async () => {
      // the most frequent fault of all: the caller is checked in one workspace, the record loaded from any
      const leaky: Send = async (call) => {
        const answer = await send(call);
        if (answer.status !== 404 || !call.path.startsWith('/v1/contacts/con_')) return answer;
        return send({ ...call, headers: { ...call.headers, ...theirs.people.owner.headers } });
      };
      const seen = await breaches(leaky, only('GET /v1/contacts/{id}'), guarded, world());
      expect(seen.join('\n')).toMatch(/with a foreign contact in its path, by our owner, shows theirs/);
    });

    test('takes the workspace from the header without looking', async () => {
      const leaky: Send = async (call) => {
        const answer = await send(call);
        const isTheirs = call.headers['banso-workspace'] === theirs.workspaceId;
        return answer.status === 404 && isTheirs ? send(as(call, theirs.people.owner)) : answer;
      };
      expect(await breaches(leaky, only('GET /v1/accounts'), guarded, world())).toContainEqual(
        expect.stringContaining('our owner in their workspace'),
      );
    });

    test('says "forbidden" where it should say "not found"', async () => {
      const telling: Send = async (call) => {
        const answer = await send(call);
        return answer.status === 404 && call.path.includes(theirs.ids.account)
          ? new Response('{}', { status: 403 })
          : answer;
      };
      expect(await breaches(telling, only('GET /v1/accounts/{id}'), guarded, world())).not.toEqual([]);
    });

    test.each([
      { what: 'forgets the role', status: 403, says: 'the viewer' },
      { what: 'takes anybody for a member', status: 401, says: 'nobody' },
    ])('$what', async ({ status, says }) => {
      const lax: Send = async (call) => {
        const answer = await send(call);
        return answer.status === status ? send(as(call, ours.people.owner)) : answer;
      };
      expect(await breaches(lax, only('GET /v1/keys'), guarded, world())).toContainEqual(
        expect.stringContaining(says),
      );
    });

    test('has a route that nobody thought of', () => {
      const later = [
        ...operations,
        { name: 'GET /v1/later', method: 'GET', path: '/v1/later', access: 'read' as const },
      ];
      expect(later.every(({ name }) => name in EXAMPLES)).toBe(false);
    });
  });

  test('is made of requests that are accepted when everything is one’s own', async () => {
    expect(await rejected(send, operations, guarded, ours)).toEqual([]);
  }, 60_000);
});

const as = (call: Call, caller: Caller): Call => ({
  ...call,
  headers: { ...call.headers, ...caller.headers },
});

describe('the document', () => {
  test('describes every route that is mounted, and marks who may use it', async () => {
    const api = await openTestApp('sqlite');
    const { paths } = (await (await api.request('/openapi.json')).json()) as {
      paths: Record<string, Record<string, { 'x-access': string; security: unknown }>>;
    };
    const described = new Set(
      Object.entries(paths).flatMap(([path, item]) =>
        Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(.+?)\}/g, ':$1')}`),
      ),
    );
    const mounted = api.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(mounted)].filter((route) => !described.has(route)).toSorted()).toEqual(
      FILE_ROUTES.map((path) => `GET ${path}`).toSorted(),
    );
    for (const item of Object.values(paths))
      for (const operation of Object.values(item)) expect(operation['x-access']).toBeTruthy();
    await api.close();
  });

  test('a route that states no access is refused', async () => {
    const api = await openTestApp('sqlite');
    const { organisationId, workspaceId } = await api.organisation();
    const owner = await api.member(organisationId, 'owner', workspaceId);
    api.app.get('/v1/forgotten', (c) => c.text('open'));
    expect((await api.request('/v1/forgotten', owner)).status).toBe(403);
    await api.close();
  });

  test('the first matching route decides, as it does when answering', async () => {
    const table = new OperationTable([]);
    const app = router()
      .openapi(
        operation('administer', {
          method: 'get',
          path: '/v1/things/secret',
          responses: { 200: jsonAnswer(anything, '') },
        }),
        (c) => c.json({}, 200),
      )
      .openapi(
        operation('public', {
          method: 'get',
          path: '/v1/things/{id}',
          responses: { 200: jsonAnswer(anything, '') },
        }),
        (c) => c.json({}, 200),
      );
    const seen: unknown[] = [];
    const outer = router();
    outer.use(async (c, next) => {
      seen.push(table.match(c));
      await next();
    });
    outer.route('/', app);
    table.fill(outer);
    for (const path of ['/v1/things/secret', '/v1/things/7', '/v1/things/%73ecret', '/nothing'])
      await outer.request(path);
    expect(seen).toEqual([
      { kind: 'operation', access: 'administer' },
      { kind: 'operation', access: 'public' },
      { kind: 'operation', access: 'administer' },
      { kind: 'nothing' },
    ]);
  });
});
