import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database, Db, Dialect } from '@banso/database';
import {
  accounts,
  cases,
  contacts,
  installation,
  keys,
  members,
  messages,
  organisations,
  inbox,
  teams,
  threads,
  workspaces,
} from '@banso/database';
import { DIALECTS, openTestDatabase } from '@banso/database/testing';
import { dayOf } from '@banso/domain/time';
import { SignJWT } from 'jose';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../clock.ts';
import { credentialHash } from '../credential.ts';
import { found } from '../founding.ts';
import type { TestApp } from '../testing.ts';
import { openTestApp, testSettings } from '../testing.ts';
import { PERSONAS } from './customers/personas.ts';
import type { DemoFacts, SeedDeps } from './seed.ts';
import { seedDemo } from './seed.ts';
import { compare, isClean } from '../rebuild/compare.ts';
import { counted, lastSeen } from './testing/counted.ts';

/** A seed takes two seconds of work; on a machine that is busy with much else, a lot longer. */
const PATIENCE_MS = 180_000;
/** A Wednesday. */
const NOW = '2026-03-04T13:20:00.000Z';

let dataDir: string;
beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'banso-demo-'))));
afterEach(() => rm(dataDir, { recursive: true }));

const depsOn = (
  database: Database,
  over: { now?: string; port?: number; dataDir?: string } = {},
): SeedDeps => ({
  database,
  settings: testSettings({
    dataDir: over.dataDir ?? dataDir,
    publicUrl: `http://127.0.0.1:${over.port ?? 8787}`,
  }),
  clock: { now: () => over.now ?? NOW },
  newId,
  log: pino({ level: 'silent' }),
});

