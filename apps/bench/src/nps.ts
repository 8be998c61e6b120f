import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, migrate, openDatabase, scores } from '@banso/database';
import Database from 'better-sqlite3';
import { trendPoints } from '@banso/domain/time';
import { type Row, spreadOf } from './report.ts';

const ROUNDS = 21;
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

/** Fills a database with answers, and the roll-ups with what their recount gives. */
function fill(file: string, answers: number): void {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = OFF');
  db.exec(`
    insert into response (workspace_id, id, content_id, version, contact_id, locale, verified, score, score_question, score_at, answered_at)
    with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${answers})
    select '${WORKSPACE}', 'rsp_' || i, 'srv_' || (i % ${SURVEYS}), 1 + (i % 2), 'con_' || i, case i % 3 when 0 then 'ja' when 1 then 'ko' else 'en' end, 1,
      (i * 7919) % 11, 'score', strftime('%Y-%m-%dT%H:%M:00.000Z', unixepoch('${END}') - 60 - (i * 104729) % (${DAYS} * 86400), 'unixepoch'), ''
    from n;
    insert into score_hour (workspace_id, content_id, hour, version, locale, verified, score, count, latest)
    select workspace_id, content_id, substr(score_at, 1, 13) || ':00:00.000Z', version, locale, verified, score, count(*), count(*)
    from response group by 1, 2, 3, 4, 5, 6, 7;
    ${DIMENSIONS.flatMap(({ dimension, value, only }) =>
      ['day', 'hour'].map(
        (span) => `
      insert into score_segment
      select workspace_id, content_id, '', '${dimension}', '${span}', substr(score_at, 1, 10) as day,
        ${span === 'day' ? '0' : 'cast(substr(score_at, 12, 2) as integer)'} as hour, ${value}, verified,
        ${[...SCORES, ...SCORES].map((score) => `sum(score = ${score})`).join(', ')}
      from response where ${only} group by 1, 2, 3, 4, 5, 6, 7, 8, 9;`,
      ),
    ).join('')}
  `);
  db.close();
}

/** Times of reading, in milliseconds. */
interface Read {
  rollUp: number[];
  scan: number;
  page: number[];
  plan: number[];
  accounts: number[];
}

/** What the NPS page reads: two periods, a trend of 39 weeks of 90 days, four comparisons; or the trend of one plan. */
const PAGE = [...trendPoints(END, 39, 7, 90), ...trendPoints(END, 1, 90, 90)];
const COMPARED = ['plan', 'owner', 'lifecycle', 'locale'] as const;
const VERIFIED = { verified: true };

async function readsOf(answers: number): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'banso-bench-nps-'));
  const file = join(folder, 'banso.db');
  try {
    const empty = await openDatabase({ url: undefined, file });
    await migrate(empty);
    await empty.close();
    fill(file, answers);

    const scan = new Database(file, { readonly: true });
    const begin = performance.now();
    scan
      .prepare(
        `select score, count(*) from response where workspace_id = ? and content_id = ? and score_at >= ? group by score`,
      )
      .all(WORKSPACE, SURVEY, '2025-11-01');
    const scanned = performance.now() - begin;
    scan.close();

    const database = await openDatabase({ url: undefined, file });
    const points = trendPoints(END, WEEKS, 7, 7);
    const rollUp: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      await database
        .forWorkspace(WORKSPACE)
        .read((db) => scores.histogramsIn(db, WORKSPACE, SURVEY, points, { verified: true }));
      rollUp.push(performance.now() - start);
    }
    const timesOf = async (read: (db: Db) => Promise<unknown>): Promise<number[]> => {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now();
        await database.forWorkspace(WORKSPACE).read(read);
        times.push(performance.now() - start);
      }
      return times;
    };
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
    await database.close();
    return { rollUp, scan: scanned, page, plan, accounts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A time that 95 of 100 reads keep. */
function withinOf(what: string, times: readonly number[]): Row {
  const slowest = times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? Infinity;
  return { what, ...spreadOf(times), unit: 'ms', limit: '≤ 100 ms, 95 of 100', within: slowest <= 100 };
}

/** NPS by week of one survey of 20, at one and at ten million answers, beside a scan of the answers. */
export async function benchNps(): Promise<Row[]> {
  const million = await readsOf(1_000_000);
  const tenMillion = await readsOf(10_000_000);
  const spread = spreadOf(tenMillion.rollUp);
  const growth = spread.median / spreadOf(million.rollUp).median;
  return [
    {
      what: 'NPS by week, 10 million answers',
      ...spread,
      unit: 'ms',
      limit: '≤ 3 ms',
      within: spread.median <= 3,
    },
    {
      what: 'the same against 1 million',
      median: growth,
      min: growth,
      max: growth,
      unit: '×',
      limit: '≤ 1.2 ×',
      within: growth <= 1.2,
    },
    {
      what: 'one year by a scan of the answers',
      median: tenMillion.scan,
      min: tenMillion.scan,
      max: tenMillion.scan,
      unit: 'ms',
      limit: 'for comparison',
      within: true,
    },
    withinOf('the NPS page: periods, trend and four comparisons, 10 million answers', tenMillion.page),
    withinOf('the trend of one plan, 10 million answers', tenMillion.plan),
    // read apart from the page: this one grows with the accounts that answered
    {
      what: '90 days by account, 2,000 of them, 10 million answers',
      ...spreadOf(tenMillion.accounts),
      unit: 'ms',
      limit: 'for comparison',
      within: true,
    },
  ];
}
