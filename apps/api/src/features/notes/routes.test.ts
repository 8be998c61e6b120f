import type { Note } from '@banso/contract/note';
import { search } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestMember } from '../../testing.ts';

describe.each(DIALECTS)('notes on %s', (dialect) => {
  let api: TestApp;
  let mika: TestMember;
  let ren: TestMember;
  let organisationId: string;
  let workspaceId: string;
  let accountId: string;
  let contactId: string;

  beforeAll(async () => {
    api = await openTestApp(dialect);
    ({ organisationId, workspaceId } = await api.organisation());
    mika = await api.member(organisationId, 'member', workspaceId);
    ren = await api.member(organisationId, 'member', workspaceId);
    accountId = await made('/v1/accounts', { name: 'Acme' });
    contactId = await made('/v1/contacts', { externalId: 'u-1', name: 'Yuna', accountId });
  });
  afterAll(() => api.close());

  async function made(path: string, json: object): Promise<string> {
    const answer = await api.request(path, mika, { method: 'POST', json });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  }
  const write = async (json: object, by = mika) =>
    api.request('/v1/notes', by, { method: 'POST', json }).then(async (answer) => ({
      status: answer.status,
      body: (await answer.json()) as Note & { errors?: { path: string }[] },
    }));
  const listed = async (kind: string, id: string, by = mika) =>
    ((await (await api.request(`/v1/notes?kind=${kind}&id=${id}`, by)).json()) as { data: Note[] }).data;
  const day = async (by: TestMember) =>
    (
      (await (await api.request('/v1/my-day', by)).json()) as { items: { kind: string; detail: object }[] }
    ).items.filter(({ kind }) => kind === 'mention');

  test('stand on their subject, and call members until they have read them', async () => {
    const subject = { kind: 'contact', id: contactId };
    const { status, body } = await write({ subject, text: `<@${ren.id}> please call her.` });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      subject,
      mentions: [{ id: ren.id }],
      author: { id: mika.id },
      editedAt: null,
    });
    expect(await listed('account', accountId)).toEqual([]);
    expect(await listed('contact', contactId)).toMatchObject([{ unread: false }]);
    expect(await listed('contact', contactId, ren)).toMatchObject([{ unread: true }]);
    expect(await day(mika)).toEqual([]);
    expect(await day(ren)).toMatchObject([{ detail: { subject: 'contact', subjectId: contactId } }]);

    const read = await api.request('/v1/notes/read', ren, { method: 'POST', json: { subject } });
    expect(await read.json()).toEqual({ read: 1 });
    expect(await day(ren)).toEqual([]);
    expect(await listed('contact', contactId, ren)).toMatchObject([{ unread: false }]);
  });

  test('are changed and taken away by who wrote them, and the log says so', async () => {
    const subject = { kind: 'account', id: accountId };
    const { body } = await write({ subject, text: `<@${ren.id}> one` });
    const path = `/v1/notes/${body.id}`;
    const patch = { method: 'PATCH', json: { text: 'two' } };
    expect((await api.request(path, ren, patch)).status).toBe(403);
    expect((await api.request(path, ren, { method: 'DELETE' })).status).toBe(403);
    const edited = (await (await api.request(path, mika, patch)).json()) as Note;
    expect(edited).toMatchObject({ text: 'two', mentions: [] });
    expect(edited.editedAt).not.toBeNull();
    expect(await day(ren)).toEqual([]); // not called any more
    expect((await api.request(path, mika, { method: 'DELETE' })).status).toBe(204);
    expect(await listed('account', accountId)).toEqual([]);
    const owner = await api.member(organisationId, 'owner', workspaceId);
    const log = (await (await api.request('/v1/audit-log?limit=3', owner)).json()) as {
      data: { action: string; target: string; change: object }[];
    };
    expect(log.data.map(({ action, target }) => [action, target])).toEqual([
      ['note.delete', accountId],
      ['note.update', accountId],
      ['note.create', accountId],
    ]);
    expect(JSON.stringify(log.data)).not.toMatch(/one|two/);
  });

  test('go with the person they speak of, who gets them in the export', async () => {
    const id = await made('/v1/contacts', { externalId: 'u-2', name: 'Jun' });
    const subject = { kind: 'thread', id };
    expect((await write({ subject: { ...subject, kind: 'contact' }, text: 'Likes tea.' })).status).toBe(201);
    const owner = await api.member(organisationId, 'owner', workspaceId);
    const told = await (await api.request(`/v1/contacts/${id}/export`, owner)).json();
    expect(told).toMatchObject({ notes: [{ words: 'Likes tea.' }] });
    expect(JSON.stringify(told)).not.toContain(mika.id);
    const erasure = await api.request(`/v1/contacts/${id}/erase`, owner, { method: 'POST', json: {} });
    expect(erasure.status).toBeLessThan(300);
    expect(await listed('contact', id)).toEqual([]);
    const late = await write({ subject: { ...subject, kind: 'contact' }, text: 'x' });
    expect(late.status).toBe(410);
  });

  test('are found by words, in Japanese anywhere in them, as they are now, by who may read texts', async () => {
    const person = await made('/v1/contacts', { externalId: 'u-3', name: 'Sora' });
    const subject = { kind: 'contact', id: person };
    const found = async (words: string, by = mika) => {
      const answer = await api.request(`/v1/notes?words=${encodeURIComponent(words)}`, by);
      return ((await answer.json()) as { data: Note[] }).data.map(({ text }) => text);
    };
    const { body } = await write({ subject, text: `<@${ren.id}> 月次の請求書が届かない` });
    const second = await write({ subject, text: 'Invoices by mail, please' });
    expect(second.status).toBe(201);
    expect(await found('請求')).toEqual([body.text]);
    expect(await found('invoic')).toEqual(['Invoices by mail, please']);
    expect(await found('mem')).toEqual([]); // no id of a colleague is a word
    expect(await found('…')).toEqual([]);
    const owner = await api.member(organisationId, 'owner', workspaceId);
    const blind = await api.member(organisationId, 'member', workspaceId);
    const overrides = { read_texts: false, reply: null };
    await api.request(`/v1/members/${blind.id}`, owner, { method: 'PATCH', json: { overrides } });
    expect(await found('請求', blind)).toEqual([]);

    await api.request(`/v1/notes/${body.id}`, mika, { method: 'PATCH', json: { text: '見積書の件' } });
    expect([await found('請求'), await found('見積')]).toEqual([[], ['見積書の件']]);
    await api.request(`/v1/notes/${second.body.id}`, mika, { method: 'DELETE' });
    expect(await found('invoices')).toEqual([]);
    await api.request(`/v1/contacts/${person}/erase`, owner, { method: 'POST', json: {} });
    expect(await found('見積')).toEqual([]);
    const left = await api.database
      .forWorkspace(workspaceId)
      .read((db) => search.wordsAt(db, workspaceId, [{ source: 'note', id: body.id, at: body.createdAt }]));
    expect(left.size).toBe(0);
    expect((await api.request('/v1/notes', mika)).status).toBe(400);
    expect((await api.request(`/v1/notes?words=x&kind=contact&id=${person}`, mika)).status).toBe(400);
  });

  test('are refused by the field where the subject, the text or a colleague is none', async () => {
    const subject = { kind: 'contact', id: contactId };
    const cases: [object, string][] = [
      [{ subject: { kind: 'contact', id: accountId }, text: 'x' }, 'subject.id'],
      [{ subject: { kind: 'account', id: contactId }, text: 'x' }, 'subject.id'],
      [{ subject: { kind: 'account', id: api.deps.newId('acc') }, text: 'x' }, 'subject.id'],
      [{ subject, text: '   ' }, 'text'],
      [{ subject, text: `<@${api.deps.newId('mem')}> x` }, 'text'],
    ];
    for (const [json, path] of cases) {
      const { status, body } = await write(json);
      expect([status, body.errors?.[0]?.path], JSON.stringify(json)).toEqual([400, path]);
    }
    const viewer = await api.member(organisationId, 'viewer', workspaceId);
    expect((await write({ subject, text: 'x' }, viewer)).status).toBe(403);
    expect((await api.request(`/v1/notes?kind=account&id=${contactId}`, mika)).status).toBe(400);
  });
});
