import { widgetApi } from '@banso/contract';
import { ListeningReport } from '@banso/contract/listening';
import { people } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import type { FatigueBudget } from '@banso/domain/decide';
import { opensAs } from '@banso/domain/decide';
import { expectedVisits } from '@banso/domain/outlook';
import { addMs, DAY_MS, dayOf, HOUR_MS, MINUTE_MS } from '@banso/domain/time';
import type { Instant } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestContent } from '../../recorder/testing/rig.ts';
import { aChecklist, anAnnouncement, aStep, aSurvey, changeBudget } from '../../recorder/testing/rig.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';
import { listeningAhead } from './listening.ts';

const idOf = (prefix: string, n: number) => `${prefix}_0195d000-0000-7000-8000-0000000000b${n}`;
const withoutNps = aSurvey({ questions: aSurvey().questions.filter(({ type }) => type !== 'nps') });

/** What a workspace may have live at once; every clock short enough to run out within a fortnight. */
const CONTENTS: readonly TestContent[] = [
  { id: idOf('srv', 1), kind: 'survey', body: aSurvey(), delivery: { priority: 1 }, tags: ['Feedback'] },
  {
    id: idOf('srv', 2),
    kind: 'survey',
    tags: ['feedback', 'Quick'],
    body: withoutNps,
    delivery: {
      priority: 2,
      delaySeconds: 0,
      recurrence: { afterShownDays: 2, afterDismissedDays: 30, afterAnsweredDays: 90, maxAttempts: 2 },
    },
  },
  { id: idOf('ann', 3), kind: 'announcement', body: anAnnouncement({ mode: 'banner' }), tags: ['news'] },
  {
    id: idOf('ann', 4),
    kind: 'announcement',
    tags: ['NEWS', 'feedback'],
    body: anAnnouncement({ mode: 'popover' }),
    delivery: { samplePercent: 50 },
  },
  {
    id: idOf('chk', 5),
    kind: 'checklist',
    body: aChecklist([aStep('invite')]),
    delivery: { audience: { type: 'trait', subject: 'contact', key: 'role', op: 'is', value: 'admin' } },
  },
  {
    id: idOf('srv', 7),
    kind: 'survey',
    body: withoutNps,
    delivery: { priority: 3, waves: { from: '2026-02-20', months: 1, percent: 50 } },
  },
  {
    id: idOf('srv', 8),
    kind: 'survey',
    body: withoutNps,
    delivery: { transaction: { event: 'ticket_closed', property: 'ticketId', withinDays: 9 } },
  },
  { id: idOf('ann', 6), kind: 'announcement', body: anAnnouncement({ mode: 'badge' }) },
];

const ZONES = ['Asia/Tokyo', 'Europe/London', 'America/New_York', undefined];
/** Ten people with habits of their own, in two companies and in none. */
const PEOPLE = Array.from({ length: 10 }, (_, n) => ({
  id: `user-${n}`,
  gap: [1, 1, 2, 3, 7][n % 5] ?? 1,
  minute: n * 97,
  account: ['acme', 'bolt', undefined][n % 3],
  timeZone: ZONES[n % ZONES.length],
  role: n % 2 === 0 ? 'admin' : 'reader',
}));

const LOOSE: Partial<FatigueBudget> = {
  minDaysBetween: null,
  perSession: 2,
  perPerson: { count: 4, days: 7 },
  perKind: { survey: { count: 1, days: 6 }, checklist: null, announcement: { count: 2, days: 7 } },
  perTag: [
    { tag: 'feedback', count: 2, days: 9 },
    { tag: 'News', count: 1, days: 4 },
  ],
  quietHours: { from: '22:00', to: '07:30' },
  quietDays: [7],
  accountDailyPercent: 50,
  npsReserveDays: 3,
};

/** A fortnight is some two hundred requests. */
const PATIENCE_MS = 240_000;

