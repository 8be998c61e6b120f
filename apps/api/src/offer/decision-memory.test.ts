import type { common, widgetApi } from '@banso/contract';
import type * as decision from '@banso/contract/decision';
import { DIALECTS } from '@banso/database/testing';
import type { Dialect } from '@banso/database';
import { DAY_MS, MINUTE_MS } from '@banso/domain/time';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { createRecorder } from '../recorder/create-recorder.ts';
import { publishedContents } from '../published-contents.ts';
import { rowsOf } from '../recorder/testing/recount/recount.ts';
import { anAnnouncement, aChecklist, aResource, aStep, aSurvey } from '../recorder/testing/rig.ts';
import type { Caller } from '../testing.ts';
import type { WidgetApp } from '../widget-testing.ts';
import { anEvent, openWidgetApp } from '../widget-testing.ts';
import { createDecisionMemory } from './decision-memory.ts';

const [SURVEY, OTHER, CHECKLIST, GUIDE, NEWS] = ['srv', 'srv', 'chk', 'res', 'ann'].map(
  (prefix, n) => `${prefix}_0195d000-0000-7000-8000-0000000000d${n}`,
) as [string, string, string, string, string];

/** A service with the contents of every kind, and somebody of the team who asks. */
async function opened(dialect: Dialect): Promise<{ app: WidgetApp; staff: Caller }> {
  const app = await openWidgetApp(dialect);
  await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
  return { app, staff: await app.member(app.organisationId, 'viewer', app.workspaceId) };
}

