import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, migrate, openDatabase, scores } from '@banso/database';
import { addMs, DAY_MS, trendPoints } from '@banso/domain/time';
import { fill, type Place, type Words } from './fill.ts';
import { mostlyWithin, type Row, spreadOf } from './report.ts';
import { onBothDatabases } from './servers.ts';

/** `BENCH_ANSWERS`: fewer, to see that it runs. */
const ANSWERS = Number(process.env['BENCH_ANSWERS'] ?? 10_000_000);
const FEWER = ANSWERS / 10;
const ROUNDS = 21;
const LIMIT_MS = 100;
const SURVEYS = 20;
const WEEKS = 52;
const WORKSPACE = 'ws_bench';
const SURVEY = 'srv_0';
/** Not at midnight, so that every week begins and ends within a day. */
const END = '2026-11-01T13:00:00.000Z';
/** Days over which the answers are spread. */
const DAYS = 730;

const SCORES = Array.from({ length: 11 }, (_, score) => score);

/** Of an answer to that survey: 0, 1, 2 … */
const NUMBER = `(cast(substr(id, 5) as integer) / ${SURVEYS})`;

/** Who answered what: plans, owners and accounts of one survey alone, since each survey's rows stand together. */
const DIMENSIONS = [
  { dimension: '', value: "''", only: '1 = 1' },
  { dimension: 'locale', value: 'locale', only: `content_id = '${SURVEY}'` },
  { dimension: 'plan', value: `'plan_' || (${NUMBER} % 4)`, only: `content_id = '${SURVEY}'` },
  { dimension: 'owner', value: `'mem_' || (${NUMBER} % 40)`, only: `content_id = '${SURVEY}'` },
  { dimension: 'lifecycle', value: `'stage_' || (${NUMBER} % 5)`, only: `content_id = '${SURVEY}'` },
  { dimension: 'account', value: `'acc_' || (${NUMBER} % 2000)`, only: `content_id = '${SURVEY}'` },
];

/** Answers, and the roll-ups with what their recount gives; nothing else is there then. */
const answersAndCounts = ({ numbers, before }: Words, answers: number): readonly string[] => [
  ...['response', 'score_hour', 'score_segment'].map((table) => `delete from ${table}`),
  `insert into response (workspace_id, id, content_id, version, contact_id, locale, verified, score, score_question, score_at, answered_at)
  select '${WORKSPACE}', 'rsp_' || i, 'srv_' || (i % ${SURVEYS}), 1 + (i % 2), 'con_' || i, case i % 3 when 0 then 'ja' when 1 then 'ko' else 'en' end, 1,
    (i * 7919) % 11, 'score', ${before(END, `60 + (i * 104729) % (${DAYS} * 86400)`)}, ''
  from ${numbers(answers)} as n`,
  `insert into score_hour (workspace_id, content_id, hour, version, locale, verified, score, count, latest)
  select workspace_id, content_id, substr(score_at, 1, 13) || ':00:00.000Z', version, locale, verified, score, count(*), count(*)
  from response group by 1, 2, 3, 4, 5, 6, 7`,
  ...DIMENSIONS.flatMap(({ dimension, value, only }) =>
    ['day', 'hour'].map(
      (span) => `insert into score_segment
      select workspace_id, content_id, '', '${dimension}', '${span}', substr(score_at, 1, 10) as day,
        ${span === 'day' ? '0' : 'cast(substr(score_at, 12, 2) as integer)'} as hour, ${value}, verified,
        ${[...SCORES, ...SCORES].map((score) => `count(case when score = ${score} then 1 end)`).join(', ')}
      from response where ${only} group by 1, 2, 3, 4, 5, 6, 7, 8, 9`,
    ),
  ),
];

/** Times of reading, in milliseconds. */
interface Read {
  rollUp: number[];
  /** As many statements that find nothing: what the way to the database takes. */
  way: number[];
  scan: number[];
  page: number[];
  plan: number[];
  accounts: number[];
}

/** What the NPS page reads: two periods, a trend of 39 weeks of 90 days, four comparisons; or the trend of one plan. */
const PAGE = [...trendPoints(END, 39, 7, 90), ...trendPoints(END, 1, 90, 90)];
const COMPARED = ['plan', 'owner', 'lifecycle', 'locale'] as const;
const VERIFIED = { verified: true };