describe.each(DIALECTS)('the days ahead on %s', (dialect) => {
  let app: WidgetApp;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    for (const content of CONTENTS) await app.publish(content);
  });
  afterEach(() => app.close());

  const visit = async ({ id, account, timeZone, role }: (typeof PEOPLE)[number]) =>
    app.person(id, {
      body: {
        user: {
          id,
          traits: { role },
          token: app.token(id, account === undefined ? {} : { account }),
        },
        ...(timeZone && { timeZone }),
      },
    });

  /** Everybody comes a few times as they are used to. */
  async function live(): Promise<void> {
    const begin = app.clock.now();
    const visits = PEOPLE.flatMap((person) =>
      [4, 3, 2, 1].map((back) => ({
        person,
        at: addMs(begin, (28 - back * person.gap) * DAY_MS + person.minute * MINUTE_MS),
      })),
    ).toSorted((one, other) => (one.at < other.at ? -1 : 1));
    for (const { person, at } of visits) {
      app.clock.set(at);
      await visit(person);
    }
    app.clock.set(addMs(begin, 28 * DAY_MS + 17 * HOUR_MS));
  }

  async function foretold(): Promise<ListeningReport> {
    const staff = await app.member(app.organisationId, 'viewer', app.workspaceId);
    const answer = await app.request('/v1/reports/listening', staff);
    expect(answer.status).toBe(200);
    return ListeningReport.parse(await answer.json());
  }

  /** Comes, looks at what opens, one after the other, and does nothing. */
  async function come(person: (typeof PEOPLE)[number]) {
    const { session, show, held } = await visit(person);
    const asked: string[] = [];
    let offered = show;
    for (;;) {
      const next = offered.find(({ surface }) => surface !== 'panel');
      if (!next || asked.includes(next.contentId)) break;
      const { contentId, version } = next;
      const at = { at: app.clock.now() };
      const events = [
        anEvent('content_claimed', { contentId, version }, at),
        anEvent('content_shown', { contentId, version, surface: 'popover' }, at),
      ];
      const answer = widgetApi.SyncResponse.parse(await (await app.sync(session, events)).json());
      expect(answer.refused).toEqual([]);
      asked.push(contentId);
      offered = answer.show;
    }
    return { asked, held };
  }

  test.each([
    { budget: 'the defaults', rules: {} },
    { budget: 'every rule at once', rules: LOOSE },
  ])('come as they were foretold, under $budget', { timeout: PATIENCE_MS }, async ({ rules }) => {
    await changeBudget(app.database, app.workspaceId, rules, app.clock.now());
    app.deps.published.invalidate(app.workspaceId);
    await live();
    const told = await foretold();
    expect(told.people).toEqual({ looked: 10, of: 10, expected: 10 });

    const plan: { at: Instant; id: string; person: (typeof PEOPLE)[number] }[] = [];
    for (const person of PEOPLE) {
      const [known] = await app.database
        .forWorkspace(app.workspaceId)
        .read((db) =>
          people.listByIdentity(db, app.workspaceId, [{ identity: 'verified', externalId: person.id }]),
        );
      if (!known) throw new Error(`${person.id} never came`);
      for (const at of expectedVisits(known, told)) plan.push({ at, id: known.id, person });
    }
    plan.sort((one, other) => (`${one.at} ${one.id}` < `${other.at} ${other.id}` ? -1 : 1));

    const contents = [...(await app.deps.published.of(app.workspaceId)).values()];
    const opening = contents.filter(({ candidate }) => opensAs(candidate) !== undefined);
    const happened = opening.map(({ id, kind }) => ({
      id,
      kind,
      days: told.days.map(() => ({ asked: 0, held: {} as Record<string, number> })),
    }));
    const visits = told.days.map(() => 0);
    for (const { at, person } of plan) {
      app.clock.set(at);
      const index = told.days.indexOf(dayOf(at));
      visits[index] = (visits[index] ?? 0) + 1;
      const { asked, held } = await come(person);
      for (const { id, days } of happened) {
        const day = days[index];
        const reason = held[id];
        if (day && asked.includes(id)) day.asked += 1;
        // what waits in the panel instead is not held there: of surveys alone the service tells the reason
        else if (day && reason !== undefined) day.held[reason] = (day.held[reason] ?? 0) + 1;
      }
    }

    expect(told.visits).toEqual(visits);
    expect(told.contents.map(({ id }) => id).toSorted()).toEqual(opening.map(({ id }) => id).toSorted());
    for (const { id, kind, days } of happened) {
      const cells = told.contents.find((content) => content.id === id)?.days ?? [];
      expect(cells.map(({ asked }) => asked)).toEqual(days.map(({ asked }) => asked));
      if (kind === 'survey') expect(cells.map(({ held }) => held)).toEqual(days.map(({ held }) => held));
      for (const [index, { asked, held }] of cells.entries())
        expect(asked + Object.values(held).reduce((sum, n) => sum + n, 0)).toBe(visits[index]);
    }
    const total = told.contents.flatMap(({ days }) => days).reduce((sum, { asked }) => sum + asked, 0);
    expect(total).toBeGreaterThan(10);
  });

  test('say who, and why not', async () => {
    await live();
    const told = await foretold();
    const nps = told.contents.find(({ id }) => id === idOf('srv', 2));
    expect(nps?.examples.find(({ reason }) => reason === null)?.contact.id).toMatch(/^con_/);
    for (const { reason, at } of nps?.examples ?? []) {
      const cell = nps?.days[told.days.indexOf(dayOf(at))];
      expect(reason === null ? cell?.asked : cell?.held[reason]).toBeGreaterThan(0);
    }
  });

  test('of many people are an estimate from some of them, and say so', async () => {
    await live();
    const told = await listeningAhead(app.deps, app.workspaceId, 14, 5);
    expect(told.people).toMatchObject({ looked: 5, of: 10, expected: 10 });
    const again = await listeningAhead(app.deps, app.workspaceId, 14, 5);
    expect(again).toEqual(told);
    expect(told.visits.every((visits) => visits % 2 === 0)).toBe(true);
  });

  test('are as many as are asked for, and tell nothing of another workspace', async () => {
    await live();
    const { organisationId, workspaceId } = await app.organisation();
    const stranger = await app.member(organisationId, 'owner', workspaceId);
    const of = async (query: string) => app.request(`/v1/reports/listening${query}`, stranger);
    const told = (await (await of('?days=3')).json()) as ListeningReport;
    expect(told).toMatchObject({
      people: { looked: 0, of: 0, expected: 0 },
      contents: [],
      visits: [0, 0, 0],
    });
    expect(told.days).toEqual(['2026-02-03', '2026-02-04', '2026-02-05']);
    const refused = await of('?days=15');
    expect(refused.status).toBe(400);
    expect(((await refused.json()) as { errors: { path: string }[] }).errors[0]?.path).toBe('query.days');
  });
});
