import type { CompanyRecord, Db, PersonRecord } from '@banso/database';
import { companies, contentState, events, people } from '@banso/database';
import type { Answered } from '@banso/domain/decide';
import type { SurveyAnswer } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import { answeredAt } from './answered.ts';
import type { Catalogue } from './catalogue.ts';
import { ContentStates } from './content-states.ts';
import { DayCounts } from './day-counts.ts';
import type { Actor } from './ledger.ts';
import { progressKey, sharedAccountOf } from './ledger.ts';
import { answersOfPeople, progressOfSubjects, transactionsOf, unhappyOf, unique } from './load.ts';
import type { KeptProgress } from './projections/checklist-progress.ts';
import { Transactions } from './transactions.ts';

/** What is kept of some people, as far as conditions may look at it. */
export interface KnownPeople {
  people: ReadonlyMap<string, PersonRecord>;
  companies: ReadonlyMap<string, CompanyRecord>;
  states: ContentStates;
  counts: DayCounts;
  /** By person. */
  answers: ReadonlyMap<string, readonly SurveyAnswer[]>;
  /** By `progressKey`. */
  progress: ReadonlyMap<string, KeptProgress>;
}

/** What decisions about interruptions look at beside that. */
export interface KnownPacing {
  transactions: Transactions;
  answered: ReadonlyMap<string, Answered>;
  /** Who has an open case because of a low score. */
  unhappy: ReadonlySet<string>;
}

/** Reads what happened to these people that surveys ask about, how many have answered surveys with a quota, and who is unhappy. */
export async function readPacing(
  db: Db,
  workspaceId: string,
  catalogue: Catalogue,
  contactIds: readonly string[],
  now: Instant,
): Promise<KnownPacing> {
  const transactions = new Transactions();
  transactions.load(await transactionsOf(db, workspaceId, catalogue, contactIds, now));
  return {
    transactions,
    answered: await answeredAt(db, workspaceId, catalogue.limited, now),
    unhappy: await unhappyOf(db, workspaceId, catalogue, contactIds),
  };
}

/**
 * Reads what is kept of these people, all of them together.
 * @param of.eventNames - Tracked events whose counts are wanted.
 * @param of.surveyIds - Surveys of which the answers are wanted.
 */
export async function readKnown(
  db: Db,
  workspaceId: string,
  {
    catalogue,
    actors,
    eventNames,
    surveyIds,
  }: {
    catalogue: Catalogue;
    actors: readonly Actor[];
    eventNames: readonly string[];
    surveyIds: readonly string[];
  },
): Promise<KnownPeople> {
  const contactIds = unique(actors.map(({ contactId }) => contactId));
  const accountIds = unique(actors.flatMap(({ accountId }) => accountId ?? []));
  const subjects = [...contactIds, ...unique(actors.flatMap((actor) => sharedAccountOf(actor) ?? []))];
  const contents = [...catalogue.contents.values()];
  const hasChecklists = contents.some(({ kind }) => kind === 'checklist');

  const states = new ContentStates();
  const counts = new DayCounts();
  const persons = await people.list(db, workspaceId, contactIds);
  const firms = await companies.list(db, workspaceId, accountIds);
  states.load(await contentState.listStates(db, workspaceId, contents.length > 0 ? contactIds : []));
  const wanted = subjects.flatMap((subjectId) => eventNames.map((name) => ({ subjectId, name })));
  counts.load(await events.listCounts(db, workspaceId, wanted));
  const progress = await progressOfSubjects(db, workspaceId, hasChecklists ? subjects : []);
  return {
    people: new Map(persons.map((person) => [person.id, person])),
    companies: new Map(firms.map((company) => [company.id, company])),
    states,
    counts,
    answers: await answersOfPeople(db, workspaceId, contactIds, surveyIds),
    progress: new Map(progress.map((each) => [progressKey(each.subjectId, each.contentId), each])),
  };
}
