import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { widgetApi } from '@banso/contract';
import { erasing, migrate, openDatabase } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../app.ts';
import type { TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';
import type { Told } from './testing/canaries.ts';
import { eraseAs, publishAll, tablesWith, tellEverything } from './testing/canaries.ts';

const TOLD_TABLES = [
  'contact',
  'decision',
  'event',
  'message',
  'note',
  'response',
  'response_answer',
  'survey_transaction',
  'task',
];

describe.each(DIALECTS)('erasing a person on %s', (dialect) => {
  let app: WidgetApp;
  let admin: TestMember;
  let told: Told;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    admin = await app.member(app.organisationId, 'admin', app.workspaceId);
    await publishAll(app);
    told = await tellEverything(app, admin);
  });
  afterEach(() => app.close());
  const find = (strings: readonly string[]) =>
    tablesWith(app.database, [app.workspaceId, app.organisationId], strings);
  const identify = (token = app.token(told.userId)) => app.open({ user: { id: told.userId, token } });

  test('leaves no word of theirs in any row, and no hash that could be made without our secret', async () => {
    const { canaries, session, anonymous } = told;
    expect(canaries.all.length).toBeGreaterThanOrEqual(40);
    expect([...(await find(canaries.all)).keys()].toSorted(), 'they were there').toEqual(TOLD_TABLES);
    await eraseAs(app, admin, session.contact.id);
    await eraseAs(app, admin, anonymous.contact.id);
    expect(await find(canaries.withHashes)).toEqual(new Map());
    expect(await find(['Antarctica/Troll'])).toEqual(new Map());
    expect([...(await find(['de-CH'])).keys()], 'answers are counted by language').not.toContain('contact');
    expect(app.logged.join('')).not.toContain('canary');
  });

  test('would be seen to forget the events (control)', async () => {
    const { contact } = told.session;
    await app.database.forWorkspace(app.workspaceId).write((db) =>
      erasing.eraseContact(db, app.workspaceId, {
        contactId: contact.id,
        at: app.clock.now(),
        rewrite: (payload) => payload,
      }),
    );
    await eraseAs(app, admin, told.anonymous.contact.id);
    expect([...(await find(told.canaries.all)).keys()]).toEqual(['event']);
  });

  test('leaves somebody else as they are', async () => {
    const other = await tellEverything(app, admin);
    const before = await find(other.canaries.all);
    await eraseAs(app, admin, told.session.contact.id);
    expect(await find(other.canaries.all)).toEqual(before);
    expect((await app.sync(other.session.session, [])).status).toBe(200);
  });

  test('refuses what comes too late, a hundred times of a hundred', async () => {
    await eraseAs(app, admin, told.session.contact.id);
    const rows = await find([]);
    const codes = new Map<string, number>();
    const note = async (answer: Response) => {
      const { code } = (await answer.json()) as { code: string };
      codes.set(`${answer.status} ${code}`, (codes.get(`${answer.status} ${code}`) ?? 0) + 1);
    };
    const at = app.clock.now();
    for (let n = 0; n < 20; n += 1) {
      await note(
        await app.sync(
          told.session.session,
          n === 0 ? told.events : [anEvent('track', { name: 'canary-late' }, { at })],
        ),
      );
      await note(await identify(app.token(told.userId, { traits: { name: `canary-late ${n}` } })));
      await note(
        await app.request(
          `/v1/w/${app.key}/${n % 2 === 0 ? 'me' : 'messages'}`,
          bearer(told.session.session),
        ),
      );
      const json = { name: 'canary-late' };
      const path = `/v1/contacts/by-external-id/${encodeURIComponent(told.userId)}`;
      await note(await app.request(path, await app.secretKey(app.workspaceId), { method: 'PUT', json }));
      const create = { externalId: told.userId };
      await note(await app.request('/v1/contacts', admin, { method: 'POST', json: create }));
    }
    expect(codes).toEqual(new Map([['410 erased', 100]]));
    expect(await find([])).toEqual(rows);
    expect(await find(['canary-late'])).toEqual(new Map());
  });

  test('ends the sessions also where nobody has heard of it yet', async () => {
    const elsewhere = appBeside(app);
    expect((await elsewhere(told.session.session)).status).toBe(200);
    await eraseAs(app, admin, told.session.contact.id);
    expect((await elsewhere(told.session.session)).status, 'remembered as it was').toBe(410);
    const fresh = appBeside(app);
    expect((await fresh(told.session.session)).status, 'never seen before').toBe(410);
  });

  test('keeps out who names the id without a token, the id of the row, and the browser that was erased', async () => {
    await eraseAs(app, admin, told.session.contact.id);
    await eraseAs(app, admin, told.anonymous.contact.id);
    expect((await app.open({ anonymousId: told.anonymousId })).status).toBe(410);
    const own = { id: told.session.contact.id, token: app.token(told.session.contact.id) };
    expect((await app.open({ user: own })).status).toBe(410);
    const path = `/v1/contacts/by-external-id/${told.session.contact.id}`;
    expect((await app.request(path, admin, { method: 'PUT', json: { name: 'Me' } })).status).toBe(410);
    await app.setMode('measure');
    expect((await app.open({ user: { id: told.userId } })).status).toBe(410);
    expect((await app.open({ user: { id: 'somebody-else' } })).status).toBe(200);
  });

  test('an impostor who is erased keeps nobody out', async () => {
    await app.setMode('measure');
    const impostor = (await (await app.open({ user: { id: 'mika' } })).json()) as widgetApi.SessionResponse;
    await eraseAs(app, admin, impostor.contact.id);
    expect((await app.open({ user: { id: 'mika' } })).status).toBe(410);
    expect((await app.open({ user: { id: 'mika', token: app.token('mika') } })).status).toBe(200);
  });

  test('lifted, the id belongs to somebody new', async () => {
    const { id } = await eraseAs(app, admin, told.session.contact.id);
    const lift = () => app.request(`/v1/erasures/${id}/lift`, admin, { method: 'POST', json: {} });
    expect(await (await lift()).json()).toMatchObject({ status: 'lifted', liftedBy: { id: admin.id } });
    expect((await lift()).status).toBe(409);
    const back = (await (await identify()).json()) as widgetApi.SessionResponse;
    expect(back.contact.id).not.toBe(told.session.contact.id);
    expect((await app.sync(told.session.session, [])).status, 'the old session stays ended').toBe(410);
    const me = await app.request(`/v1/w/${app.key}/me`, bearer(back.session));
    expect(await me.json()).toMatchObject({ contact: { name: null, traits: {} } });
    const again = await eraseAs(app, admin, back.contact.id);
    expect(again.id).not.toBe(id);
    expect((await identify()).status).toBe(410);
  });

  test('is done whole or not at all while facts of the person are arriving', async () => {
    const { contact, session } = told.session;
    const names = Array.from({ length: 60 }, (_, n) => `canary-arriving-${n}-${uuidv7()}`);
    const send = (name: string, n: number) =>
      n % 3 === 0
        ? app.open({ user: { id: told.userId, token: app.token(told.userId), traits: { name } } })
        : n % 3 === 1
          ? app.sync(session, [anEvent('message_sent', { text: name }, { at: app.clock.now() })])
          : app.request('/v1/messages', admin, {
              method: 'POST',
              json: { contactId: contact.id, text: name },
            });
    const early = names.slice(0, 30).map(send);
    const underWay = eraseAs(app, admin, contact.id);
    const late = names.slice(30).map(send);
    const [, ...answers] = await Promise.all([underWay, ...early, ...late]);
    const allowed = [200, 201, 410];
    expect(answers.map(({ status }) => status).filter((status) => !allowed.includes(status))).toEqual([]);
    await eraseAs(app, admin, told.anonymous.contact.id);
    expect(await find([...told.canaries.all, ...names])).toEqual(new Map());
  });
});