async function withDatabase<T>(dialect: Dialect, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openTestDatabase(dialect);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const isEmpty = async ({ control }: Database) =>
  (await installation.find(control)) === undefined && (await organisations.listIds(control)).length === 0;

/** What is in a demo, its keys left out. */
async function told(database: Database, workspaceId: string) {
  const byTime = { by: 'createdAt', direction: 'asc' } as const;
  return database.forWorkspace(workspaceId).read(async (db) => ({
    workspaceId,
    accounts: await accounts.list(db, workspaceId, {}, byTime, { limit: 200 }),
    contacts: await contacts.list(db, workspaceId, {}, byTime, { limit: 1_000 }),
    responses: (await inbox.list(db, workspaceId, {}, { limit: 2_000 })).data,
    counted: await counted(db, workspaceId),
  }));
}
const toldOn = new Map<Dialect, Awaited<ReturnType<typeof told>>>();

describe.each(DIALECTS)('the demo on %s', (dialect) => {
  let service: TestApp;
  let facts: DemoFacts;
  let folder: string;
  let database: Database;
  let workspaceId: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'banso-demo-'));
    service = await openTestApp(dialect, { settings: { empty: false, dataDir: folder } });
    service.clock.set(NOW);
    ({ database } = service);
    // a start that dies when all but the commit is done leaves nothing behind; the next one tells what one tells that nothing befell
    if (dialect === 'sqlite') {
      const dying = depsOn(database, { dataDir: join(folder, 'gone') });
      await expect(seedDemo(dying)).rejects.toThrow(/ENOENT/);
      expect(await isEmpty(database)).toBe(true);
    }
    // on a database that processes share, two start at once
    const other = await mkdtemp(join(tmpdir(), 'banso-demo-'));
    const late = dialect === 'postgres' ? depsOn(database, { dataDir: other }) : undefined;
    const [seeded, again] = await Promise.all([seedDemo(service.deps), late && seedDemo(late)]);
    if (!seeded) throw new Error('Nothing was seeded');
    facts = seeded;
    if (late) expect(again?.workspaceId).toBe(facts.workspaceId);
    expect(await organisations.listIds(database.control), 'one of two seeds').toHaveLength(1);
    await rm(other, { recursive: true });
    ({ workspaceId } = facts);
    toldOn.set(dialect, await told(database, workspaceId));
  }, PATIENCE_MS);
  afterAll(async () => {
    await service.close();
    await rm(folder, { recursive: true });
  });

  const inData = <T>(work: (db: Db) => Promise<T>) => database.forWorkspace(workspaceId).read(work);

  test('is a company with a team, two workspaces, and keys that open it', async () => {
    const [organisationId = ''] = await organisations.listIds(database.control);
    expect(await installation.find(database.control)).toMatchObject({ demo: true });
    const team = await members.list(database.control, organisationId, { limit: 10 });
    expect(team.map(({ name, role }) => [name, role])[0]).toEqual(['Mika Hayashi', 'owner']);
    expect(team).toHaveLength(5);
    const [production, staging] = await workspaces.list(database.control, organisationId, { limit: 10 });
    expect(production).toMatchObject({
      id: workspaceId,
      identityMode: 'required',
      locales: ['en', 'ja', 'ko'],
    });
    expect(
      await database.forWorkspace(staging?.id ?? '').read((db) => contacts.count(db, staging?.id ?? '')),
    ).toBe(0);

    expect(await database.findKeyByHash(credentialHash(facts.secretKey))).toMatchObject({
      workspaceId,
      scopes: ['read', 'write', 'publish'],
    });
    expect(await database.findKeyByHash(credentialHash(facts.publishableKey))).toMatchObject({
      workspaceId,
      kind: 'publishable',
    });
    expect(await inData((db) => keys.activeIdentityKeys(db, workspaceId))).toHaveLength(1);
  });

  test('hands what customers write to a team', async () => {
    const [support, ...others] = await inData((db) => teams.list(db, workspaceId));
    expect(others).toEqual([]);
    expect(support?.memberIds).toHaveLength(3);
    const { data } = await inData((db) =>
      cases.list(db, workspaceId, { view: 'all', now: NOW }, { limit: 500 }),
    );
    const written = data.filter(({ cause }) => cause === 'message');
    expect(written.length).toBeGreaterThan(2);
    for (const { teamId, ownerId } of written) {
      expect(teamId).toBe(support?.id);
      expect(support?.memberIds).toContain(ownerId);
    }
    expect(data.some(({ teamId }) => teamId === null)).toBe(true);
  });

  test('says in demo.json how to drive it, to its owner only', async () => {
    const file = join(folder, 'demo.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(facts);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['demo.json']);
    expect(facts).toMatchObject({
      url: 'http://127.0.0.1:8787',
      playgroundUrl: 'http://127.0.0.1:8787/playground/',
    });
  });

  test('has forty customers in three languages, with renewals near and far', async () => {
    const all = await inData((db) =>
      accounts.list(db, workspaceId, {}, { by: 'name', direction: 'asc' }, { limit: 100 }),
    );
    expect(all.data).toHaveLength(40);
    const people = await inData((db) => contacts.count(db, workspaceId));
    expect(people).toBeGreaterThan(570);
    expect(people).toBeLessThan(630);
    expect(
      all.data.every(({ owner, lastSeenAt }) => owner !== null && lastSeenAt !== null && lastSeenAt <= NOW),
    ).toBe(true);
    const soon = all.data.filter(
      ({ renewalDate }) =>
        renewalDate !== null && renewalDate > NOW.slice(0, 10) && renewalDate < '2026-06-02',
    );
    expect(soon.length).toBeGreaterThanOrEqual(5);
    expect(new Set(all.data.map(({ recurringRevenue }) => recurringRevenue?.currency))).toEqual(
      new Set(['JPY', 'KRW', 'USD']),
    );
  });

  test('has counters that equal a recount', async () => {
    const found = await inData((db) => compare(db, workspaceId));
    expect(found.wrong).toEqual([]);
    expect(isClean(found)).toBe(true);
    expect(found.rows).toBeGreaterThan(1_000);
    expect((await inData((db) => counted(db, workspaceId))).seen).toEqual(
      await inData((db) => lastSeen(db, workspaceId)),
    );
  });

  test('has a believable score that the report and the rows agree on', async () => {
    const key = { headers: { authorization: `Bearer ${facts.secretKey}` } };
    const surveys = (await (await service.request('/v1/surveys', key)).json()) as {
      data: { id: string; name: string; version: number }[];
    };
    const survey = surveys.data.find(({ name }) => name === 'Relationship NPS');
    expect(survey?.version).toBe(2);
    const asked = `/v1/reports/nps?surveyId=${survey?.id}&from=2025-06-01T00:00:00Z&to=2026-03-04T14:00:00Z`;
    const report = (await (await service.request(asked, key)).json()) as {
      current: { score: number; n: number };
      histogram: number[];
      segments: { by: string }[];
    };
    expect(report.segments.filter(({ by }) => by === 'locale')).toHaveLength(3);
    expect(report.current.score).toBeGreaterThan(20);
    expect(report.current.score).toBeLessThan(42);

    const all = (await allResponses()).filter(({ surveyId }) => surveyId === survey?.id);
    expect(all.length).toBeGreaterThanOrEqual(400);
    const latest = new Map(all.toReversed().map(({ contact, score }) => [contact.id, score]));
    const histogram = Array.from(
      { length: 11 },
      (_, score) => [...latest.values()].filter((one) => one === score).length,
    );
    expect(report.histogram).toEqual(histogram);
  });

  test('has answers of every kind that the team can read in words', async () => {
    const key = { headers: { authorization: `Bearer ${facts.secretKey}` } };
    const surveys = (await (await service.request('/v1/surveys', key)).json()) as {
      data: { id: string; slug: string; scales: string[] }[];
    };
    for (const [slug, scales] of [
      ['search-csat', ['csat']],
      ['invite-ces', ['ces']],
    ] as const) {
      const survey = surveys.data.find((one) => one.slug === slug);
      expect(survey?.scales).toEqual(scales);
      const { data } = (await (
        await service.request(`/v1/responses?surveyId=${survey?.id}&limit=200`, key)
      ).json()) as {
        data: { answers: { type: string; value: unknown; chosen: { text: string }[] | null }[] }[];
      };
      expect(data.length, slug).toBeGreaterThan(20);
      const marks = new Set(data.map(({ answers }) => answers[0]?.value));
      expect(marks.size).toBeGreaterThan(3);
      const chosen = data.flatMap(({ answers }) => answers.flatMap((one) => one.chosen ?? []));
      expect(chosen.every(({ text }) => text.length > 1)).toBe(true);
    }
  });

  test('has what a team does to contents and contracts: reviews, remarks, a waiting version, waves, tickets, renewals', async () => {
    const key = { headers: { authorization: `Bearer ${facts.secretKey}` } };
    type Listed = { id: string; slug: string; openComments: number; next: unknown; review: unknown };
    const listed = async (path: string) =>
      ((await (await service.request(path, key)).json()) as { data: Listed[] }).data;
    const bySlug = async (path: string, slug: string) => {
      const found = (await listed(path)).find((one) => one.slug === slug);
      if (!found) throw new Error(`There is no ${slug}`);
      return found;
    };
    expect(await bySlug('/v1/surveys', 'after-onboarding')).toMatchObject({
      openComments: 2,
      review: { state: 'requested' },
    });
    expect(await bySlug('/v1/announcements', 'autumn-session')).toMatchObject({
      review: { state: 'approved' },
    });
    expect(await bySlug('/v1/resources', 'reference-programme')).toMatchObject({ next: { version: 2 } });
    const segments = (await (await service.request('/v1/segments', key)).json()) as {
      data: { slug: string; contents: { name: string; isLive: boolean }[] }[];
    };
    expect(segments.data.find(({ slug }) => slug === 'advocates')?.contents).toMatchObject([
      { name: 'Reference programme', isLive: true },
    ]);

    const all = await allResponses();
    const csat = await bySlug('/v1/surveys', 'ticket-csat');
    const tickets = all
      .filter(({ surveyId }) => surveyId === csat.id)
      .map(({ transactionId }) => transactionId);
    expect(tickets.length).toBeGreaterThan(5);
    expect(tickets.every((ticket) => ticket?.startsWith('KN-'))).toBe(true);
    const quarterly = await bySlug('/v1/surveys', 'quarterly-enterprise-nps');
    expect(all.filter(({ surveyId }) => surveyId === quarterly.id).length).toBeGreaterThan(5);

    const renewals = (await (await service.request('/v1/renewals?limit=200', key)).json()) as {
      data: { outcome: string; account: { id: string } }[];
    };
    expect(renewals.data.filter(({ outcome }) => outcome === 'renewed').length).toBeGreaterThan(7);
    const left = renewals.data.filter(({ outcome }) => outcome === 'churned');
    expect(left).toHaveLength(2);
    for (const { account } of left)
      expect(await inData((db) => accounts.find(db, workspaceId, account.id))).toMatchObject({
        lifecycle: 'churned',
        renewalDate: null,
      });
  });

  test('has comments of its own for many, some partial answers, and unhappy people whom nobody has read', async () => {
    const all = await allResponses();
    const said = all.flatMap(({ comment }) => comment ?? []);
    expect(new Set(said).size).toBe(said.length);
    expect(said.length).toBeGreaterThanOrEqual(60);
    expect(
      said.some((text) => /\p{sc=Hiragana}/u.test(text)) && said.some((text) => /\p{sc=Hangul}/u.test(text)),
    ).toBe(true);
    expect(all.filter(({ completedAt }) => completedAt === null).length).toBeGreaterThan(3);
    const unread = all.filter(({ readAt }) => readAt === null);
    expect(unread.filter(({ score }) => (score ?? 10) <= 6)).toHaveLength(3);
    expect(unread.length).toBeLessThan(15);
    expect(unread.every(({ answeredAt }) => answeredAt > '2026-02-28')).toBe(true);
  });

  test('has threads in three languages: some wait for the team, some for the customer', async () => {
    const { data } = await inData((db) => threads.list(db, workspaceId, {}, { limit: 50 }));
    expect(data.length).toBeGreaterThanOrEqual(5);
    expect(data.filter(({ unread }) => unread > 0).length).toBeGreaterThanOrEqual(2);
    expect(new Set(data.map(({ contact }) => contact.locale))).toEqual(new Set(['en', 'ja', 'ko']));
    const { data: all } = await inData((db) => messages.list(db, workspaceId, {}, { limit: 100 }));
    expect(all.some(({ author, readAt }) => author === 'team' && readAt === null)).toBe(true);
    expect(all.some(({ about }) => about !== null)).toBe(true);
    expect(all.every(({ receivedAt }) => receivedAt <= NOW)).toBe(true);
  });

  test('gives the team a day of every kind of work, and not too much of it', async () => {
    const key = { headers: { authorization: `Bearer ${facts.secretKey}` } };
    const { items } = (await (await service.request('/v1/my-day', key)).json()) as {
      items: { kind: string }[];
    };
    const kinds = new Set(items.map(({ kind }) => kind));
    expect(kinds).toEqual(
      new Set([
        'case',
        'detractor',
        'erasure_request',
        'stalled_onboarding',
        'renewal_window',
        'unread_comment',
        'quiet_account',
      ]),
    );
    expect(items.length).toBeLessThan(30);
  });

  test.each(PERSONAS)(
    'asks $name for a score, and leaves them a step to tick',
    async ({ externalId, account, locale }) => {
      const token = await new SignJWT({ account })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(externalId)
        .setAudience(workspaceId)
        .sign(new TextEncoder().encode(facts.identitySecret));
      const response = await service.request(`/v1/w/${facts.publishableKey}/session`, undefined, {
        method: 'POST',
        json: {
          user: { id: externalId, token },
          account: { id: account },
          anonymousId: 'anon_0195d000-0000-4000-8000-000000000001',
          page: { url: facts.playgroundUrl, device: 'desktop' },
          locale,
        },
        headers: { origin: 'https://app.kumo-notes.example', 'sec-fetch-site': 'cross-site' },
      });
      expect(response.status).toBe(200);
      const offer = (await response.json()) as {
        show: { contentId: string; kind: string; surface: string; unread?: true }[];
        progress: Record<string, { done: number; total: number; steps: { key: string; state: string }[] }>;
      };
      expect(offer.show.filter(({ surface }) => surface !== 'panel')).toMatchObject([
        { kind: 'survey', surface: 'popover' },
      ]);
      expect(offer.show.filter(({ kind }) => kind === 'announcement')).toMatchObject([
        { surface: 'panel', unread: true },
      ]);
      const shared = Object.values(offer.progress).find(({ steps }) =>
        steps.some(({ key }) => key === 'agree-where'),
      );
      expect(shared?.steps.find(({ key }) => key === 'agree-where')).toMatchObject({ state: 'open' });
      expect(shared?.done).toBeGreaterThanOrEqual(2);
      expect(shared?.done).toBeLessThan(shared?.total ?? 0);
    },
  );

  test('is left as it is by a further start, but for its addresses', async () => {
    const before = await inData((db) => counted(db, workspaceId));
    const again = await seedDemo(
      depsOn(database, { now: '2026-03-20T09:00:00.000Z', port: 4321, dataDir: folder }),
    );
    expect(again).toEqual({
      ...facts,
      url: 'http://127.0.0.1:4321',
      consoleUrl: 'http://127.0.0.1:4321/console/',
      playgroundUrl: 'http://127.0.0.1:4321/playground/',
    });
    expect(JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8'))).toEqual(again);
    expect(await inData((db) => counted(db, workspaceId))).toEqual(before);
  });

  test('makes a lost demo.json anew, with a secret key that works', async () => {
    const again = await seedDemo(depsOn(database));
    expect(again).toMatchObject({
      workspaceId,
      publishableKey: facts.publishableKey,
      identitySecret: facts.identitySecret,
    });
    expect(await database.findKeyByHash(credentialHash(again?.secretKey ?? ''))).toMatchObject({
      workspaceId,
      kind: 'secret',
    });
  });

  async function allResponses() {
    return (await inData((db) => inbox.list(db, workspaceId, {}, { limit: 2_000 }))).data;
  }
});

