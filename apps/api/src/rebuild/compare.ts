import type { CounterRow, Db } from '@banso/database';
import { counters, recordedResponses, recountSources } from '@banso/database';
import { dayOf } from '@banso/domain/time';
import type { Instant } from '@banso/domain/time';
import { answersOf } from '../recorder/load.ts';
import type { Response } from '../recorder/projections/response.ts';
import {
  countFacts,
  countResponses,
  lastScoreOf,
  wrongSuccessors,
  type WrongSuccessor,
} from './count-person.ts';
import { Tally, type WrongSum, wrongSums } from './tally.ts';

/** People, or accounts, whose facts are in memory at a time. */
const TOGETHER = 200;

/** A person whose last score is kept wrongly. */
export interface WrongScore {
  id: string;
  known: Instant | null;
  score: number | null;
  at: Instant | null;
}

/** How what is kept differs from what was counted. */
export interface Comparison {
  /** Rows that were compared. */
  rows: number;
  people: number;
  wrong: WrongSum[];
  /** What has to be added to the counters. */
  missing: CounterRow[];
  successors: WrongSuccessor[];
  scores: WrongScore[];
  /** How often they had been put right when this was read. */
  rebuilds: number;
}

/** Whether nothing is to be put right. */
export function isClean({ missing, successors, scores }: Comparison): boolean {
  return missing.length + successors.length + scores.length === 0;
}

/**
 * Counts a workspace anew and holds the result against what is kept: event counts and the days of contents from the log of facts, everything
 * about scores and answers from the responses, which hold the last word of the facts about them, and finished checklists from their progress. The rules
 * are those by which the recorder adds. People are read some at a time, so that memory grows with counters and not with facts.
 *
 * @param db - A snapshot.
 */
export async function compare(db: Db, workspaceId: string): Promise<Comparison> {
  const found: Comparison = {
    rows: 0,
    people: 0,
    wrong: [],
    missing: [],
    successors: [],
    scores: [],
    rebuilds: await counters.rebuilds(db, workspaceId),
  };
  const hold = (tally: Tally, kept: readonly CounterRow[]) => {
    const missing = tally.missingIn(kept);
    found.rows += kept.length;
    found.missing.push(...missing);
    found.wrong.push(...wrongSums(missing, kept));
  };
  const sums = new Tally();
  await comparePeople(db, workspaceId, sums, found, hold);
  await compareAccounts(db, workspaceId, hold);
  const orphans = await counters.listOrphans(db, workspaceId);
  hold(new Tally(), await counters.list(db, workspaceId, { table: 'event_count', subjectIds: orphans }));

  for (const { contentId, day, count } of await recountSources.countFinished(db, workspaceId))
    sums.add('content_day', [contentId, day, 'completed'], count);
  sums.add('counter', ['unread_responses'], await recountSources.countUnread(db, workspaceId));
  const kept: CounterRow[] = [];
  for (const table of counters.COUNTER_TABLES)
    if (table !== 'event_count') kept.push(...(await counters.list(db, workspaceId, { table })));
  hold(sums, kept);
  return found;
}

type Hold = (tally: Tally, kept: readonly CounterRow[]) => void;

async function comparePeople(
  db: Db,
  workspaceId: string,
  sums: Tally,
  found: Comparison,
  hold: Hold,
): Promise<void> {
  const kinds = await recountSources.listKinds(db, workspaceId);
  const some = (after: string) => recountSources.listPeople(db, workspaceId, after, TOGETHER);
  for (let people = await some(''); people.length > 0; people = await some(people.at(-1)?.id ?? '')) {
    const ids = people.map(({ id }) => id);
    const events = new Tally();
    countFacts(await recountSources.listFactsOf(db, workspaceId, ids), kinds, { contents: sums, events });
    hold(events, await counters.list(db, workspaceId, { table: 'event_count', subjectIds: ids }));

    const byPerson = Map.groupBy(await responsesOf(db, workspaceId, ids), ({ contactId }) => contactId);
    for (const { id, lastScore, lastScoreAt } of people) {
      const responses = byPerson.get(id) ?? [];
      countResponses(responses, sums);
      found.successors.push(...wrongSuccessors(responses));
      const { score, at } = lastScoreOf(responses);
      if (score !== lastScore || at !== lastScoreAt) found.scores.push({ id, known: lastScoreAt, score, at });
    }
    found.people += people.length;
  }
}

/** An account counts what people for whom a token vouches did as its members at the time. */
async function compareAccounts(db: Db, workspaceId: string, hold: Hold): Promise<void> {
  const some = (after: string) => recountSources.listAccounts(db, workspaceId, after, TOGETHER);
  for (let ids = await some(''); ids.length > 0; ids = await some(ids.at(-1) ?? '')) {
    const events = new Tally();
    for (const { accountId, name, at } of await recountSources.listTrackedFor(db, workspaceId, ids))
      events.add('event_count', [accountId ?? '', name ?? '', dayOf(at)], 1);
    hold(events, await counters.list(db, workspaceId, { table: 'event_count', subjectIds: ids }));
  }
}

async function responsesOf(db: Db, workspaceId: string, contactIds: readonly string[]): Promise<Response[]> {
  const responses = await recordedResponses.listOf(db, workspaceId, contactIds);
  const answers = await recordedResponses.listAnswers(
    db,
    workspaceId,
    responses.map(({ id }) => id),
  );
  const byResponse = Map.groupBy(answers, ({ responseId }) => responseId);
  return responses.map((response) => ({
    ...response,
    answers: answersOf(byResponse.get(response.id) ?? []),
  }));
}
