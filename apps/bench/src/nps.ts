import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase, scores } from '@banso/database';
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
    ${['day', 'hour']
      .map(
        (span) => `
      insert into score_total
      select workspace_id, content_id, '${span}', substr(score_at, 1, 10) as day, ${span === 'day' ? '0' : 'cast(substr(score_at, 12, 2) as integer)'} as hour, verified,
        ${[...SCORES, ...SCORES].map((score) => `sum(score = ${score})`).join(', ')}
      from response group by 1, 2, 3, 4, 5, 6;`,
      )
      .join('')}
  `);
  db.close();
}

async function weekly(answers: number): Promise<{ rollUp: number[]; scan: number }> {
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
    await database.close();
    return { rollUp, scan: scanned };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** NPS by week of one survey of 20, at one and at ten million answers, beside a scan of the answers. */
export async function benchNps(): Promise<Row[]> {
  const million = await weekly(1_000_000);
  const tenMillion = await weekly(10_000_000);
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
  ];
}
