import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResponseFilter, ResponseSort } from '@banso/database';
import { inbox, migrate, openDatabase } from '@banso/database';
import { aContact, aContent, aMember, anAccount, aWorkspace } from '@banso/database/testing';
import Database from 'better-sqlite3';
import { type Row, spreadOf } from './report.ts';

/** `BENCH_ANSWERS`: fewer, to see that it runs. */
const ANSWERS = Number(process.env['BENCH_ANSWERS'] ?? 10_000_000);
const ROUNDS = 21;
const LIMIT_MS = 50;
const PEOPLE = 2_000;
const ACCOUNTS = 400;
const SURVEYS = 20;
const END = '2026-11-01T13:00:00.000Z';
const DAYS = 730;

interface Ids {
  workspaceId: string;
  people: readonly string[];
  accounts: readonly string[];
  surveys: readonly string[];
  owner: string;
}

/** Answers over two years: nine of ten read, one of five with a comment, one of a thousand through another way. */
function fill(file: string, { workspaceId, people, accounts, surveys, owner }: Ids): void {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = OFF');
  const listed = (name: string, ids: readonly string[]) => {
    db.exec(`create temp table ${name} (n integer primary key, id text not null)`);
    const insert = db.prepare(`insert into ${name} values (?, ?)`);
    for (const [n, id] of ids.entries()) insert.run(n, id);
  };
  db.transaction(() => {
    listed('people', people);
    listed('accounts', accounts);
    listed('surveys', surveys);
  })();
  // a few accounts of the book are in one member's hands
  db.prepare(
    `update account set owner_id = ? where workspace_id = ? and id in (select id from accounts where n < 20)`,
  ).run(owner, workspaceId);
  db.exec(`
    insert into response (workspace_id, id, content_id, version, contact_id, account_id, locale, verified, score, score_question, score_at,
      answered_at, read_at, comment, source)
    with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${ANSWERS})
    select '${workspaceId}', 'rsp_' || printf('%012d', i), surveys.id, 1 + (i % 2), people.id, accounts.id,
      case i % 3 when 0 then 'ja' when 1 then 'ko' else 'en' end, 1, (i * 7919) % 11, 'score', at, at,
      case when i % 10 then at end, case when i % 5 = 0 then 'The export stops.' end, case when i % 1000 then 'widget' else 'link' end
    from (select i, strftime('%Y-%m-%dT%H:%M:%S.000Z', unixepoch('${END}') - (i * 104729) % (${DAYS} * 86400), 'unixepoch') as at from n)
    join people on people.n = i % ${people.length}
    join accounts on accounts.n = i % ${accounts.length}
    join surveys on surveys.n = i % ${surveys.length};
    analyze;
  `);
  db.close();
}

/** The newest, or sorted, first page with any filter of the inbox, at ten million answers. */
export async function benchInbox(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'banso-bench-inbox-'));
  const file = join(folder, 'banso.db');
  try {
    const empty = await openDatabase({ url: undefined, file });
    await migrate(empty);
    const { workspaceId, organisationId } = await aWorkspace(empty);
    const make = async (count: number, one: () => Promise<string>) => {
      const ids: string[] = [];
      for (let n = 0; n < count; n++) ids.push(await one());
      return ids;
    };
    const ids: Ids = {
      workspaceId,
      people: await make(PEOPLE, () => aContact(empty, workspaceId)),
      accounts: await make(ACCOUNTS, () => anAccount(empty, workspaceId)),
      surveys: await make(SURVEYS, () => aContent(empty, workspaceId)),
      owner: await aMember(empty, organisationId),
    };
    await empty.close();
    fill(file, ids);

    const [survey = '', contact = '', account = ''] = [ids.surveys[0], ids.people[7], ids.accounts[50]];
    const month = '2026-10-01T00:00:00.000Z';
    const asked: readonly [string, ResponseFilter, ResponseSort?][] = [
      ['everything', {}],
      ['unread', { read: false }],
      ['detractors', { scores: [0, 6] }],
      ['the lowest first', {}, 'lowest'],
      ['one score of one survey', { surveyId: survey, scores: [3, 3] }],
      ['unread of one survey with a comment', { surveyId: survey, read: false, hasComment: true }],
      ['one language, the lowest first', { locale: 'ja' }, 'lowest'],
      ['one person', { contactId: contact }],
      ['one account', { accountId: account }],
      ['one owner', { ownerId: ids.owner }],
      ['one owner, detractors, unread', { ownerId: ids.owner, scores: [0, 6], read: false }],
      ['by link, one in a thousand', { source: 'link' }],
      ['by link, with a comment, in a month', { source: 'link', hasComment: true, from: month }],
      ['what nobody has', { locale: 'fr' }],
    ];
    const database = await openDatabase({ url: undefined, file });
    const rows: Row[] = [];
    for (const [what, filter, sort] of asked) {
      const times: number[] = [];
      let found = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now();
        const page = await database
          .forWorkspace(workspaceId)
          .read((db) => inbox.list(db, workspaceId, filter, { sort, limit: 50 }));
        times.push(performance.now() - start);
        found = page.data.length;
      }
      const spread = spreadOf(times);
      rows.push({
        what: `inbox, first page of ${ANSWERS} answers (${found} rows), ${what}, SQLite`,
        ...spread,
        unit: 'ms',
        limit: `≤ ${LIMIT_MS} ms`,
        within: spread.median <= LIMIT_MS,
      });
    }
    await database.close();
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
