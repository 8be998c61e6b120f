import type { Task } from '@banso/contract/task';
import { DIALECTS } from '@banso/database/testing';
import { addDays, dayOf } from '@banso/domain/time';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestMember } from '../../testing.ts';

describe.each(DIALECTS)('tasks on %s', (dialect) => {
  let api: TestApp;
  let owner: TestMember;
  let mika: TestMember;
  let ren: TestMember;
  let organisationId: string;
  let workspaceId: string;
  let accountId: string;
  let contactId: string;

  beforeAll(async () => {
    api = await openTestApp(dialect);
    ({ organisationId, workspaceId } = await api.organisation());
    owner = await api.member(organisationId, 'owner', workspaceId);
    mika = await api.member(organisationId, 'member', workspaceId);
    ren = await api.member(organisationId, 'member', workspaceId);
    accountId = (await call<Task>('POST', '/v1/accounts', { name: 'Acme' })).body.id;
    contactId = (await call<Task>('POST', '/v1/contacts', { externalId: 'u-1', name: 'Yuna', accountId }))
      .body.id;
  });
  afterAll(() => api.close());

  async function call<T = Task & { errors?: { path: string }[] }>(
    method: string,
    path: string,
    json?: object,
    { by = mika, etag = '' }: { by?: TestMember; etag?: string } = {},
  ) {
    const answer = await api.request(path, by, {
      method,
      ...(json && { json }),
      ...(etag && { headers: { 'if-match': etag } }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      etag: answer.headers.get('etag') ?? '',
      body: (text === '' ? undefined : JSON.parse(text)) as T,
    };
  }
  const add = async (title: string, over: object = {}) =>
    (await call('POST', '/v1/tasks', { title, ...over })).body;
  const listed = async (query: string, by = mika) =>
    (await call<{ data: Task[]; nextCursor: string | null }>('GET', `/v1/tasks?${query}`, undefined, { by }))
      .body;
  const titles = async (query: string) => (await listed(query)).data.map(({ title }) => title);
  const day = async (by: TestMember, timeZone = 'UTC') =>
    (
      await call<{ items: { kind: string; detail: { title: string; days: number | null } }[] }>(
        'GET',
        `/v1/my-day?timeZone=${timeZone}`,
        undefined,
        { by },
      )
    ).body.items
      .filter(({ kind }) => kind === 'task')
      .map(({ detail }) => [detail.title, detail.days]);

  test('are about somebody, belong to somebody, and are ticked off and opened again', async () => {
    const subject = { kind: 'contact', id: contactId };
    const made = await call('POST', '/v1/tasks', { title: '  Call Yuna ', subject, dueOn: '2026-12-01' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        title: 'Call Yuna',
        subject,
        contact: { id: contactId, name: 'Yuna' },
        account: { id: accountId, name: 'Acme' },
        owner: { id: mika.id },
        dueOn: '2026-12-01',
        doneAt: null,
        createdBy: { id: mika.id },
      },
    });
    const path = `/v1/tasks/${made.body.id}`;
    expect((await call('PATCH', path, { done: true })).status).toBe(428);
    const done = await call('PATCH', path, { done: true }, { by: ren, etag: made.etag });
    expect(done.body).toMatchObject({ doneAt: api.clock.now(), doneBy: { id: ren.id } });
    expect((await call('PATCH', path, { title: 'Late' }, { etag: made.etag })).status).toBe(412);

    // who is second to tick it off changes nothing
    const again = await call('PATCH', path, { done: true }, { etag: done.etag });
    expect(again.body.doneBy).toMatchObject({ id: ren.id });
    expect(again.etag).toBe(done.etag);
    const back = await call('PATCH', path, { done: false, ownerId: null, dueOn: null }, { etag: done.etag });
    expect(back.body).toMatchObject({ doneAt: null, doneBy: null, owner: null, dueOn: null });
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);

    const log = await call<{ data: { action: string; change: object }[] }>(
      'GET',
      '/v1/audit-log',
      undefined,
      {
        by: owner,
      },
    );
    const written = log.body.data.filter(({ action }) => action.startsWith('task.'));
    expect(written.map(({ action }) => action)).toEqual([
      'task.delete',
      'task.update',
      'task.update',
      'task.create',
    ]);
    expect(JSON.stringify(log.body)).not.toContain('Call Yuna');
  });

  test('are listed by their day, those without one last, narrowed down, page by page', async () => {
    const [first, second] = [await add('first', { dueOn: '2026-12-01' }), await add('second')];
    await add('of Ren', { dueOn: '2026-11-30', ownerId: ren.id });
    await add('nobody’s', {
      dueOn: '2026-12-02',
      ownerId: null,
      subject: { kind: 'account', id: accountId },
    });
    expect(await titles('')).toEqual(['of Ren', 'first', 'nobody’s', 'second']);
    expect(await titles(`ownerId=${mika.id}`)).toEqual(['first', 'second']);
    expect(await titles('ownerId=none')).toEqual(['nobody’s']);
    expect(await titles(`accountId=${accountId}`)).toEqual(['nobody’s']);
    expect(await titles(`contactId=${contactId}`)).toEqual([]);
    expect(await titles('dueTo=2026-12-01')).toEqual(['of Ren', 'first']);
    expect(await titles('dueTo=none')).toEqual(['second']);
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const page = await listed(`limit=1${cursor}`);
      paged.push(...page.data.map(({ title }) => title));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(paged).toEqual(['of Ren', 'first', 'nobody’s', 'second']);

    for (const { id } of [first, second]) {
      api.clock.advance(1_000);
      await call('POST', '/v1/tasks/bulk', { tasks: [id], change: { done: true } });
    }
    expect(await titles('view=done')).toEqual(['second', 'first']);
    expect(await titles('')).toEqual(['of Ren', 'nobody’s']);
  });

  test('are changed together; what is not there is named, and nothing of another workspace is touched', async () => {
    const [a, b] = [await add('a'), await add('b', { ownerId: null })];
    const gone = `tsk_${uuidv7()}`;
    const { body } = await call<{ changed: string[]; missing: string[] }>('POST', '/v1/tasks/bulk', {
      tasks: [b.id, gone, a.id, a.id],
      change: { ownerId: ren.id, dueOn: '2026-12-24' },
    });
    expect(body).toEqual({ changed: [a.id, b.id].toSorted(), missing: [gone] });
    expect(
      (await listed('dueTo=2026-12-24', ren)).data.filter(({ id }) => [a.id, b.id].includes(id)),
    ).toEqual([
      expect.objectContaining({ owner: expect.objectContaining({ id: ren.id }) as object }),
      expect.objectContaining({ owner: expect.objectContaining({ id: ren.id }) as object }),
    ]);
    const bad = { tasks: [a.id], change: { ownerId: `mem_${uuidv7()}` } };
    expect((await call('POST', '/v1/tasks/bulk', bad)).body.errors?.[0]?.path).toBe('ownerId');
  });

  test('come up in the day of their owner alone, by the calendar of whoever reads', async () => {
    const yuki = await api.member(organisationId, 'member', workspaceId);
    const today = dayOf(api.clock.now());
    const of = (days: number | null) => ({
      ownerId: yuki.id,
      dueOn: days === null ? null : addDays(today, days),
    });
    await add('late', of(-2));
    await add('today', of(0));
    await add('in a week', of(7));
    await add('later', of(8));
    await add('some time', of(null));
    expect(await day(yuki)).toEqual([
      ['late', -2],
      ['today', 0],
      ['in a week', 7],
      ['some time', null],
    ]);
    // in Kiritimati, 14 hours ahead, the clock of the tests is already past midnight
    expect((await day(yuki, 'Pacific/Kiritimati')).slice(0, 2)).toEqual([
      ['late', -3],
      ['today', -1],
    ]);
    expect((await day(ren)).map(([title]) => title)).not.toContain('late');
    expect((await call('GET', '/v1/my-day?timeZone=Mars')).status).toBe(400);
  });

  test('leave the hands of who leaves the team, and go with the person whom they are about', async () => {
    const haru = await api.member(organisationId, 'member', workspaceId);
    const person = (await call('POST', '/v1/contacts', { externalId: 'u-2', name: 'Minjun' })).body.id;
    const of = { subject: { kind: 'contact', id: person }, ownerId: haru.id };
    const [open, done] = [await add('open', of), await add('closed', of)];
    await call('POST', '/v1/tasks/bulk', { tasks: [done.id], change: { done: true } });
    await call('DELETE', `/v1/members/${haru.id}`, undefined, { by: owner });
    expect((await call('GET', `/v1/tasks/${open.id}`)).body.owner).toBeNull();

    const data = await call<{ tasks: { title: string }[] }>(
      'GET',
      `/v1/contacts/${person}/export`,
      undefined,
      { by: owner },
    );
    expect(data.body.tasks.map(({ title }) => title)).toEqual(['open', 'closed']);
    await call('POST', `/v1/contacts/${person}/erase`, {}, { by: owner });
    expect((await call('GET', `/v1/tasks/${open.id}`)).status).toBe(404);
    expect((await call('GET', `/v1/tasks/${done.id}`)).status).toBe(404);
    expect((await call('POST', '/v1/tasks', { title: 'x', subject: of.subject })).status).toBe(410);
  });

  test('are refused by the field, and to whoever may not write', async () => {
    const refused: [object, string][] = [
      [{ title: ' ' }, 'title'],
      [{ title: 'x'.repeat(201) }, 'title'],
      [{ title: 'x', dueOn: '2026-02-30' }, 'dueOn'],
      [{ title: 'x', ownerId: `mem_${uuidv7()}` }, 'ownerId'],
      [{ title: 'x', subject: { kind: 'contact', id: accountId } }, 'subject.id'],
      [{ title: 'x', subject: { kind: 'account', id: `acc_${uuidv7()}` } }, 'subject.id'],
    ];
    for (const [json, path] of refused) {
      const { status, body } = await call('POST', '/v1/tasks', json);
      expect([status, body.errors?.[0]?.path], JSON.stringify(json)).toEqual([400, path]);
    }
    const { id } = await add('x');
    expect((await call('PATCH', `/v1/tasks/${id}`, {}, { etag: '*' })).status).toBe(400);
    const viewer = await api.member(organisationId, 'viewer', workspaceId);
    expect((await call('POST', '/v1/tasks', { title: 'x' }, { by: viewer })).status).toBe(403);
    expect((await call('GET', '/v1/tasks', undefined, { by: viewer })).status).toBe(200);
  });
});
