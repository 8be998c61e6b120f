import type { ResponseSource } from '@banso/domain/content';
import { hasTerms, indexWords, wantedTerms } from '@banso/domain/text';
import type { Instant } from '@banso/domain/time';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { expressionBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor, InvalidCursor } from '../cursor.ts';
import type { Page, PageRequest } from '../sort-order.ts';
import { AFTER_EVERY_ID, LOOKED_AT, LOOKED_UP } from '../sort-order.ts';
import type { Db, Tables } from '../tables.ts';
import { containing } from '../text-search.ts';
import { type ReportedAs, reportedAs } from './reported-answers.ts';
import { isAsked, listMatching, textKey, wordsAt } from './search.ts';
import { listByIds, type ResponseRecord } from './responses.ts';

/** Absent fields do not filter. */
export interface ResponseFilter {
  surveyId?: string | undefined;
  /** Answers to surveys that ask a question of this type. */
  questionType?: string | undefined;
  /** Both ends belong to the range. */
  scores?: readonly [number, number] | undefined;
  locale?: string | undefined;
  accountId?: string | undefined;
  /** Of accounts in the hands of this member. */
  ownerId?: string | undefined;
  plan?: string | undefined;
  /** About which there is a case for this team. */
  teamId?: string | undefined;
  contactId?: string | undefined;
  transactionId?: string | undefined;
  tagId?: string | undefined;
  /** How they came. */
  source?: ResponseSource | undefined;
  /** About this topic. */
  topicId?: string | undefined;
  from?: Instant | undefined;
  to?: Instant | undefined;
  hasComment?: boolean | undefined;
  /** All of these words were written, in the comment or another answer; see `search.ts`. */
  words?: string | undefined;
  read?: boolean | undefined;
  verified?: boolean | undefined;
  /** Only the scores that count in the period: each person's latest in it. */
  counted?: boolean | undefined;
  /** Answers that only try a survey: none of them (when absent), nothing else, or they too. */
  tests?: 'only' | 'too' | undefined;
  /** As a report tells answers apart. */
  reported?: ReportedAs | undefined;
}

/** By time, or by score with the newest of each score first; answers without a score come last. */
export const RESPONSE_SORTS = ['newest', 'oldest', 'lowest', 'highest'] as const;
/** One of {@link RESPONSE_SORTS}. */
export type ResponseSort = (typeof RESPONSE_SORTS)[number];

/** Accounts of one owner or plan that are looked up by their own index; more are frequent enough to be met on the way. */
const FEW_ACCOUNTS = 500;

interface Place {
  answeredAt: Instant;
  id: string;
}
/** Answers of one score (`null`: without one), or all of them where `score` is undefined, in the order of time. */
interface Stretch {
  score?: number | null;
}
interface Row extends Place {
  fits: unknown;
}

/**
 * One page of answers. It may be shorter than asked for, or empty, although there are more: `nextCursor` tells (see
 * {@link LOOKED_AT}).
 * @throws {InvalidCursor} for a cursor of another order.
 */