test('the playground lets people be the personas of the demo', async () => {
  const customers = await readFile(new URL('../../../playground/src/customers.ts', import.meta.url), 'utf8');
  for (const { externalId, account, name, email, locale } of PERSONAS) {
    const from = customers.indexOf(`'${externalId}'`);
    const one = customers.slice(from, customers.indexOf('\n  },', from));
    for (const said of [name, email, `language: '${locale}'`, `id: '${account}'`])
      expect(one).toContain(said);
  }
});

describe.each(DIALECTS)('seeding on %s', (dialect) => {
  test('never touches real data', async () => {
    await withDatabase(dialect, async (database) => {
      const deps = depsOn(database);
      const { workspaceId } = await found(deps, {
        organisation: 'Kitanaga',
        workspace: { name: 'Production', defaultLocale: 'en', locales: ['en'], timeZone: 'UTC' },
        owner: { name: 'Aki', email: 'aki@kitanaga.example', passwordHash: 'none' },
        demo: false,
      });
      expect(await seedDemo(deps)).toBeUndefined();
      expect(await organisations.listIds(database.control)).toHaveLength(1);
      expect(await workspaces.listIds(database.control)).toEqual([workspaceId]);
      expect(await readdir(dataDir)).toEqual([]);
    });
  });
});

test.runIf(DIALECTS.includes('postgres'))('both databases tell the same, ids and figures included', () => {
  expect(toldOn.get('postgres')).toEqual(toldOn.get('sqlite'));
});

