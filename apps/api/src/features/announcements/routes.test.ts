import { content, widgetApi } from '@banso/contract';
import type { PublishedAnnouncement } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import { MINUTE_MS } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';

type Announcement = z.infer<typeof content.announcement.Record>;
type Body = Announcement['draft']['body'];

describe.each(DIALECTS)('announcements on %s', (dialect) => {
  let app: WidgetApp;
  let editor: TestMember;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    editor = await app.member(app.organisationId, 'member', app.workspaceId);
  });
  afterEach(() => app.close());

  const post = (path: string, json: unknown, etag?: string | null) =>
    app.request(path, editor, { method: 'POST', json, headers: etag ? { 'if-match': etag } : {} });

  async function drafted(body: Partial<Body>): Promise<{ draft: Announcement['draft'] }> {
    const made = await post('/v1/announcements', { name: 'Shared folders' });
    const { draft } = content.announcement.Record.parse(await made.json());
    return { draft: { ...draft, body: { ...draft.body, ...body } } };
  }

  async function published(body: Partial<Body>): Promise<Announcement> {
    const made = await post('/v1/announcements', { name: 'News', ...(await drafted(body)) });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as Announcement;
    const answer = await post(`/v1/announcements/${id}/publish`, {}, made.headers.get('etag'));
    expect(answer.status).toBe(200);
    return content.announcement.Record.parse(await answer.json());
  }

  /** Mika, on her second visit, on a device of hers. */
  async function returning() {
    app.clock.advance(31 * MINUTE_MS);
    return app.person('mika');
  }

  const report = async (session: string, ...events: Record<string, unknown>[]) => {
    const answer = await app.sync(session, events);
    return widgetApi.SyncResponse.parse(await answer.json());
  };
  const factsAbout = ({ id }: Announcement) => {
    const about = { contentId: id, version: 1 };
    const at = { at: app.clock.now() };
    return {
      claimed: anEvent('content_claimed', about, at),
      shown: anEvent('content_shown', { ...about, surface: 'banner' }, at),
      dismissed: anEvent('content_dismissed', about, at),
      opened: anEvent('content_opened', about, at),
    };
  };

  test('start as a badge that can be published as it is', async () => {
    const made = await post('/v1/announcements', { name: 'Shared folders' });
    const { id, draft } = content.announcement.Record.parse(await made.json());
    expect(id).toMatch(/^ann_/);
    expect(draft.body).toMatchObject({ mode: 'badge', action: null, title: { en: 'Shared folders' } });
    expect((await post(`/v1/announcements/${id}/publish`, {}, made.headers.get('etag'))).status).toBe(200);
  });

  test('a banner is granted once; closed on one device, no other shows it', async () => {
    await app.person('mika');
    app.clock.advance(MINUTE_MS);
    const news = await published({ mode: 'banner' });
    const [laptop, phone] = [await returning(), await app.person('mika')];
    const waits = { contentId: news.id, kind: 'announcement', surface: 'banner', unread: true };
    expect(laptop).toMatchObject({ show: [waits], unread: 1 });
    const { claimed, shown, dismissed } = factsAbout(news);
    expect(await report(laptop.session, claimed, shown)).toMatchObject({
      accepted: [claimed['id'], shown['id']],
    });
    expect(await report(phone.session, factsAbout(news).claimed)).toMatchObject({
      refused: [{ code: 'not_granted' }],
      show: [{ surface: 'panel' }],
    });
    expect(await report(laptop.session, dismissed)).toMatchObject({
      show: [{ contentId: news.id, surface: 'panel', reason: 'finished' }],
      unread: 0,
    });
    app.clock.advance(400 * 24 * 60 * MINUTE_MS);
    const later = await returning();
    expect(later).toMatchObject({ show: [{ surface: 'panel', reason: 'finished' }], unread: 0 });
    expect(later.show[0]).not.toHaveProperty('unread');
    const summary = await app.request(`/v1/announcements/${news.id}`, editor);
    expect(await summary.json()).toMatchObject({ last30Days: { shown: 0, dismissed: 0 } });
  });

  test('a badge waits, is counted, and opening it lowers the count', async () => {
    await app.person('mika');
    app.clock.advance(MINUTE_MS);
    const news = await published({});
    const { session, show, unread } = await returning();
    expect({ show, unread }).toMatchObject({ show: [{ surface: 'panel', unread: true }], unread: 1 });
    expect(await report(session, factsAbout(news).opened)).toMatchObject({
      show: [{ reason: 'finished' }],
      unread: 0,
    });
    const summary = await app.request(`/v1/announcements/${news.id}`, editor);
    expect(await summary.json()).toMatchObject({ last30Days: { opened: 1 } });
  });

  test('who came after it finds it in the panel, but it is no news to them', async () => {
    await published({});
    app.clock.advance(MINUTE_MS);
    expect(await app.person('new')).toMatchObject({ show: [{ surface: 'panel' }], unread: 0 });
  });

  test('what was announced for later is news when it begins', async () => {
    const made = await post('/v1/announcements', { name: 'Maintenance' });
    const { id } = (await made.json()) as Announcement;
    const startsAt = new Date(Date.parse(app.clock.now()) + 10 * MINUTE_MS).toISOString();
    await post(`/v1/announcements/${id}/schedule`, { startsAt }, made.headers.get('etag'));
    expect(await app.person('mika')).toMatchObject({ show: [], unread: 0 });
    expect(await returning()).toMatchObject({ show: [{ contentId: id, unread: true }], unread: 1 });
  });

  test('reach the widget in its language, as a tree and with their date', async () => {
    const body = {
      title: { en: 'Shared folders', ja: '共有フォルダ' },
      body: { en: 'One **place**.' },
      action: { label: { en: 'See how', ja: '見る' }, url: '/folders' },
      mode: 'popover' as const,
    };
    const news = await published(body);
    const { content: file } = await app.person('mika', { body: { locale: 'ja' } });
    const { contents } = (await (await app.request(file.url)).json()) as {
      contents: PublishedAnnouncement[];
    };
    expect(contents).toEqual([
      {
        id: news.id,
        slug: news.slug,
        version: 1,
        lang: 'ja',
        kind: 'announcement',
        mode: 'popover',
        title: '共有フォルダ',
        body: [
          {
            type: 'paragraph',
            of: [
              { type: 'text', text: 'One ' },
              { type: 'strong', of: [{ type: 'text', text: 'place' }] },
              { type: 'text', text: '.' },
            ],
          },
        ],
        action: { label: '見る', url: '/folders' },
        publishedAt: news.publishedAt,
      },
    ]);
  });

  test.each([
    { body: { mode: 'modal' }, path: 'draft.body.mode' },
    { body: { action: { label: { en: 'Go' } } }, path: 'draft.body.action.url' },
    { body: { html: '<b>' }, path: 'draft.body.html' },
  ])('refuse a body with $body and name the field', async ({ body, path }) => {
    const answer = await post('/v1/announcements', { name: 'News', ...(await drafted(body as never)) });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid', errors: [{ path }] });
  });

  test('are not published with a link that leads nowhere', async () => {
    const action = { label: { en: 'Go' }, url: 'javascript:alert(1)' };
    const made = await post('/v1/announcements', { name: 'News', ...(await drafted({ action })) });
    const { id } = (await made.json()) as Announcement;
    const refused = await post(`/v1/announcements/${id}/publish`, {}, made.headers.get('etag'));
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      errors: [{ path: 'draft.action.url', code: 'link_unsafe' }],
    });
  });
});
