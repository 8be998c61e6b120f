import { erasure, report } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import { DAY_MS } from '@banso/domain/time';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';
import { eraseAs } from './testing/canaries.ts';

describe.each(DIALECTS)('requests for erasure on %s', (dialect) => {
  let app: WidgetApp;
  let admin: TestMember;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    admin = await app.member(app.organisationId, 'admin', app.workspaceId);
  });
  afterEach(() => app.close());

  const read = async <T>(path: string) => (await (await app.request(path, admin)).json()) as T;
  const list = async (query = '') => {
    const { data, nextCursor } = await read<{ data: unknown[]; nextCursor: string | null }>(
      `/v1/erasures${query}`,
    );
    return { data: data.map((one) => erasure.Erasure.parse(one)), nextCursor };
  };
  const wish = async (
    user: string,
    type: 'erasure_requested' | 'erasure_withdrawn' = 'erasure_requested',
  ) => {
    const session = await app.person(user, {
      body: { user: { id: user, token: app.token(user), traits: { name: user } } },
    });
    app.clock.advance(1_000);
    await app.sync(session.session, [anEvent(type, {}, { at: app.clock.now() })]);
    return session;
  };
  const erase = (contactId: string, json: object = {}, by = admin, headers = {}) =>
    app.request(`/v1/contacts/${contactId}/erase`, by, { method: 'POST', json, headers });
  const entries = async () =>
    (await read<{ data: { action: string; target: string; change: unknown }[] }>('/v1/audit-log')).data;

  test('come with what is open first, and with when it is due', async () => {
    const jun = await wish('jun');
    await wish('mika');
    await eraseAs(app, admin, jun.contact.id);
    await wish('rin');
    await wish('rin', 'erasure_withdrawn');
    const { data } = await list();
    expect(data.map(({ status, contact }) => `${status} ${contact.name ?? 'nobody'}`)).toEqual([
      'open mika',
      'withdrawn rin',
      'carried_out nobody',
    ]);
    expect(data[0]).toMatchObject({ source: 'contact', contact: { externalId: 'mika', erased: false } });
    expect(Date.parse(data[0]?.dueAt ?? '') - Date.parse(data[0]?.requestedAt ?? '')).toBe(30 * DAY_MS);
    expect(data[2]).toMatchObject({
      contact: { externalId: null, erased: true },
      carriedOutBy: { id: admin.id, name: 'The admin' },
    });
    for (const status of ['open', 'withdrawn', 'carried_out'])
      expect((await list(`?status=${status}`)).data.map((one) => one.status)).toEqual([status]);
    expect((await list('?status=lifted')).data).toEqual([]);
    expect((await list(`?contactId=${jun.contact.id}`)).data).toHaveLength(1);
    expect((await app.request('/v1/erasures?status=done', admin)).status).toBe(400);
  });

  test('are read page by page, each once', async () => {
    for (let n = 0; n < 5; n += 1) await wish(`user-${n}`);
    const seen: string[] = [];
    let cursor: string | null = '';
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.data.map(({ contact }) => contact.name ?? ''));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(['user-4', 'user-3', 'user-2', 'user-1', 'user-0']);
  });

  test('are carried out by administrators only, and written down without a word about the person', async () => {
    const { contact } = await wish('mika');
    const member = await app.member(app.organisationId, 'supervisor', app.workspaceId);
    const key = await app.secretKey(app.workspaceId);
    expect((await erase(contact.id, {}, member)).status).toBe(403);
    expect(
      (await app.request(`/v1/contacts/${contact.id}/erase`, key, { method: 'POST', json: {} })).status,
    ).toBe(403);
    const [open] = (await list()).data;
    const done = await erase(contact.id, { requestId: open?.id });
    expect(erasure.Erasure.parse(await done.json())).toMatchObject({ id: open?.id, status: 'carried_out' });
    const [entry] = await entries();
    expect(entry).toMatchObject({
      action: 'contact.erase',
      target: contact.id,
      change: { request: open?.id },
    });
    expect(JSON.stringify(await entries())).not.toContain('mika');
  });

  test('of somebody who asked by letter are carried out at once, as the wish of a member', async () => {
    const { contact } = await app.person('mika');
    expect(await eraseAs(app, admin, contact.id)).toMatchObject({ source: 'member', status: 'carried_out' });
    expect(await read(`/v1/contacts/${contact.id}`)).toMatchObject({
      externalId: null,
      name: null,
      email: null,
      locale: null,
      timeZone: null,
      traits: {},
      verified: false,
      erasedAt: app.clock.now(),
    });
    expect(await read<{ data: unknown[] }>('/v1/contacts?search=mika')).toMatchObject({ data: [] });
  });

  test('that were taken back, carried out or never made are refused in clear words', async () => {
    const mika = await wish('mika');
    const [open] = (await list()).data;
    await wish('mika', 'erasure_withdrawn');
    const withdrawn = await erase(mika.contact.id, { requestId: open?.id });
    expect(withdrawn.status).toBe(409);
    expect(((await withdrawn.json()) as { detail: string }).detail).toContain('was taken back at');
    expect(
      (await app.request(`/v1/w/${app.key}/me`, bearer(mika.session))).status,
      'nothing was erased',
    ).toBe(200);

    const unknown = await erase(mika.contact.id, { requestId: `era_${uuidv7()}` });
    expect(unknown.status).toBe(400);
    expect(await unknown.json()).toMatchObject({ errors: [{ path: 'requestId' }] });
    expect((await erase(mika.contact.id, { requestId: 'era_1' })).status).toBe(400);
    expect((await erase(mika.contact.id, { reason: 'because' })).status).toBe(400);
    expect((await erase(`con_${uuidv7()}`)).status).toBe(404);

    await eraseAs(app, admin, mika.contact.id);
    const again = await erase(mika.contact.id);
    expect(again.status).toBe(409);
    expect(((await again.json()) as { detail: string }).detail).toContain('erased already');
    expect(
      (await app.request(`/v1/erasures/${open?.id}/lift`, admin, { method: 'POST', json: {} })).status,
    ).toBe(409);
  });

  test('are carried out once for one Idempotency-Key', async () => {
    const { contact } = await wish('mika');
    const headers = { 'idempotency-key': 'erase-mika' };
    const [one, other] = [
      await erase(contact.id, {}, admin, headers),
      await erase(contact.id, {}, admin, headers),
    ];
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(await other.json()).toEqual(await one.json());
    expect((await entries()).filter(({ action }) => action === 'contact.erase')).toHaveLength(1);
  });

  test('an erased person can be neither changed nor written to', async () => {
    const { contact } = await app.person('mika');
    await eraseAs(app, admin, contact.id);
    const patch = { method: 'PATCH', json: { name: 'Mika' }, headers: { 'if-match': '*' } };
    expect((await app.request(`/v1/contacts/${contact.id}`, admin, patch)).status).toBe(410);
    const json = { contactId: contact.id, text: 'Hello?' };
    expect((await app.request('/v1/messages', admin, { method: 'POST', json })).status).toBe(410);
  });

  test('wait in the day of the team, with their age', async () => {
    const { contact } = await wish('mika');
    app.clock.advance(21 * DAY_MS);
    const day = async () => report.MyDay.parse(await read('/v1/my-day')).items;
    expect(await day()).toMatchObject([
      {
        kind: 'erasure_request',
        contact: { id: contact.id, name: 'mika' },
        detail: { days: 21, daysLeft: 9 },
      },
    ]);
    await eraseAs(app, admin, contact.id);
    expect(await day()).toEqual([]);
  });

  test('what is known of a person is fetched by who may write, and that is written down', async () => {
    const { contact } = await app.person('mika');
    const path = `/v1/contacts/${contact.id}/export`;
    const viewer = await app.member(app.organisationId, 'viewer', app.workspaceId);
    expect((await app.request(path, viewer)).status).toBe(403);
    const answer = await app.request(path, admin);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(erasure.PersonalExport.parse(await answer.json()).contact).toMatchObject({ externalId: 'mika' });
    expect((await entries())[0]).toMatchObject({ action: 'contact.export', target: contact.id, change: {} });
    expect((await app.request(`/v1/contacts/con_${uuidv7()}/export`, admin)).status).toBe(404);
  });
});

const bearer = (session: string) => ({ headers: { authorization: `Bearer ${session}` } });
