import type { Instant } from '@banso/domain/time';
import { dayOf } from '@banso/domain/time';
import { isAbout } from '@banso/domain/topics';
import { bulkDelete, bulkSelect, bulkUpsert } from '../bulk.ts';
import type { Db, Tables } from '../tables.ts';
import type { PutTexts, WrittenText } from './search.ts';
import { textKey, wordsAt } from './search.ts';
import type { TopicRecord } from './topics.ts';

/** An answer as topics look at it. */
export interface AboutAnswer {
  responseId: string;
  contactId: string;
  accountId: string | null;
  locale: string;
  answeredAt: Instant;
  /** Of `indexWords`; empty: it is about nothing. */
  words: string;
}

type Row = Tables['topic_answer'];

const COLUMNS = [
  'workspace_id',
  'topic_id',
  'response_id',
  'contact_id',
  'account_id',
  'answered_at',
  'given_by',
  'is_off',
] as const;
const KEY = ['workspace_id', 'topic_id', 'response_id'] as const;
const selectOf = bulkSelect('topic_answer', COLUMNS, ['workspace_id', 'response_id']);
const selectResponses = bulkSelect(
  'response',
  ['id', 'contact_id', 'account_id', 'locale', 'answered_at'],
  ['workspace_id', 'id'],
);
const selectTexts = bulkSelect(
  'response_answer',
  ['response_id', 'text', 'walked'],
  ['workspace_id', 'response_id'],
);
const putRows = bulkUpsert('topic_answer', COLUMNS, KEY, { replace: ['given_by', 'is_off'] });
const deleteRows = bulkDelete('topic_answer', KEY);
const addDays = bulkUpsert(
  'topic_day',
  ['workspace_id', 'topic_id', 'day', 'count'],
  ['workspace_id', 'topic_id', 'day'],
  {
    add: ['count'],
  },
);

/** Under this id all answers with words are counted. */
export const ALL_ANSWERS = '';

/** Keeps count of answers with words: those that came with a `put` or a `fill` of the search, and those that left it. */
export async function countTexts(
  db: Db,
  workspaceId: string,
  written: readonly WrittenText[],
  { words, known }: PutTexts,
): Promise<void> {
  await addDays(
    db,
    written
      .filter(({ source }) => source === 'response')
      .map((text) => ({
        at: text.at,
        change: Number((words.get(textKey(text)) ?? '') !== '') - Number(known.has(textKey(text))),
      }))
      .filter(({ change }) => change !== 0)
      .map(({ at, change }) => dayRow(workspaceId, ALL_ANSWERS, at, change)),
  );
}

/**
 * Gives answers the topics whose rules hold for them and takes away those whose rules do not any more. What a person decided
 * stays; an answer without words is about nothing.
 * @param topics - Those that are looked at; rows of others stay as they are.
 */
export async function assign(
  db: Db,
  workspaceId: string,
  answers: readonly AboutAnswer[],
  topics: readonly TopicRecord[],
): Promise<void> {
  if (answers.length === 0) return;
  const looked = new Set(topics.map(({ id }) => id));
  const known = Map.groupBy(
    await selectOf(
      db,
      answers.map(({ responseId }) => ({ workspace_id: workspaceId, response_id: responseId })),
    ),
    ({ response_id }) => response_id,
  );
  const added: Row[] = [];
  const removed: Row[] = [];
  for (const answer of answers) {
    const rows = known.get(answer.responseId) ?? [];
    if (answer.words === '') {
      removed.push(...rows);
      continue;
    }
    const about = topics.filter(({ status, rules }) => status === 'active' && isAbout(rules, answer));
    const is = new Set(about.map(({ id }) => id));
    const has = new Set(rows.map(({ topic_id }) => topic_id));
    removed.push(
      ...rows.filter(
        ({ topic_id, given_by }) => looked.has(topic_id) && given_by === 'rule' && !is.has(topic_id),
      ),
    );
    added.push(...about.filter(({ id }) => !has.has(id)).map(({ id }) => rowOf(workspaceId, id, answer)));
  }
  await deleteRows(db, removed);
  await putRows(db, added);
  await addDays(db, [
    ...removed.filter(isOn).map((row) => dayRow(workspaceId, row.topic_id, row.answered_at, -1)),
    ...added.map((row) => dayRow(workspaceId, row.topic_id, row.answered_at, 1)),
  ]);
}

const isOn = ({ is_off }: Row): boolean => is_off === 0;

const rowOf = (workspaceId: string, topicId: string, answer: AboutAnswer): Row => ({
  workspace_id: workspaceId,
  topic_id: topicId,
  response_id: answer.responseId,
  contact_id: answer.contactId,
  account_id: answer.accountId,
  answered_at: answer.answeredAt,
  given_by: 'rule',
  is_off: 0,
});

const dayRow = (workspaceId: string, topicId: string, at: Instant, count: number) => ({
  workspace_id: workspaceId,
  topic_id: topicId,
  day: dayOf(at),
  count,
});