export async function list(
  db: Db,
  workspaceId: string,
  filter: ResponseFilter,
  { sort = 'newest', cursor, limit }: PageRequest & { sort?: ResponseSort | undefined },
): Promise<Page<ResponseRecord>> {
  const stretches = stretchesOf(sort, filter);
  const begun = cursor === undefined ? undefined : placeIn(sort, stretches, cursor);
  const isByTime = sort === 'newest' || sort === 'oldest';
  const rare = await rareAccounts(db, workspaceId, filter);
  // what is only tried is not in the index of words
  const words = isAsked(filter.words) && filter.tests === undefined ? filter.words : undefined;
  const others = words === undefined ? filter : { ...filter, words: undefined };
  if (words !== undefined && sort === 'newest' && !isOfFew(filter, rare))
    return listSaying(db, workspaceId, { filter: others, words, after: begun?.place }, limit);
  const conditions = conditionsOf(workspaceId, others, isByTime, rare);
  const page = async (
    found: readonly Row[],
    next: { score: number | null | undefined; row: Row } | null,
  ) => ({
    data: await recordsOf(db, workspaceId, found),
    nextCursor: next && cursorAt(sort, next.score, next.row),
  });

  const found: (Row & { score: number | null | undefined })[] = [];
  let after = begun?.place;
  const { tagId, topicId, teamId } = filter;
  let left = [tagId, topicId, teamId].every((id) => id === undefined) ? LOOKED_AT : LOOKED_UP;
  let size = conditions.fitting.length === 0 && words === undefined ? limit + 1 : limit * 4;
  for (const stretch of stretches.slice(begun?.stretch)) {
    for (;;) {
      const asked = Math.min(size, left);
      const rows = await rowsAfter(
        db,
        workspaceId,
        {
          ...conditions,
          tagId: filter.tagId,
          topicId: filter.topicId,
          stretch,
          after,
          isOldestFirst: sort === 'oldest',
        },
        asked,
      );
      const fitting = rows.filter(({ fits }) => fits === 1);
      for (const row of words === undefined ? fitting : await thoseSaying(db, workspaceId, fitting, words)) {
        const last = found.at(-1);
        if (found.length === limit && last) return page(found, { score: last.score, row: last });
        found.push({ ...row, score: stretch.score });
      }
      left -= rows.length;
      const last = rows.at(-1);
      if (last && left <= 0) return page(found, { score: stretch.score, row: last });
      if (rows.length < asked) break;
      after = last;
      size *= 4;
    }
    after = undefined;
  }
  return page(found, null);
}

/** Whether an index leads to so few answers that each one's words are looked at. */
const isOfFew = (
  { contactId, transactionId }: ResponseFilter,
  rare: readonly string[] | undefined,
): boolean => contactId !== undefined || transactionId !== undefined || rare !== undefined;

/** Those of these answers in which all of these words were written. */
async function thoseSaying<R extends Place>(
  db: Db,
  workspaceId: string,
  rows: readonly R[],
  words: string,
): Promise<R[]> {
  const wanted = wantedTerms(words);
  const keyed = rows.map((row) => ({
    row,
    text: { source: 'response' as const, id: row.id, at: row.answeredAt },
  }));
  const said = await wordsAt(
    db,
    workspaceId,
    keyed.map(({ text }) => text),
  );
  return keyed.flatMap(({ row, text }) => (hasTerms(said.get(textKey(text)) ?? '', wanted) ? [row] : []));
}

/** The newest answers with these words: the index of words leads, and everything else is asked of what it finds. */
async function listSaying(
  db: Db,
  workspaceId: string,
  { filter, words, after }: { filter: ResponseFilter; words: string; after: Place | undefined },
  limit: number,
): Promise<Page<ResponseRecord>> {
  const { leading, fitting } = conditionsOf(workspaceId, filter, true, undefined);
  const eb = expressionBuilder<Tables, 'response'>();
  if (filter.tagId !== undefined) fitting.push(isListed(workspaceId, 'response_tag', filter.tagId));
  if (filter.topicId !== undefined) fitting.push(isListed(workspaceId, 'topic_answer', filter.topicId));
  if (after)
    fitting.push(
      eb.or([
        eb('response.answered_at', '<', after.answeredAt),
        eb.and([eb('response.answered_at', '=', after.answeredAt), eb('response.id', '<', after.id)]),
      ]),
    );
  const among = async (ids: readonly string[]): Promise<ResponseRecord[]> => {
    const records = await listByIds(db, workspaceId, ids, [...leading, ...fitting]);
    // sorted here: a database would read all answers in order for the few that are asked for
    return records.toSorted((a, b) =>
      a.answeredAt < b.answeredAt ? 1 : a.answeredAt > b.answeredAt ? -1 : a.id < b.id ? 1 : -1,
    );
  };
  const asked = { source: 'response' as const, words, upTo: after?.answeredAt };
  const { rows, unseenUpTo } = await listMatching(db, workspaceId, asked, limit + 1, among);
  const data = rows.slice(0, limit);
  const early = unseenUpTo === undefined ? undefined : { answeredAt: unseenUpTo, id: AFTER_EVERY_ID };
  const last = rows.length > limit ? data.at(-1) : early;
  return { data, nextCursor: last ? cursorAt('newest', undefined, last) : null };
}