const bearer = (session: string) => ({ headers: { authorization: `Bearer ${session}` } });

/** Another process on the same database: it remembers what it has seen. */
function appBeside(app: WidgetApp): (session: string) => Promise<Response> {
  const beside = createApp(app.deps);
  return async (session) => beside.request(`/v1/w/${app.key}/messages`, bearer(session));
}

describe('on the disk of SQLite', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'banso-erase-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The strings that stand in the bytes of any file of the database. */
  const onDisk = (strings: readonly string[]) => {
    const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
    return strings.filter((one) => bytes.some((each) => each.includes(one)));
  };

  test('nothing of an erased person stands in any byte of the database or its log', async () => {
    const database = await openDatabase({ url: undefined, file: join(folder, 'banso.db') });
    await migrate(database);
    const app = await openWidgetApp('sqlite', { database });
    const admin = await app.member(app.organisationId, 'admin', app.workspaceId);
    await publishAll(app);
    // rows before, between and behind: pages fill and are divided
    const crowd = async (n: number) => {
      for (let each = 0; each < n; each += 1) await tellEverything(app, admin);
    };
    await crowd(8);
    const told = await tellEverything(app, admin);
    const at = app.clock.now();
    const long = told.canaries.sing('long');
    for (let n = 0; n < 40; n += 1) {
      const properties = Object.fromEntries(
        Array.from({ length: 20 }, (_, key) => [`k${key}`, long.repeat(n)]),
      );
      await app.sync(told.session.session, [anEvent('track', { name: 'much', properties }, { at })]);
    }
    await crowd(8);
    expect(onDisk(told.canaries.all).length, 'they were there').toBeGreaterThan(40);
    await eraseAs(app, admin, told.session.contact.id);
    await eraseAs(app, admin, told.anonymous.contact.id);
    expect(onDisk(told.canaries.withHashes)).toEqual([]);
    await app.close();
  }, 120_000);
});