/** A person says that an answer is about a topic, or that it is not; no rule changes that. */
export async function decide(
  db: Db,
  workspaceId: string,
  topicId: string,
  answer: AboutAnswer,
  isAboutIt: boolean,
): Promise<void> {
  const known = (await selectOf(db, [{ workspace_id: workspaceId, response_id: answer.responseId }])).find(
    ({ topic_id }) => topic_id === topicId,
  );
  const was = known !== undefined && isOn(known);
  const row = { ...rowOf(workspaceId, topicId, answer), given_by: 'person' as const };
  await putRows(db, [{ ...row, is_off: isAboutIt ? 0 : 1 }]);
  const change = Number(isAboutIt) - Number(was);
  if (change !== 0) await addDays(db, [dayRow(workspaceId, topicId, answer.answeredAt, change)]);
}

/** What answers are looked at with, by the ids of their responses; those without words are left out. */
export async function findAnswers(
  db: Db,
  workspaceId: string,
  responseIds: readonly string[],
): Promise<AboutAnswer[]> {
  const rows = await selectResponses(
    db,
    responseIds.map((id) => ({ workspace_id: workspaceId, id })),
  );
  const texts = rows.map((row) => ({ source: 'response' as const, id: row.id, at: row.answered_at }));
  const words = await wordsAt(db, workspaceId, texts);
  return rows
    .map((row) => answerOf({ ...row, words: words.get(textKey({ source: 'response', id: row.id })) ?? '' }))
    .filter((answer) => answer.words !== '');
}

/**
 * Answers with words, the newest first.
 * @param before - A place as `fillPlace` gives it; `''`: the newest.
 */