/** Carries a tag, or is about a topic. */
function isListed(workspaceId: string, table: 'response_tag' | 'topic_answer', id: string): Condition {
  const eb = expressionBuilder<Tables, 'response'>();
  return table === 'response_tag'
    ? eb.exists(
        eb
          .selectFrom('response_tag')
          .select('response_tag.tag_id')
          .where('response_tag.workspace_id', '=', workspaceId)
          .whereRef('response_tag.response_id', '=', 'response.id')
          .where('response_tag.tag_id', '=', id),
      )
    : eb.exists(
        eb
          .selectFrom('topic_answer')
          .select('topic_answer.topic_id')
          .where('topic_answer.workspace_id', '=', workspaceId)
          .whereRef('topic_answer.response_id', '=', 'response.id')
          .where('topic_answer.topic_id', '=', id)
          .where('topic_answer.is_off', '=', 0),
      );
}

async function recordsOf(db: Db, workspaceId: string, rows: readonly Place[]): Promise<ResponseRecord[]> {
  const ids = rows.map(({ id }) => id);
  const records = new Map((await listByIds(db, workspaceId, ids)).map((one) => [one.id, one]));
  return ids.flatMap((id) => records.get(id) ?? []);
}

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function stretchesOf(sort: ResponseSort, { scores }: ResponseFilter): Stretch[] {
  if (sort === 'newest' || sort === 'oldest') return [{}];
  const wanted = scores ? SCORES.filter((score) => score >= scores[0] && score <= scores[1]) : SCORES;
  const ordered = sort === 'lowest' ? wanted : wanted.toReversed();
  return [...ordered.map((score) => ({ score })), ...(scores ? [] : [{ score: null }])];
}

const orderName = (sort: ResponseSort): string => `responses ${sort}`;

function cursorAt(sort: ResponseSort, score: number | null | undefined, last: Place): string {
  const value = score === undefined ? last.answeredAt : `${score ?? ''} ${last.answeredAt}`;
  return encodeCursor(orderName(sort), { value, id: last.id });
}

function placeIn(
  sort: ResponseSort,
  stretches: readonly Stretch[],
  cursor: string,
): { stretch: number; place: Place } {
  const at = decodeCursor(orderName(sort), 'string', cursor);
  const [score, time] = `${at.value}`.split(' ');
  if (sort === 'newest' || sort === 'oldest')
    return { stretch: 0, place: { answeredAt: `${at.value}`, id: at.id } };
  const stretch = stretches.findIndex((one) => `${one.score ?? ''}` === score);
  if (stretch < 0 || time === undefined) throw new InvalidCursor();
  return { stretch, place: { answeredAt: time, id: at.id } };
}

type Condition = Expression<SqlBool>;

/** What narrows down where a page is looked for, and what is looked at in each row there. */
interface Conditions {
  leading: Condition[];
  fitting: Condition[];
}

/**
 * An index leads through the leading conditions in the order asked for: there is one for the time, one for the score, and one
 * for each of a few things by the time. Of those the first one leads.
 */
