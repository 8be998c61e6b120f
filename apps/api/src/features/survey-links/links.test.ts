import { SurveyLink } from '@banso/contract/survey-links';
import { surveyLinks } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { DAY_MS } from '@banso/domain/time';
import { parseCsv } from '@banso/domain/text';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../recorder/testing/recount/recount.ts';
import { aSurvey } from '../../recorder/testing/rig.ts';
import type { Caller } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { openWidgetApp } from '../../widget-testing.ts';
import { readLinkToken } from './link-token.ts';

const SURVEY = 'srv_0195d000-0000-7000-8000-0000000000a1';
const LINKS = `/v1/surveys/${SURVEY}/links`;

describe.each(DIALECTS)('a survey shared by link on %s', (dialect) => {
  let app: WidgetApp;
  let owner: Caller;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    owner = await app.member(app.organisationId, 'owner', app.workspaceId);
    await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
  });
  afterEach(() => app.close());

  const share = async (json: object): Promise<SurveyLink> => {
    const answer = await app.request(LINKS, owner, { method: 'POST', json: { name: 'October', ...json } });
    expect(answer.status).toBe(201);
    return SurveyLink.parse(await answer.json());
  };
  const contact = async (externalId: string, more: object = {}): Promise<string> => {
    const json = { externalId, email: `${externalId}@example.com`, ...more };
    const answer = await app.request('/v1/contacts', owner, { method: 'POST', json });
    return ((await answer.json()) as { id: string }).id;
  };
  const fileOf = async ({ id }: SurveyLink, query = ''): Promise<Record<string, string>[]> => {
    const answer = await app.request(`${LINKS}/${id}/addresses/csv${query}`, owner);
    const [columns = [], ...rows] = parseCsv(await answer.text());
    return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ''])));
  };
  /** As the address stands in an e-mail, without its host. */
  const pathOf = (url = '') => new URL(url).pathname + new URL(url).search;
  const look = (path: string) => app.request(path);
  const fields = (page: string) =>
    [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value] as [string, string],
    );
  /** Sends the form of a page as a browser without scripts and cookies does, and follows where it leads. */
  const submit = async (path: string, answers: Record<string, string>) => {
    const page = await (await look(path)).text();
    const [address = ''] = path.split('?');
    const form = new URLSearchParams([...fields(page), ...Object.entries(answers)]);
    return app.request(address, undefined, {
      method: 'POST',
      text: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
    });
  };
  const responses = () => rowsOf(app.database, app.workspaceId, 'response');

  test('is answered from an e-mail without scripts: seen as from there, once, and nothing by looking', async () => {
    const mika = await contact('mika', { locale: 'en' });
    const link = await share({ kind: 'personal', channel: 'email' });
    const [row] = await fileOf(link, `?contactIds=${mika}`);
    expect(row).toMatchObject({ contact_id: mika, email: 'mika@example.com' });
    const nine = pathOf(row?.['score_9']);
    expect(nine).not.toMatch(/mika|con_/);

    const page = await look(nine);
    expect(page.status).toBe(200);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(await page.text()).toMatch(/value="9"\s+checked/);
    expect(await responses()).toEqual([]);

    const sent = await submit(nine, { 'a.score': '9', 'a.reason': 'The graphs <3' });
    expect(sent.status).toBe(303);
    const [begun] = await responses();
    expect(begun).toMatchObject({
      contact_id: mika,
      score: 9,
      comment: 'The graphs <3',
      source: 'email',
      link_id: link.id,
      completed_at: null,
    });
    // the second page asks what comes after the follow-up
    const on = sent.headers.get('location') ?? '';
    expect(await (await look(on)).text()).toContain('Anything else?');
    await submit(on, { 'a.more': '' });
    expect(await (await look(nine)).text()).toContain('Thank you');
    expect(await responses()).toMatchObject([
      { id: begun?.['id'], completed_at: app.clock.now(), version: 1 },
    ]);

    const inbox = await app.request('/v1/responses?source=email', owner);
    expect(((await inbox.json()) as { data: unknown[] }).data).toMatchObject([{ score: 9, source: 'email' }]);
    const other = await app.request('/v1/responses?source=widget', owner);
    expect(((await other.json()) as { data: unknown[] }).data).toEqual([]);
    const listed = (await (await app.request(LINKS, owner)).json()) as { data: unknown[] };
    expect(listed.data).toMatchObject([{ id: link.id, url: null, answers: { begun: 1, completed: 1 } }]);
    const visits = (await rowsOf(app.database, app.workspaceId, 'contact')).find(({ id }) => id === mika);
    expect(visits).toMatchObject({ visits: 0, last_interrupted_at: app.clock.now() });
  });

  test('takes a click of a script as a partial answer that can be changed until the end', async () => {
    const mika = await contact('mika');
    const link = await share({ kind: 'personal' });
    const [row] = await fileOf(link, `?contactIds=${mika}`);
    const path = pathOf(row?.['link']);
    const tell = (events: object[]) =>
      app.request(`${path}/facts`, undefined, {
        method: 'POST',
        json: { page: uuidv7(), sentAt: app.clock.now(), locale: 'en', events },
      });
    const score = (value: number) => ({
      id: uuidv7(),
      at: app.clock.now(),
      type: 'survey_answered',
      version: 1,
      question: 'score',
      value,
    });
    const first = score(3);
    expect(await (await tell([first])).json()).toMatchObject({ accepted: [first.id], refused: [] });
    expect(await (await tell([first])).json()).toMatchObject({ accepted: [first.id] });
    await tell([score(8)]);
    expect(await responses()).toMatchObject([{ score: 8, completed_at: null, source: 'link' }]);
    expect(await (await tell([score(11)])).json()).toMatchObject({ refused: [{ code: 'invalid' }] });
    expect((await tell([{ ...first, type: 'track' }])).status).toBe(400);
  });

  test('lets nobody answer by an address that was revoked, has ended, or is made up', async () => {
    const mika = await contact('mika');
    const [row, other] = [await share({ kind: 'personal', expiresInDays: 7 }), await share({ kind: 'open' })];
    const path = pathOf((await fileOf(row, `?contactIds=${mika}`))[0]?.['link']);
    expect((await look(`${path.slice(0, -2)}AA`)).status).toBe(404);
    expect(readLinkToken('another secret of an installation', path.slice(3))).toBeUndefined();
    app.clock.advance(7 * DAY_MS);
    const late = await look(path);
    expect([late.status, await late.text()]).toEqual([410, expect.stringContaining('This link has ended')]);
    expect((await submit(path, { q: 'score', 'a.score': '9' })).status).toBe(410);
    await app.request(`${LINKS}/revoke`, owner, { method: 'POST', json: {} });
    const gone = await look(pathOf(other.url ?? ''));
    expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('no longer works')]);
    expect(await responses()).toEqual([]);
  });

  test('asks nobody who has answered it since in the product, and leaves out who wants no surveys', async () => {
    const mika = await app.person('mika');
    const link = await share({ kind: 'personal' });
    const path = pathOf((await fileOf(link, `?contactIds=${mika.contact.id}`))[0]?.['link']);
    app.clock.advance(1_000);
    const at = app.clock.now();
    await app.sync(mika.session, [
      {
        id: uuidv7(),
        at,
        type: 'survey_answered',
        contentId: SURVEY,
        version: 1,
        responseId: `rsp_${uuidv7()}`,
        question: 'score',
        value: 7,
      },
      { id: uuidv7(), at, type: 'preference_set', asking: 'never' },
    ]);
    expect(await (await look(path)).text()).toContain('We already have your answer');
    expect(await fileOf(link, `?contactIds=${mika.contact.id}`)).toEqual([]);
  });

  test('open to anybody: nobody is made by looking, one person by answering, and the browser knows them again', async () => {
    const link = await share({ kind: 'open', name: 'Website' });
    const path = pathOf(link.url ?? '');
    await look(`${path}?score=10`);
    expect(await rowsOf(app.database, app.workspaceId, 'contact')).toEqual([]);
    const sent = await submit(`${path}?score=10`, { 'a.score': '10' });
    expect(sent.status).toBe(303);
    const [visitor] = await rowsOf(app.database, app.workspaceId, 'contact');
    expect(visitor).toMatchObject({ identity: 'anonymous' });
    expect(await responses()).toMatchObject([{ score: 10, verified: 0, contact_id: visitor?.['id'] }]);
    const cookie = (sent.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const again = await app.request(path, { headers: { cookie } });
    expect([again.status, again.headers.get('location')]).toEqual([
      303,
      (sent.headers.get('location') ?? '').split('?')[0],
    ]);
  });

  test('answers in the language of the person, and says so where it has to be chosen', async () => {
    const mika = await contact('mika', { locale: 'ja' });
    const link = await share({ kind: 'personal' });
    const path = pathOf((await fileOf(link, `?contactIds=${mika}`))[0]?.['link']);
    await app.publish({
      id: SURVEY,
      kind: 'survey',
      body: aSurvey({ title: { en: 'Hello', ja: 'こんにちは', ar: 'مرحبا' } }),
    });
    expect(await (await look(path)).text()).toMatch(/<html lang="ja" dir="ltr">[^]*こんにちは[^]*送信|次へ/);
    expect(await (await look(`${path}?lang=ar`)).text()).toMatch(/<html lang="en" dir="rtl">/);
  });

  test('cannot be shared before it is published', async () => {
    const made = await app.request('/v1/surveys', owner, { method: 'POST', json: { name: 'Draft' } });
    const { id } = (await made.json()) as { id: string };
    const answer = await app.request(`/v1/surveys/${id}/links`, owner, {
      method: 'POST',
      json: { kind: 'open', name: 'Too early' },
    });
    expect(answer.status).toBe(409);
    expect(
      await app.database
        .forWorkspace(app.workspaceId)
        .read((db) => surveyLinks.list(db, app.workspaceId, id)),
    ).toEqual([]);
  });
});