async function readsOf(place: Place, answers: number): Promise<Read> {
  await fill(place, (words) => answersAndCounts(words, answers));
  const database = await openDatabase(place);
  try {
    const timesOf = async (read: (db: Db) => Promise<unknown>, rounds = ROUNDS): Promise<number[]> => {
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const start = performance.now();
        await database.forWorkspace(WORKSPACE).read(read);
        times.push(performance.now() - start);
      }
      return times;
    };
    const scan = await timesOf(
      (db) =>
        db
          .selectFrom('response')
          .select((row) => ['score', row.fn.countAll().as('count')])
          .where('workspace_id', '=', WORKSPACE)
          .where('content_id', '=', SURVEY)
          .where('score_at', '>=', addMs(END, -365 * DAY_MS))
          .groupBy('score')
          .execute(),
      1,
    );
    const points = trendPoints(END, WEEKS, 7, 7);
    const rollUp = await timesOf((db) => scores.histogramsIn(db, WORKSPACE, SURVEY, points, VERIFIED));
    const way = await timesOf(async (db) => {
      for (let statement = 0; statement < 2; statement++)
        await db
          .selectFrom('score_hour')
          .select('hour')
          .where('workspace_id', '=', WORKSPACE)
          .where('content_id', '=', 'nothing')
          .execute();
    });
    const [last] = PAGE.slice(-1);
    if (!last) throw new RangeError('A page has at least one period');
    const page = await timesOf(async (db) => {
      await scores.histogramsIn(db, WORKSPACE, SURVEY, PAGE, VERIFIED);
      for (const by of COMPARED) await scores.histogramsBy(db, WORKSPACE, SURVEY, last, by, VERIFIED);
    });
    const segment = { by: 'plan', value: 'plan_1' } as const;
    const plan = await timesOf((db) =>
      scores.histogramsIn(db, WORKSPACE, SURVEY, PAGE, { ...VERIFIED, segment }),
    );
    const accounts = await timesOf((db) =>
      scores.histogramsBy(db, WORKSPACE, SURVEY, last, 'account', VERIFIED),
    );
    return { rollUp, way, scan, page, plan, accounts };
  } finally {
    await database.close();
  }
}

const comparison = (what: string, times: readonly number[]): Row => ({
  what,
  ...spreadOf(times),
  unit: 'ms',
  limit: 'for comparison',
  within: true,
});

async function npsOn(name: string, url: string | undefined): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'banso-bench-nps-'));
  const place = { url, file: join(folder, 'banso.db') };
  try {
    const empty = await openDatabase(place);
    await migrate(empty);
    await empty.close();
    const small = await readsOf(place, FEWER);
    const large = await readsOf(place, ANSWERS);
    const spread = spreadOf(large.rollUp);
    const growth = spread.median / spreadOf(small.rollUp).median;
    const inDatabase = spread.median - spreadOf(large.way).median;
    return [
      comparison(`NPS by week, ${ANSWERS} answers, ${name}`, large.rollUp),
      comparison(`as many statements that find nothing, ${name}`, large.way),
      {
        what: `NPS by week without the way to the database, ${ANSWERS} answers, ${name}`,
        median: inDatabase,
        min: inDatabase,
        max: inDatabase,
        unit: 'ms',
        limit: '≤ 3 ms',
        within: inDatabase <= 3,
      },
      {
        what: `the same against ${FEWER}, ${name}`,
        median: growth,
        min: growth,
        max: growth,
        unit: '×',
        limit: '≤ 1.2 ×',
        within: growth <= 1.2,
      },
      comparison(`one year by a scan of the answers, ${name}`, large.scan),
      mostlyWithin(
        `the NPS page: periods, trend and four comparisons, ${ANSWERS} answers, ${name}`,
        large.page,
        LIMIT_MS,
      ),
      mostlyWithin(`the trend of one plan, ${ANSWERS} answers, ${name}`, large.plan, LIMIT_MS),
      // read apart from the page: this one grows with the accounts that answered
      comparison(`90 days by account, 2,000 of them, ${ANSWERS} answers, ${name}`, large.accounts),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** NPS by week of one survey of 20, at ten million answers and at a tenth of them, beside a scan of the answers. */
export const benchNps = (): Promise<Row[]> => onBothDatabases(npsOn);