function conditionsOf(
  workspaceId: string,
  filter: ResponseFilter,
  isByTime: boolean,
  rare: readonly string[] | undefined,
): Conditions {
  const { surveyId, contactId, transactionId, accountId, tagId, topicId, scores, from, to, counted, read } =
    filter;
  const eb = expressionBuilder<Tables, 'response'>();
  const leading: Condition[] = [];
  const fitting = fittingOf(workspaceId, filter);
  const lead = (condition: Condition) =>
    (leading.length === 0 && tagId === undefined && topicId === undefined ? leading : fitting).push(
      condition,
    );
  if (tagId !== undefined && topicId !== undefined)
    fitting.push(isListed(workspaceId, 'topic_answer', topicId));
  const byTime = (condition: Condition) => (isByTime ? lead(condition) : fitting.push(condition));

  // a literal, so that their own index is found
  if (filter.tests === 'only') leading.push(sql<SqlBool>`response.is_test = 1`);
  if (contactId !== undefined) lead(eb('response.contact_id', '=', contactId));
  if (transactionId !== undefined) lead(eb('response.transaction_id', '=', transactionId));
  if (accountId !== undefined) lead(eb('response.account_id', '=', accountId));
  if (rare) lead(eb('response.account_id', 'in', rare));
  if (surveyId !== undefined) byTime(eb('response.content_id', '=', surveyId));
  if (read === false) byTime(eb('response.read_at', 'is', null));
  if (isByTime && scores !== undefined)
    fitting.push(eb('response.score', '>=', scores[0]), eb('response.score', '<=', scores[1]));
  // what counts is placed by the time of the score, as the report places it
  const time = counted ? 'response.score_at' : 'response.answered_at';
  const range = counted ? fitting : leading;
  if (from !== undefined) range.push(eb(time, '>=', from));
  if (to !== undefined) range.push(eb(time, '<', to));
  if (!rare && isOfAccounts(filter))
    fitting.push(eb('response.account_id', 'in', accountsOf(eb, workspaceId, filter)));
  return { leading, fitting };
}

/** Conditions that no index leads through. */
function fittingOf(workspaceId: string, filter: ResponseFilter): Condition[] {
  const { to, source, teamId, locale, hasComment, verified, questionType, words, counted, read } = filter;
  const eb = expressionBuilder<Tables, 'response'>();
  const found: Condition[] = [];
  if (filter.tests === undefined) found.push(eb('response.is_test', '=', 0));
  if (read === true) found.push(eb('response.read_at', 'is not', null));
  if (source !== undefined) found.push(eb('response.source', '=', source));
  if (teamId !== undefined)
    found.push(
      eb.exists(
        eb
          .selectFrom('customer_case')
          .select('customer_case.id')
          .where('customer_case.workspace_id', '=', workspaceId)
          .whereRef('customer_case.response_id', '=', 'response.id')
          .where('customer_case.team_id', '=', teamId),
      ),
    );
  if (locale !== undefined) found.push(eb('response.locale', '=', locale));
  if (hasComment !== undefined) found.push(eb('response.comment', hasComment ? 'is not' : 'is', null));
  if (verified !== undefined) found.push(eb('response.verified', '=', verified ? 1 : 0));
  if (questionType !== undefined)
    found.push(
      eb(
        'response.content_id',
        'in',
        eb
          .selectFrom('content_version')
          .select('content_version.content_id')
          .where('content_version.workspace_id', '=', workspaceId)
          // quotes within a text are escaped, so this is a field and its value
          .where('content_version.draft', 'like', `%"type":"${questionType}"%`),
      ),
    );
  if (counted) {
    found.push(eb('response.score', 'is not', null));
    const isLatest = eb('response.superseded_at', 'is', null);
    found.push(to === undefined ? isLatest : eb.or([isLatest, eb('response.superseded_at', '>=', to)]));
  }
  if (filter.reported) found.push(reportedAs(eb, workspaceId, filter.reported));
  // of answers that are only tried
  if (isAsked(words)) for (const word of indexWords(words).split(' ')) found.push(saying(workspaceId, word));
  return found;
}

function saying(workspaceId: string, words: string): Condition {
  const eb = expressionBuilder<Tables, 'response'>();
  const pattern = containing(words);
  return eb.or([
    sql<boolean>`lower(${sql.ref('response.comment')}) like ${pattern} escape '\\'`,
    eb.exists(
      eb
        .selectFrom('response_answer')
        .select('response_answer.question')
        .where('response_answer.workspace_id', '=', workspaceId)
        .whereRef('response_answer.response_id', '=', 'response.id')
        .where('response_answer.walked', '=', 1)
        .where(sql<boolean>`lower(${sql.ref('response_answer.text')}) like ${pattern} escape '\\'`),
    ),
  ]);
}

const isOfAccounts = ({ ownerId, plan }: ResponseFilter): boolean =>
  ownerId !== undefined || plan !== undefined;

