import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database, PersonRecord } from '@banso/database';
import { audiences, events, migrate, openDatabase, people } from '@banso/database';
import { anAccount, aWorkspace } from '@banso/database/testing';
import type { Condition } from '@banso/domain/targeting';
import { startPostgres } from '@banso/testkit/postgres';
import { type Row, spreadOf } from './report.ts';

/** `BENCH_PEOPLE`: fewer, to see that it runs. */
const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 1_000_000);
const TOGETHER = 10_000;
const ROUNDS = 3;
const NOW = '2026-03-11T09:30:00.000Z';
const MOMENT = { now: NOW, sharedChecklists: new Set<string>(), segments: new Map<string, Condition>() };

const EVERYBODY: Condition = { type: 'all', of: [] };
const ADMINS: Condition = {
  type: 'all',
  of: [
    { type: 'trait', subject: 'contact', key: 'role', op: 'is', value: 'admin' },
    { type: 'trait', subject: 'contact', key: 'seats', op: 'greater', value: 50 },
  ],
};
const EXPORTED: Condition = {
  type: 'event',
  subject: 'contact',
  name: 'exported',
  op: 'at_least',
  count: 2,
  withinDays: 30,
};
const SEGMENTS = [
  { what: 'two traits', condition: ADMINS },
  { what: 'an event in 30 days, of 100,000 people who did it', condition: EXPORTED },
  {
    what: 'either, in Japanese, and not tried before',
    condition: {
      type: 'all',
      of: [
        { type: 'any', of: [ADMINS, EXPORTED] },
        { type: 'locale', in: ['ja'] },
        { type: 'not', of: { type: 'content', contentId: 'res_guide', phase: 'opened', happened: true } },
      ],
    },
  },
] as const satisfies readonly { what: string; condition: Condition }[];

function personOf(n: number, accountId: string): PersonRecord {
  return {
    id: `con_${String(n).padStart(12, '0')}`,
    identity: 'verified',
    externalId: `user-${n}`,
    name: null,
    email: null,
    locale: n % 3 === 0 ? 'ja' : 'en',
    timeZone: null,
    accountId,
    traits: { role: n % 5 === 0 ? 'admin' : 'member', seats: n % 100 },
    lastScore: null,
    lastScoreAt: null,
    firstSeenAt: NOW,
    lastSeenAt: NOW,
    visits: 1,
    visitInterruptions: 0,
    lastInterruptedAt: null,
    reservedFor: null,
    reservedUntil: null,
    asking: 'usual',
    askingSetAt: null,
    chosenLocale: null,
    localeSetAt: null,
    createdAt: NOW,
    updatedAt: NOW,
    revision: 1,
    erasedAt: null,
    isTest: false,
    vouchedEmail: null,
  };
}

async function fill(database: Database, workspaceId: string): Promise<void> {
  const accounts = await Promise.all(Array.from({ length: 50 }, () => anAccount(database, workspaceId)));
  for (let from = 0; from < PEOPLE; from += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, PEOPLE - from) }, (_, n) => from + n);
    const some = numbers.map((n) => personOf(n, accounts[n % accounts.length] ?? ''));
    await database.forWorkspace(workspaceId).write(async (db) => {
      await people.add(db, workspaceId, some);
      await events.addCounts(
        db,
        workspaceId,
        some
          .filter((_, n) => n % 10 === 0)
          .map(({ id }, n) => ({ subjectId: id, name: 'exported', day: '2026-03-02', count: 1 + (n % 4) })),
      );
    });
  }
}

async function reachOn(name: string, url: string | undefined): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'banso-bench-reach-'));
  const database = await openDatabase({ url, file: join(folder, 'banso.db') });
  try {
    await migrate(database);
    const { workspaceId } = await aWorkspace(database);
    await fill(database, workspaceId);
    const timeOf = async (condition: Condition): Promise<{ ms: number; matching: number }> => {
      const start = performance.now();
      const { matching } = await database
        .forWorkspace(workspaceId)
        .read((db) => audiences.reach(db, workspaceId, condition, MOMENT));
      return { ms: performance.now() - start, matching };
    };
    await timeOf(EVERYBODY);
    const rows: Row[] = [];
    const rounds: { everybody: number; segments: { ms: number; matching: number }[] }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { ms: everybody } = await timeOf(EVERYBODY);
      const segments = [];
      for (const { condition } of SEGMENTS) segments.push(await timeOf(condition));
      rounds.push({ everybody, segments });
    }
    rows.push({
      what: `counting ${PEOPLE} people with their accounts, ${name}`,
      ...spreadOf(rounds.map(({ everybody }) => everybody / 1_000)),
      unit: 's',
      limit: 'for comparison',
      within: true,
    });
    for (const [index, { what }] of SEGMENTS.entries()) {
      const times = rounds.map(({ segments }) => segments[index]?.ms ?? Number.NaN);
      const seconds = spreadOf(times.map((ms) => ms / 1_000)).median.toFixed(2);
      rows.push({
        what: `reach of ${what} (${rounds[0]?.segments[index]?.matching} people, ${seconds} s), ${name}`,
        ...spreadOf(times.map((ms, round) => ms / (rounds[round]?.everybody ?? Number.NaN))),
        unit: '× counting everybody',
        limit: 'none is set: it is answered by the database',
        within: true,
      });
    }
    return rows;
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many of a million people a segment reaches, by SQL on both databases, beside counting them all. */
export async function benchReach(): Promise<Row[]> {
  const rows = await reachOn('SQLite', undefined);
  const server = await startPostgres();
  if (!server) return rows;
  try {
    return [...rows, ...(await reachOn('PostgreSQL', server.url))];
  } finally {
    await server.stop();
  }
}
