import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database, ResponseFilter, ResponseSort } from '@banso/database';
import { inbox, migrate, openDatabase, search } from '@banso/database';
import { aContact, aContent, aMember, anAccount, aWorkspace } from '@banso/database/testing';
import { fill, settle, type Words } from './fill.ts';
import { mostlyWithin, type Row } from './report.ts';
import { onBothDatabases } from './servers.ts';

/** `BENCH_ANSWERS`: fewer, to see that it runs. */
const ANSWERS = Number(process.env['BENCH_ANSWERS'] ?? 10_000_000);
const ROUNDS = 21;
const LIMIT_MS = 50;
/** Of the newest answers with a comment; one search among millions of texts is measured by `search`. */
const SEARCHED = Math.min(ANSWERS / 10, 200_000);
const TOGETHER = 20_000;
const PEOPLE = 2_000;
const ACCOUNTS = 400;
const SURVEYS = 20;
const END = '2026-11-01T13:00:00.000Z';
const DAYS = 730;

/** Of so many answers one carries the tag. */
const TAGS = { tag_many: 20, tag_few: 50_000 };
const TOPIC = 'top_often';
const TEAM = 'tea_some';
/** Of an answer: 0, 1, 2 … */
const NUMBER = 'cast(substr(id, 5) as integer)';

interface Ids {
  workspaceId: string;
  people: readonly string[];
  accounts: readonly string[];
  surveys: readonly string[];
  owner: string;
}

/** Answers over two years: nine of ten read, one of five with a comment, one of a thousand through another way. */
const answers = (
  { numbers, before, padded }: Words,
  { workspaceId, people, accounts, surveys, owner }: Ids,
): readonly string[] => {
  const listed = (name: string, ids: readonly string[]) => [
    `create temp table ${name} (n integer primary key, id text not null)`,
    `insert into ${name} values ${ids.map((id, n) => `(${n}, '${id}')`).join(', ')}`,
  ];
  return [
    ...listed('people', people),
    ...listed('accounts', accounts),
    ...listed('surveys', surveys),
    // a few accounts of the book are in one member's hands
    `update account set owner_id = '${owner}' where workspace_id = '${workspaceId}' and id in (select id from accounts where n < 20)`,
    `insert into response (workspace_id, id, content_id, version, contact_id, account_id, locale, verified, score, score_question, score_at,
      answered_at, read_at, comment, source)
    select '${workspaceId}', 'rsp_' || ${padded('i')}, surveys.id, 1 + (i % 2), people.id, accounts.id,
      case i % 3 when 0 then 'ja' when 1 then 'ko' else 'en' end, 1, (i * 7919) % 11, 'score', at, at,
      case when i % 10 <> 0 then at end, case when i % 5 = 0 then 'The export stops.' end,
      case when i % 1000 <> 0 then 'widget' else 'link' end
    from (select i, ${before(END, `(i * 104729) % (${DAYS} * 86400)`)} as at from ${numbers(ANSWERS)} as n) as answer
    join people on people.n = i % ${people.length}
    join accounts on accounts.n = i % ${accounts.length}
    join surveys on surveys.n = i % ${surveys.length}`,
    ...Object.entries(TAGS).map(
      ([tag, every]) => `insert into response_tag (workspace_id, response_id, tag_id, answered_at, tagged_at)
    select workspace_id, id, '${tag}', answered_at, answered_at from response where ${NUMBER} % ${every} = 0`,
    ),
    `insert into topic_answer (workspace_id, topic_id, response_id, contact_id, answered_at, given_by, is_off)
    select workspace_id, '${TOPIC}', id, contact_id, answered_at, 'rule', 0 from response where ${NUMBER} % 30 = 0`,
    `insert into customer_case (workspace_id, id, contact_id, response_id, team_id, cause, priority, status, outcome, opened_at, closed_at, reopenings, heard_at, updated_at, revision)
    select workspace_id, 'cas_' || substr(id, 5), contact_id, id, case when ${NUMBER} % 1000 = 0 then '${TEAM}' end, 'nps', 'normal', 'closed', 'resolved',
      answered_at, answered_at, 0, answered_at, answered_at, 1
    from response where ${NUMBER} % 100 = 0`,
  ];
};

/** Takes the newest comments into the index of words. */
async function index(database: Database, workspaceId: string): Promise<void> {
  const scope = database.forWorkspace(workspaceId);
  const newest = await scope.read((db) =>
    db
      .selectFrom('response')
      .select(['id', 'answered_at', 'comment'])
      .where('workspace_id', '=', workspaceId)
      .where('comment', 'is not', null)
      .orderBy('answered_at', 'desc')
      .limit(SEARCHED)
      .execute(),
  );
  for (let from = 0; from < newest.length; from += TOGETHER) {
    const texts = newest.slice(from, from + TOGETHER).map(({ id, answered_at: at, comment }) => ({
      source: 'response' as const,
      id,
      at,
      texts: [comment ?? ''],
    }));
    await scope.write((db) => search.fill(db, workspaceId, texts));
  }
}

async function inboxOn(name: string, url: string | undefined): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'banso-bench-inbox-'));
  const file = join(folder, 'banso.db');
  try {
    const empty = await openDatabase({ url, file });
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
    await fill({ url, file }, (words) => answers(words, ids));

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
      ['a tag of many', { tagId: 'tag_many' }],
      ['a tag of many, the lowest first', { tagId: 'tag_many' }, 'lowest'],
      ['a tag of many, in a language that nobody has', { tagId: 'tag_many', locale: 'fr' }],
      ['a tag of few', { tagId: 'tag_few' }],
      ['a topic', { topicId: TOPIC }],
      ['a topic and a tag', { topicId: TOPIC, tagId: 'tag_many' }],
      ['a team, one in a thousand', { teamId: TEAM }],
      ['a type of question that nobody asks', { questionType: 'ces' }],
      ['a word', { words: 'export' }],
      ['a word, unread, of one survey', { words: 'export', surveyId: survey, read: false }],
      ['a word, one owner, detractors', { words: 'export', ownerId: ids.owner, scores: [0, 6] }],
      ['a word and a tag of few', { words: 'export', tagId: 'tag_few' }],
      ['a word, the lowest first', { words: 'export' }, 'lowest'],
      ['a word that only others say', { words: 'export', locale: 'fr' }],
    ];
    const database = await openDatabase({ url, file });
    await index(database, workspaceId);
    await settle({ url, file });
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
      const title = `inbox, first page of ${ANSWERS} answers (${found} rows), ${what}, ${name}`;
      rows.push(mostlyWithin(title, times, LIMIT_MS));
    }
    await database.close();
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The newest, or sorted, first page with any filter of the inbox, at ten million answers. */
export const benchInbox = (): Promise<Row[]> => onBothDatabases(inboxOn);