function accountsOf(
  from: Db | ExpressionBuilder<Tables, 'response'>,
  workspaceId: string,
  { ownerId, plan }: ResponseFilter,
) {
  let query = (from as Db)
    .selectFrom('account')
    .select('account.id')
    .where('account.workspace_id', '=', workspaceId);
  if (ownerId !== undefined) query = query.where('account.owner_id', '=', ownerId);
  if (plan !== undefined) query = query.where('account.plan', '=', plan);
  return query;
}

/**
 * The accounts of this owner and plan, where they have few answers: then their own index finds those. Undefined: nothing was
 * asked about accounts, or they have many answers, which are met on the way.
 */
async function rareAccounts(
  db: Db,
  workspaceId: string,
  filter: ResponseFilter,
): Promise<string[] | undefined> {
  if (!isOfAccounts(filter)) return undefined;
  const rows = await accountsOf(db, workspaceId, filter)
    .limit(FEW_ACCOUNTS + 1)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [''];
  if (ids.length > FEW_ACCOUNTS) return undefined;
  const some = await db
    .selectFrom('response')
    .select('response.id')
    .where('response.workspace_id', '=', workspaceId)
    .where('response.account_id', 'in', ids)
    .offset(LOOKED_AT)
    .limit(1)
    .execute();
  return some.length === 0 ? ids : undefined;
}

/** The next rows of a stretch, each with whether it fits. */
async function rowsAfter(
  db: Db,
  workspaceId: string,
  of: Conditions & {
    tagId: string | undefined;
    topicId: string | undefined;
    stretch: Stretch;
    after: Place | undefined;
    isOldestFirst: boolean;
  },
  limit: number,
): Promise<Row[]> {
  const { tagId, topicId, stretch, after } = of;
  const [direction, past, from] = of.isOldestFirst
    ? (['asc', '>', '>='] as const)
    : (['desc', '<', '<='] as const);
  const fits = expressionBuilder<Tables, 'response'>().and(of.fitting);
  let query = db
    .selectFrom('response')
    .select((eb) => eb.case().when(fits).then(1).else(0).end().as('fits'))
    .where('response.workspace_id', '=', workspaceId)
    .where((eb) => eb.and(of.leading))
    .limit(limit);
  if (stretch.score !== undefined)
    query = query.where('response.score', stretch.score === null ? 'is' : '=', stretch.score);
  if (tagId === undefined && topicId === undefined) {
    if (after)
      query = query
        .where('response.answered_at', from, after.answeredAt)
        .where((eb) =>
          eb.or([eb('response.answered_at', past, after.answeredAt), eb('response.id', past, after.id)]),
        );
    return query
      .select(['response.answered_at as answeredAt', 'response.id'])
      .orderBy('response.answered_at', direction)
      .orderBy('response.id', direction)
      .execute();
  }
  // both lists hold the answer and its time under the same names
  const [list, key] = (tagId === undefined ? ['topic_answer', 'topic_id'] : ['response_tag', 'tag_id']) as [
    'response_tag',
    'tag_id',
  ];
  let tagged = query
    .innerJoin(`${list} as listed`, (join) =>
      join
        .onRef('listed.workspace_id', '=', 'response.workspace_id')
        .onRef('listed.response_id', '=', 'response.id'),
    )
    .where('listed.workspace_id', '=', workspaceId)
    .where(`listed.${key}`, '=', tagId ?? topicId ?? '')
    .$if(tagId === undefined, (some) => some.where(sql<boolean>`${sql.ref('listed.is_off')} = 0`));
  if (after)
    tagged = tagged
      .where('listed.answered_at', from, after.answeredAt)
      .where((eb) =>
        eb.or([eb('listed.answered_at', past, after.answeredAt), eb('listed.response_id', past, after.id)]),
      );
  return tagged
    .select(['listed.answered_at as answeredAt', 'listed.response_id as id'])
    .orderBy('listed.answered_at', direction)
    .orderBy('listed.response_id', direction)
    .execute();
}