test.each([
  { now: '2024-02-29T00:00:30.000Z', because: 'a leap day, at its very beginning' },
  { now: '2027-01-03T23:59:30.000Z', because: 'a Sunday, at its very end' },
])(
  'the history is possible on $now: $because',
  async ({ now }) => {
    await withDatabase('sqlite', async (database) => {
      const facts = await seedDemo(depsOn(database, { now }));
      const workspaceId = facts?.workspaceId ?? '';
      const newest = await database.forWorkspace(workspaceId).read((db) =>
        db
          .selectFrom('event')
          .select(({ fn }) => fn.max('received_at').as('at'))
          .where('workspace_id', '=', workspaceId)
          .executeTakeFirst(),
      );
      expect(newest?.at !== null && (newest?.at ?? '') <= now).toBe(true);

      // a colleague asked today would use up the budget of a persona's company
      const asked = await database.forWorkspace(workspaceId).read((db) =>
        db
          .selectFrom('exposure')
          .innerJoin('account', (join) =>
            join
              .onRef('account.workspace_id', '=', 'exposure.workspace_id')
              .onRef('account.id', '=', 'exposure.account_id'),
          )
          .select('account.external_id')
          .where('exposure.workspace_id', '=', workspaceId)
          .where('account.workspace_id', '=', workspaceId)
          .where('exposure.granted_at', '>=', dayOf(now))
          .execute(),
      );
      const theirs = new Set(PERSONAS.map(({ account }) => account));
      expect(asked.filter(({ external_id }) => theirs.has(external_id ?? ''))).toEqual([]);
    });
  },
  PATIENCE_MS,
);