export async function listAnswers(
  db: Db,
  workspaceId: string,
  before: string,
  limit: number,
): Promise<(AboutAnswer & { fillPlace: string })[]> {
  const [place, id] = before.split(' ');
  const rows = await answered(db, workspaceId)
    .$if(before !== '', (query) =>
      query
        .where('search_text.place', '<=', Number(place))
        .where((eb) =>
          eb.or([eb('search_text.place', '<', Number(place)), eb('search_text.id', '<', id ?? '')]),
        ),
    )
    .orderBy('search_text.place', 'desc')
    .orderBy('search_text.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...answerOf(row), fillPlace: `${row.place} ${row.id}` }));
}

/** What was written in these responses, as it was written, by their ids. */
export async function textsOf(
  db: Db,
  workspaceId: string,
  responseIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await selectTexts(
    db,
    responseIds.map((response_id) => ({ workspace_id: workspaceId, response_id })),
  );
  const said = rows.filter(({ text, walked }) => text !== null && walked === 1);
  return new Map(
    [...Map.groupBy(said, ({ response_id }) => response_id)].map(([id, its]) => [
      id,
      its.map(({ text }) => text).join('\n'),
    ]),
  );
}

const answered = (db: Db, workspaceId: string) =>
  db
    .selectFrom('search_text')
    .innerJoin('response', (join) =>
      join
        .onRef('response.workspace_id', '=', 'search_text.workspace_id')
        .onRef('response.id', '=', 'search_text.id'),
    )
    .select([
      'search_text.id',
      'search_text.place',
      'search_text.words',
      'response.contact_id',
      'response.account_id',
      'response.locale',
      'response.answered_at',
    ])
    .where('search_text.workspace_id', '=', workspaceId)
    .where('search_text.source', '=', 'response')
    .where('response.workspace_id', '=', workspaceId);

type Answered = Pick<Tables['response'], 'id' | 'contact_id' | 'account_id' | 'locale' | 'answered_at'> & {
  words: string;
};

const answerOf = (row: Answered): AboutAnswer => ({
  responseId: row.id,
  contactId: row.contact_id,
  accountId: row.account_id,
  locale: row.locale,
  answeredAt: row.answered_at,
  words: row.words,
});

/** Everything that was about one topic is about another; where both knew an answer, the other one's word stands. */
export async function move(db: Db, workspaceId: string, from: string, to: string): Promise<void> {
  await db
    .deleteFrom('topic_answer')
    .where('workspace_id', '=', workspaceId)
    .where('topic_id', '=', from)
    .where('response_id', 'in', (eb) =>
      eb
        .selectFrom('topic_answer as other')
        .select('other.response_id')
        .where('other.workspace_id', '=', workspaceId)
        .where('other.topic_id', '=', to),
    )
    .execute();
  await db
    .updateTable('topic_answer')
    .set({ topic_id: to })
    .where('workspace_id', '=', workspaceId)
    .where('topic_id', '=', from)
    .execute();
  await recount(db, workspaceId, to);
}

/** Counts a topic's answers by day anew. */
async function recount(db: Db, workspaceId: string, topicId: string): Promise<void> {
  await db
    .deleteFrom('topic_day')
    .where('workspace_id', '=', workspaceId)
    .where('topic_id', '=', topicId)
    .execute();
  const rows = await db
    .selectFrom('topic_answer')
    .select((eb) => [
      eb.fn<string>('substr', [eb.ref('answered_at'), eb.val(1), eb.val(10)]).as('day'),
      eb.fn.countAll().as('count'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('topic_id', '=', topicId)
    .where('is_off', '=', 0)
    .groupBy('day')
    .execute();
  await addDays(
    db,
    rows.map(({ day, count }) => ({
      workspace_id: workspaceId,
      topic_id: topicId,
      day,
      count: Number(count),
    })),
  );
}

/** What somebody wrote is about nothing any more, and counts nowhere among answers with words. */
export async function removeContact(
  db: Db,
  workspaceId: string,
  contactId: string,
  written: readonly Pick<WrittenText, 'source' | 'id' | 'at'>[],
): Promise<void> {
  const answers = written.filter(({ source }) => source === 'response');
  const words = await wordsAt(db, workspaceId, answers);
  const texts = answers.filter((text) => words.has(textKey(text)));
  const rows = await db
    .deleteFrom('topic_answer')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .returningAll()
    .execute();
  await addDays(db, [
    ...texts.map(({ at }) => dayRow(workspaceId, ALL_ANSWERS, at, -1)),
    ...rows.filter(isOn).map((row) => dayRow(workspaceId, row.topic_id, row.answered_at, -1)),
  ]);
}

/** A topic of one answer. */
export interface AnswerTopic {
  responseId: string;
  id: string;
  name: string;
  givenBy: 'rule' | 'person';
}

/** What these responses are about, by name. */
export async function listOf(
  db: Db,
  workspaceId: string,
  responseIds: readonly string[],
): Promise<AnswerTopic[]> {
  if (responseIds.length === 0) return [];
  const rows = await db
    .selectFrom('topic_answer')
    .innerJoin('topic', (join) =>
      join
        .onRef('topic.workspace_id', '=', 'topic_answer.workspace_id')
        .onRef('topic.id', '=', 'topic_answer.topic_id'),
    )
    .select(['topic_answer.response_id', 'topic.id', 'topic.name', 'topic_answer.given_by'])
    .where('topic_answer.workspace_id', '=', workspaceId)
    .where('topic.workspace_id', '=', workspaceId)
    .where('topic_answer.response_id', 'in', responseIds)
    .where('topic_answer.is_off', '=', 0)
    .orderBy('topic.name')
    .execute();
  return rows.map((row) => ({
    responseId: row.response_id,
    id: row.id,
    name: row.name,
    givenBy: row.given_by,
  }));
}

/** An account whose people talk of a topic; null fields: of nobody in particular, or not known. */
export interface TopicAccount {
  id: string | null;
  name: string | null;
  revenueMinor: number | null;
  revenueCurrency: string | null;
  renewalDate: string | null;
  answers: number;
  people: number;
  lastAt: Instant;
}

/** Accounts behind a topic since a time, those with the most answers first; people without an account come as one. */
export async function accountsOf(
  db: Db,
  workspaceId: string,
  topicId: string,
  from: Instant,
): Promise<TopicAccount[]> {
  const rows = await db
    .selectFrom('topic_answer')
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'topic_answer.workspace_id')
        .onRef('account.id', '=', 'topic_answer.account_id'),
    )
    .select(({ fn }) => [
      'topic_answer.account_id',
      'account.name',
      'account.revenue_minor',
      'account.revenue_currency',
      'account.renewal_date',
      fn.countAll().as('answers'),
      fn.count('topic_answer.contact_id').distinct().as('people'),
      fn.max('topic_answer.answered_at').as('last_at'),
    ])
    .where('topic_answer.workspace_id', '=', workspaceId)
    .where('topic_answer.topic_id', '=', topicId)
    .where('topic_answer.is_off', '=', 0)
    .where('topic_answer.answered_at', '>=', from)
    .groupBy([
      'topic_answer.account_id',
      'account.name',
      'account.revenue_minor',
      'account.revenue_currency',
      'account.renewal_date',
    ])
    .orderBy('answers', 'desc')
    .orderBy('topic_answer.account_id')
    .execute();
  return rows.map((row) => ({
    id: row.account_id,
    name: row.name,
    revenueMinor: row.revenue_minor,
    revenueCurrency: row.revenue_currency,
    renewalDate: row.renewal_date,
    answers: Number(row.answers),
    people: Number(row.people),
    lastAt: row.last_at,
  }));
}

/** Who talks of a topic since a time and has not been erased, whoever did last first. */
export async function contactsOf(
  db: Db,
  workspaceId: string,
  topicId: string,
  from: Instant,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('topic_answer')
    .select(['contact_id', ({ fn }) => fn.max('answered_at').as('last_at')])
    .where('workspace_id', '=', workspaceId)
    .where('topic_id', '=', topicId)
    .where('is_off', '=', 0)
    .where('answered_at', '>=', from)
    .groupBy('contact_id')
    .orderBy('last_at', 'desc')
    .orderBy('contact_id')
    .limit(limit)
    .execute();
  return rows.map(({ contact_id }) => contact_id);
}