describe.each(DIALECTS)('what was decided is remembered on %s', (dialect) => {
  let app: WidgetApp;
  let staff: Caller;
  beforeEach(async () => void ({ app, staff } = await opened(dialect)));
  afterEach(() => app.close());

  const rows = async () => {
    await app.deps.memory.settled();
    return rowsOf(app.database, app.workspaceId, 'decision');
  };
  const told = async (query: Record<string, string>): Promise<decision.Decision[]> => {
    await app.deps.memory.settled();
    const answer = await app.request(`/v1/decisions?${new URLSearchParams(query).toString()}`, staff);
    expect(answer.status).toBe(200);
    return ((await answer.json()) as common.Page<decision.Decision>).data;
  };
  const claim = (contentId: string) =>
    anEvent('content_claimed', { contentId, version: 1 }, { at: app.clock.now() });

  test('an unchanged decision writes nothing', async () => {
    const { session } = await app.person('mika');
    expect(await rows()).toHaveLength(1);
    await app.person('mika');
    app.clock.advance(MINUTE_MS);
    await app.sync(session, []);
    expect(await rows()).toHaveLength(1);
  });

  test('a session reads them once and an unchanged one opens no transaction', async () => {
    await app.person('mika');
    await app.deps.memory.settled();
    const { record } = app.database;
    let transactions = 0;
    app.database.record = (work) =>
      record((tx) =>
        // the news for other processes go in one that enters no workspace
        work({
          ...tx,
          enter: (id) => {
            transactions += 1;
            return tx.enter(id);
          },
        }),
      );
    const { session } = await app.person('mika');
    const arrival = transactions;
    expect(arrival).toBeGreaterThan(0);
    await app.sync(session, []);
    await app.deps.memory.settled();
    expect(transactions).toBe(arrival);
    app.clock.advance(31 * MINUTE_MS);
    await app.person('mika');
    await app.deps.memory.settled();
    expect(transactions, 'control: another arrival, and a decision that is another one').toBe(
      2 * arrival + 1,
    );
    app.database.record = record;
  });

  test('why somebody was not asked on a day', async () => {
    await app.publish({ id: OTHER, kind: 'survey', body: aSurvey(), delivery: { priority: 9 } });
    await app.person('mika');
    app.clock.advance(DAY_MS);
    const { session, contact } = await app.person('mika');
    const asked = app.clock.now();
    const claimed = (await (await app.sync(session, [claim(OTHER)])).json()) as widgetApi.SyncResponse;
    expect(claimed.refused).toEqual([]);
    app.clock.advance(3 * DAY_MS);
    await app.person('mika');
    const thatDay = app.clock.now();
    app.clock.advance(10 * DAY_MS);
    await app.person('mika');

    const [line] = (await told({ contact: contact.id, at: thatDay })).filter(
      ({ content }) => content.id === SURVEY,
    );
    expect(line).toMatchObject({
      at: thatDay,
      until: app.clock.now(),
      outcome: 'held',
      reason: 'person_budget',
      because: { since: asked, days: 7, contentId: OTHER },
    });
    expect(
      (await told({ contact: contact.id, content: OTHER })).map(
        ({ source, outcome, reason }) => `${source} ${outcome} ${reason}`,
      ),
    ).toEqual([
      'offer popover eligible',
      'offer held person_budget',
      'offer held claimed_elsewhere',
      'claim popover granted',
      'offer popover eligible',
      'offer held first_session',
    ]);
  });

  test('a refused claim is kept with its reason, in the transaction that refuses it', async () => {
    const { session, contact } = await app.person('mika');
    await app.deps.memory.close(); // nothing but the recorder writes from now on
    app.clock.advance(MINUTE_MS);
    await app.publish({ id: OTHER, kind: 'survey', body: aSurvey() });
    await app.sync(session, [claim(OTHER)]);
    expect((await rows()).filter(({ content_id }) => content_id === OTHER)).toMatchObject([
      { contact_id: contact.id, source: 'claim', outcome: 'held', reason: 'first_session', until: null },
    ]);
  });

  test('what is paused or archived is not in force any more', async () => {
    const { contact } = await app.person('mika');
    await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey(), status: 'archived' });
    app.clock.advance(MINUTE_MS);
    await app.person('mika');
    expect(await told({ contact: contact.id, at: app.clock.now() })).toMatchObject([
      { outcome: 'held', reason: 'not_published' },
    ]);
  });

  test('two processes that decide at once write it once', async () => {
    const { database, clock, deps } = app;
    const published = publishedContents({ database, live: deps.live, clock });
    const recorder = createRecorder({ ...deps, database, published, secret: deps.settings.secret });
    const memory = createDecisionMemory({ database, log: deps.log, pauseMs: 0 });
    const other = createApp({ ...deps, recorder, published, memory });
    const body = (n: number) => ({ user: { id: `user-${n % 4}`, token: app.token(`user-${n % 4}`) } });
    const opening = async (n: number): Promise<Response> =>
      n % 2 === 0
        ? app.open(body(n))
        : other.request(`/v1/w/${app.key}/session`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', origin: 'https://app.example' },
            body: JSON.stringify({
              anonymousId: 'anon_0195d000-0000-4000-8000-000000000001',
              page: { url: 'https://app.example/', device: 'desktop' },
              locale: 'en',
              ...body(n),
            }),
          });
    const answers = await Promise.all(Array.from({ length: 24 }, (_, n) => opening(n)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await memory.settled();
    expect(await rows()).toHaveLength(4);
    await recorder.close();
    await memory.close();
  });

  test('an erased person is not written of by what still waits', async () => {
    const { contact } = await app.person('mika');
    expect(await rows()).toHaveLength(1);
    const admin = await app.member(app.organisationId, 'admin', app.workspaceId);
    const noted = { workspaceId: app.workspaceId, actor: { contactId: contact.id, accountId: null } };
    await app.request(`/v1/contacts/${contact.id}/erase`, admin, { method: 'POST', json: {} });
    expect(await rows()).toEqual([]);
    const situation = { facts: { now: app.clock.now() } } as never;
    app.deps.memory.note({
      ...noted,
      situation,
      candidates: [],
      decision: { show: [], held: [{ contentId: SURVEY, reason: 'audience' }] },
      standing: [],
      assigned: new Map(),
    });
    expect(await rows()).toEqual([]);
  });

  test('what cannot be written delays and fails nobody', async () => {
    const { record } = app.database;
    let isDown = false;
    app.database.record = (work) => {
      if (isDown) return Promise.reject(new Error('database is closed'));
      return record(work);
    };
    const { session } = await app.person('mika');
    await app.deps.memory.settled();
    isDown = true;
    await app.publish({ id: GUIDE, kind: 'resource', body: aResource() });
    const answer = await app.sync(session, []);
    expect(answer.status).toBe(200);
    await app.deps.memory.settled();
    isDown = false;
    expect(app.logged.join('')).toContain('decisions are not remembered');
    await app.sync(session, []);
    expect((await rows()).filter(({ content_id }) => content_id === GUIDE)).toHaveLength(1);
    app.database.record = record;
  });
});

type Step =
  | { do: 'come' | 'look'; page: string }
  | { do: 'claim'; contentId: string }
  | { do: 'tell'; name: string }
  | { do: 'publish'; contentId: string; status: 'published' | 'paused' | 'archived' };

const someStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('come' as const, 'look' as const), page: fc.constantFrom('a', 'b') }),
  fc.record({
    do: fc.constant('claim' as const),
    contentId: fc.constantFrom(SURVEY, OTHER, CHECKLIST, NEWS),
  }),
  fc.record({ do: fc.constant('tell' as const), name: fc.constantFrom('invited', 'other') }),
  fc.record({
    do: fc.constant('publish' as const),
    contentId: fc.constantFrom(OTHER, GUIDE),
    status: fc.constantFrom('published' as const, 'paused' as const, 'archived' as const),
  }),
);

describe.each(DIALECTS)('replaying what was remembered on %s', (dialect) => {
  test('gives at every instant what the person was answered then', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(someStep, fc.constantFrom(1, 6, 40, 8 * 24 * 60)), { minLength: 4, maxLength: 14 }),
        async (steps) => {
          const { app, staff } = await opened(dialect);
          const publish = (contentId: string, status: 'published' | 'paused' | 'archived' = 'published') =>
            app.publish({ ...CONTENTS[contentId], id: contentId, status } as Parameters<
              WidgetApp['publish']
            >[0]);
          try {
            for (const id of Object.keys(CONTENTS)) await publish(id);
            let { session, contact, expiresAt } = await app.person('mika');
            const answered: { at: string; lines: string[] }[] = [];
            const page = (name: string) => `https://app.example/${name}`;
            for (const [step, minutes] of steps) {
              app.clock.advance(minutes * MINUTE_MS);
              const at = app.clock.now();
              let answer: Pick<widgetApi.SyncResponse, 'show' | 'held'>;
              if (step.do === 'publish') {
                await publish(step.contentId, step.status);
                continue;
              } else if (step.do === 'come' || at >= expiresAt) {
                const opened = await app.person('mika', {
                  body: {
                    user: { id: 'mika', token: app.token('mika') },
                    page: { url: page(step.do === 'come' ? step.page : 'a'), device: 'desktop' },
                  },
                });
                ({ session, contact, expiresAt } = opened);
                answer = opened;
              } else {
                const events =
                  step.do === 'claim'
                    ? [anEvent('content_claimed', { contentId: step.contentId, version: 1 }, { at })]
                    : step.do === 'tell'
                      ? [anEvent('track', { name: step.name }, { at })]
                      : [];
                const url = page(step.do === 'look' ? step.page : 'a');
                answer = (await (await app.sync(session, events, { url })).json()) as widgetApi.SyncResponse;
              }
              await app.deps.memory.settled();
              answered.push({ at, lines: linesOf(answer) });
            }
            for (const { at, lines } of answered) {
              const found = await app.request(
                `/v1/decisions?contact=${contact.id}&at=${at}&limit=200`,
                staff,
              );
              const { data } = (await found.json()) as common.Page<decision.Decision>;
              const remembered = data
                .map(({ content, outcome, reason, version }) =>
                  outcome === 'held'
                    ? `${content.id} ${reason}`
                    : `${content.id} ${outcome} ${reason} ${version}`,
                )
                // what was archived is in no answer
                .filter((line) => lines.includes(line) || !line.endsWith(' not_published'));
              expect(remembered.toSorted(), at).toEqual(lines);
            }
          } finally {
            await app.close();
          }
        },
      ),
      { numRuns: dialect === 'sqlite' ? 12 : 5 },
    );
  }, 180_000);
});

const invited = { type: 'event', subject: 'contact', name: 'invited', op: 'at_least', count: 1 } as const;
const CONTENTS: Readonly<Record<string, object>> = {
  [OTHER]: { kind: 'survey', body: aSurvey(), delivery: { pages: ['/b'], priority: 3 } },
  [CHECKLIST]: { kind: 'checklist', body: aChecklist([aStep('invite')]) },
  [GUIDE]: {
    kind: 'resource',
    body: aResource(),
    delivery: { audience: { ...invited, withinDays: 7 } },
  },
  [NEWS]: { kind: 'announcement', body: anAnnouncement({ mode: 'banner' }) },
};

function linesOf({ show, held }: Pick<widgetApi.SyncResponse, 'show' | 'held'>): string[] {
  return [
    ...show.map(({ contentId, surface, reason, version }) => `${contentId} ${surface} ${reason} ${version}`),
    ...Object.entries(held).map(([id, reason]) => `${id} ${reason}`),
  ].toSorted();
}
