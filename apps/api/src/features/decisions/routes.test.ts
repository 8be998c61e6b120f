import type { common } from '@banso/contract';
import type * as decision from '@banso/contract/decision';
import { DIALECTS } from '@banso/database/testing';
import { addMs, DAY_MS } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../recorder/testing/recount/recount.ts';
import { aResource, aSurvey } from '../../recorder/testing/rig.ts';
import type { Caller } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';

const [SURVEY, PRO, GUIDE] = ['srv', 'srv', 'res'].map(
  (prefix, n) => `${prefix}_0195d000-0000-7000-8000-0000000000e${n}`,
) as [string, string, string];
const PAGE = { url: 'https://app.example/', device: 'desktop' };

describe.each(DIALECTS)('/v1/decisions on %s', (dialect) => {
  let app: WidgetApp;
  let staff: Caller;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    staff = await app.member(app.organisationId, 'viewer', app.workspaceId);
    await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
    const audience = { type: 'trait', subject: 'account', key: 'plan', op: 'is', value: 'pro' } as const;
    await app.publish({ id: PRO, kind: 'survey', body: aSurvey(), delivery: { audience, priority: 5 } });
    await app.publish({ id: GUIDE, kind: 'resource', body: aResource(), delivery: { pages: ['/help/*'] } });
  });
  afterEach(() => app.close());

  /** Somebody of Acme, whose first visit is over. */
  async function mika() {
    const claims = { account: 'acme' };
    const come = () =>
      app.person('mika', {
        claims,
        body: {
          user: { id: 'mika', token: app.token('mika', claims), traits: { name: 'Mika' } },
          account: { id: 'acme', traits: { name: 'Acme' } },
        },
      });
    await come();
    app.clock.advance(DAY_MS);
    const session = await come();
    await app.deps.memory.settled();
    return session;
  }
  const list = async (query: Record<string, string>, caller = staff) => {
    const answer = await app.request(`/v1/decisions?${new URLSearchParams(query).toString()}`, caller);
    expect(answer.status).toBe(200);
    return (await answer.json()) as common.Page<decision.Decision>;
  };
  const ask = (question: object, caller = staff) =>
    app.request('/v1/decisions/what-if', caller, { method: 'POST', json: question });
  const supposed = async (question: object) => {
    const answer = await ask({ page: PAGE, ...question });
    expect(answer.status).toBe(200);
    const { data } = (await answer.json()) as { data: decision.WhatIfContent[] };
    return data;
  };
  const inWords = (data: readonly decision.WhatIfContent[]) =>
    Object.fromEntries(
      data.map(({ content, now, supposed }) => [
        content.id,
        `${now.outcome} ${now.reason} → ${supposed.outcome} ${supposed.reason}`,
      ]),
    );

  test('tells who, what, when and why, newest first', async () => {
    const { contact } = await mika();
    const { data } = await list({ contact: contact.id });
    expect(data.map(({ content, outcome, reason }) => `${content.id} ${outcome} ${reason}`)).toEqual(
      expect.arrayContaining([
        `${SURVEY} popover eligible`,
        `${SURVEY} held first_session`,
        `${PRO} held audience`,
        `${GUIDE} held page`,
      ]),
    );
    expect(data.map(({ at }) => at)).toEqual(
      data
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(data.find(({ reason }) => reason === 'audience')).toMatchObject({
      contact: { id: contact.id, name: 'Mika', externalId: 'mika' },
      account: { name: 'Acme' },
      content: { id: PRO, kind: 'survey' },
      until: null,
      because: { leaves: [{ leaf: { key: 'plan', value: 'pro' }, outcome: 'unknown' }] },
    });
  });

  test('is searched by account, content, time, outcome and reason', async () => {
    const { contact } = await mika();
    await app.person('jun');
    await app.deps.memory.settled();
    const [first] = (await list({ contact: contact.id })).data;
    const account = first?.account?.id ?? '';
    const ofAccount = await list({ account });
    expect(new Set(ofAccount.data.map((one) => one.contact.id))).toEqual(new Set([contact.id]));
    const people = (await list({ content: PRO, reason: 'audience', outcome: 'held' })).data.length;
    expect(people).toBe(2);
    expect((await list({ to: addMs(app.clock.now(), -1), contact: contact.id })).data).toHaveLength(3);
    expect((await list({ from: app.clock.now(), contact: contact.id })).data).toHaveLength(1);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: common.Page<decision.Decision> = await list({
        limit: '2',
        ...(cursor !== null && { cursor }),
      });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual((await list({ limit: '200' })).data.map(({ id }) => id));
  });

  test.each([
    { query: { at: '2026-01-05T10:00:00Z' }, path: 'query.contact' },
    { query: { contact: 'mika' }, path: 'query.contact' },
    { query: { reason: 'because' }, path: 'query.reason' },
    { query: { from: 'yesterday' }, path: 'query.from' },
    { query: { cursor: 'x' }, path: 'query.cursor' },
  ])('refuses $query and names the field', async ({ query, path }) => {
    const answer = await app.request(
      `/v1/decisions?${new URLSearchParams(query as never).toString()}`,
      staff,
    );
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { path: string }[] };
    expect(errors.map((error) => error.path)).toContain(path);
  });

  test('what the team says of an account is asked for while it holds', async () => {
    const audience = { type: 'trait', subject: 'account', key: 'health', op: 'is', value: 'poor' } as const;
    await app.publish({ id: GUIDE, kind: 'resource', body: aResource(), delivery: { audience } });
    const { contact } = await mika();
    const decided = async () => inWords(await supposed({ contact: contact.id, changes: [] }))[GUIDE];
    expect(await decided()).toBe('held audience → held audience');
    const writer = await app.member(app.organisationId, 'member', app.workspaceId);
    const health = { level: 'poor', reason: 'Nobody signs in.' };
    const said = await app.request('/v1/accounts/by-external-id/acme', writer, {
      method: 'PUT',
      json: { health },
    });
    expect(said.status).toBe(200);
    expect(await decided()).toBe('panel eligible → panel eligible');
    app.clock.advance(90 * DAY_MS);
    expect(await decided()).toBe('held audience → held audience');
  });

  test('what if: a plan, a page, a time and an interruption change what is shown, and nothing is kept', async () => {
    const { contact, session } = await mika();
    const at = app.clock.now();
    await app.sync(session, [anEvent('content_claimed', { contentId: SURVEY, version: 1 }, { at })]);
    await app.deps.memory.settled();
    const before = await rowsOf(app.database, app.workspaceId, 'decision');
    app.clock.advance(3 * DAY_MS);
    const base = { contact: contact.id };

    expect(inWords(await supposed({ ...base, changes: [] }))).toEqual({
      [SURVEY]: 'held person_budget → held person_budget',
      [PRO]: 'held audience → held audience',
      [GUIDE]: 'held page → held page',
    });
    const pro = { fact: 'trait', subject: 'account', key: 'plan', value: 'pro' };
    const later = { fact: 'time', value: addMs(app.clock.now(), 5 * DAY_MS) };
    const data = await supposed({ ...base, changes: [pro, later] });
    expect(inWords(data)).toEqual({
      [SURVEY]: 'held person_budget → held lower_priority',
      [PRO]: 'held audience → popover eligible',
      [GUIDE]: 'held page → held page',
    });
    expect(data.map(({ content, differs }) => [content.id, differs])).toEqual(
      expect.arrayContaining([
        [GUIDE, false],
        [PRO, true],
      ]),
    );
    expect(data.find(({ content }) => content.id === PRO)?.audience).toMatchObject({
      outcome: 'match',
      found: 'pro',
    });
    const elsewhere = { fact: 'page', url: 'https://app.example/help/x', device: 'desktop' };
    const never = { fact: 'lastInterruptedAt', value: null };
    expect(inWords(await supposed({ ...base, changes: [elsewhere, never] }))).toMatchObject({
      [SURVEY]: 'held person_budget → popover eligible',
      [GUIDE]: 'held page → panel eligible',
    });
    expect(await rowsOf(app.database, app.workspaceId, 'decision')).toEqual(before);
  });

  test('what if: tells the same as a session that opens now', async () => {
    const { contact } = await mika();
    app.clock.advance(9 * DAY_MS);
    const data = await supposed({ contact: contact.id, changes: [] });
    const { show, held } = await app.person('mika', { claims: { account: 'acme' } });
    expect(Object.fromEntries(data.map(({ content, now }) => [content.id, now.reason]))).toEqual({
      ...Object.fromEntries(show.map(({ contentId, reason }) => [contentId, reason])),
      ...held,
    });
  });

  test('what if: an erased person and a stranger are told nothing of', async () => {
    const { contact } = await mika();
    const { organisationId, workspaceId } = await app.organisation();
    const stranger = await app.member(organisationId, 'owner', workspaceId);
    expect((await ask({ contact: contact.id, page: PAGE, changes: [] }, stranger)).status).toBe(404);
    expect((await list({ contact: contact.id }, stranger)).data).toEqual([]);
    const admin = await app.member(app.organisationId, 'admin', app.workspaceId);
    await app.request(`/v1/contacts/${contact.id}/erase`, admin, { method: 'POST', json: {} });
    expect((await ask({ contact: contact.id, page: PAGE, changes: [] })).status).toBe(410);
    expect((await list({ contact: contact.id })).data).toEqual([]);
  });

  test.each([
    { question: { changes: [{ fact: 'weather', value: 'fine' }] }, path: 'changes.0.fact' },
    { question: { changes: [{ fact: 'asking', value: 'often' }] }, path: 'changes.0.value' },
    { question: { changes: [], page: { url: '/' } }, path: 'page.device' },
  ])('what if: refuses $question and names the field', async ({ question, path }) => {
    const { contact } = await mika();
    const answer = await ask({ contact: contact.id, page: PAGE, ...question });
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { path: string }[] };
    expect(errors.map((error) => error.path)).toContain(path);
  });
});
