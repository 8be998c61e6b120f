import type { Db, RecordedAnswer, TransactionRecord } from '@banso/database';
import {
  cases,
  companies,
  contentState,
  erasures,
  events,
  people,
  progress,
  recordedMessages,
  recordedResponses,
  transactions,
} from '@banso/database';
import type { Interruption } from '@banso/domain/decide';
import { MOST_TRANSACTION_DAYS } from '@banso/domain/content';
import { daysCounted, transactionIdIn } from '@banso/domain/decide';
import type { SurveyAnswer } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import { addMs, DAY_MS, dayOf } from '@banso/domain/time';
import { answeredAt } from './answered.ts';
import type { Catalogue } from './catalogue.ts';
import { armsOf } from './arms-of.ts';
import type { Actor, Ledger } from './ledger.ts';
import { budgetKey, progressKey, sharedAccountOf } from './ledger.ts';
import type { KeptProgress, KeptStep } from './projections/checklist-progress.ts';
import type { Fact } from './recorder.ts';
import type { Who } from './told.ts';

/** One session's facts, with what they need. */
export interface Batch {
  actor: Actor;
  facts: readonly Fact[];
  receivedAt: Instant;
}

/** Ids of people and accounts that arrivals name and that are known, by their names. */
export interface Named {
  contacts: ReadonlyMap<string, string>;
  accounts: ReadonlyMap<string, string>;
}

/** People and accounts as the customer's product calls them. */
export interface Names {
  persons: readonly Who[];
  accountExternalIds: readonly string[];
}

/** The name under which a person arrives. The three classes never meet. */
export function nameOf({ identity, externalId }: Who): string {
  return `${identity} ${externalId}`;
}

/** Finds the people of these names, and the accounts that are named or that they belong to. */
export async function whoIs(
  db: Db,
  workspaceId: string,
  { persons, accountExternalIds }: Names,
): Promise<Named> {
  const found = await people.listByIdentity(db, workspaceId, persons);
  const accounts = await companies.listByExternalId(db, workspaceId, accountExternalIds);
  const own = found.flatMap(({ accountId }) => (accountId === null ? [] : [[accountId, accountId] as const]));
  return {
    contacts: new Map(found.map((person) => [nameOf(person), person.id])),
    accounts: new Map([...own, ...accounts.map(({ externalId, id }) => [externalId ?? id, id] as const)]),
  };
}

/**
 * Loads what the log holds of the facts already, and the people and accounts that are involved: now, when nobody else can
 * change them.
 */
export async function loadActors(
  db: Db,
  ledger: Ledger,
  batches: readonly Batch[],
  named: Named,
): Promise<void> {
  const { workspaceId } = ledger;
  const ids = batches.flatMap(({ facts }) => facts.map(({ event }) => event.id));
  for (const id of await events.known(db, workspaceId, ids)) ledger.known.add(id);
  const contactIds = [...batches.map(({ actor }) => actor.contactId), ...named.contacts.values()];
  for (const person of await people.list(db, workspaceId, unique(contactIds)))
    ledger.people.load(person.id, person);
  const accountIds = [...batches.flatMap(({ actor }) => actor.accountId ?? []), ...named.accounts.values()];
  for (const company of await companies.list(db, workspaceId, unique(accountIds)))
    ledger.companies.load(company.id, company);
}

/** Loads the rows that new facts and arrivals touch, and those that the decisions about them look at. */
export async function loadTouched(
  db: Db,
  ledger: Ledger,
  batches: readonly Batch[],
  arrived: readonly Actor[],
): Promise<void> {
  const { workspaceId, catalogue } = ledger;
  const fresh = batches.map((batch) => ({
    ...batch,
    facts: batch.facts.filter(({ event }) => !ledger.known.has(event.id)),
  }));
  const aboutContent = fresh.filter(({ facts }) => facts.some(({ event }) => 'contentId' in event));
  // what conditions look at: claims, steps, and whatever can make a checklist go on by itself
  const judged = fresh
    .filter(({ facts }) => facts.some(({ event }) => isJudged(ledger, event)))
    .map(({ actor }) => actor);
  const waiting = catalogue.selfCompleting.length > 0 ? arrived : [];
  const deciding = [...judged, ...waiting];
  const withProgress = [
    ...deciding,
    ...fresh
      .filter(({ facts }) => facts.some(({ event }) => isGiving(ledger, event)))
      .map(({ actor }) => actor),
  ];

  const contactIds = unique(
    [...aboutContent.map(({ actor }) => actor), ...deciding].map(({ contactId }) => contactId),
  );
  ledger.states.load(await contentState.listStates(db, workspaceId, contactIds));
  await loadCounts(db, ledger, deciding);
  await loadAnswers(db, ledger, deciding);
  await loadProgress(db, ledger, withProgress);
  await loadArms(db, ledger, deciding);
  await loadResponses(db, ledger, fresh);
  await loadBudgets(db, ledger, fresh);
  await loadTransactions(db, ledger, fresh);
  await loadMessages(db, ledger, fresh);
  await loadRequests(db, ledger, fresh);
}

type Event = Fact['event'];

function isJudged({ catalogue }: Ledger, event: Event): boolean {
  switch (event.type) {
    case 'track':
      return catalogue.byEvent.has(event.name);
    case 'page':
    case 'message_sent':
    case 'messages_read':
    case 'erasure_requested':
    case 'erasure_withdrawn':
    case 'preference_set':
      return false;
    case 'content_claimed':
    case 'step_completed':
    case 'step_reopened':
      return true;
    default:
      return catalogue.byContent.has(event.contentId);
  }
}

function isGiving({ catalogue }: Ledger, event: Event): boolean {
  return (
    (event.type === 'content_shown' || event.type === 'content_opened') &&
    catalogue.contents.get(event.contentId)?.kind === 'checklist'
  );
}

async function loadCounts(db: Db, ledger: Ledger, actors: readonly Actor[]): Promise<void> {
  const subjects = subjectsOf(actors);
  const wanted = subjects.flatMap((subjectId) =>
    ledger.catalogue.eventNames.map((name) => ({ subjectId, name })),
  );
  ledger.counts.load(await events.listCounts(db, ledger.workspaceId, wanted));
}

async function loadAnswers(db: Db, ledger: Ledger, actors: readonly Actor[]): Promise<void> {
  const people = unique(actors.map(({ contactId }) => contactId));
  for (const [id, given] of await answersOfPeople(db, ledger.workspaceId, people, ledger.catalogue.surveyIds))
    ledger.answers.set(id, given);
}

/** What people said to surveys, by person. */
export async function answersOfPeople(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
  surveyIds: readonly string[],
): Promise<Map<string, SurveyAnswer[]>> {
  const given = await recordedResponses.listGiven(db, workspaceId, contactIds, surveyIds);
  return Map.groupBy(given, ({ contactId }) => contactId);
}

async function loadProgress(db: Db, ledger: Ledger, actors: readonly Actor[]): Promise<void> {
  const subjects = subjectsOf(actors);
  for (const kept of await progressOfSubjects(db, ledger.workspaceId, subjects)) {
    ledger.progress.load(progressKey(kept.subjectId, kept.contentId), kept);
  }
}

/** Where variants are given it matters in which arm somebody is already. */
async function loadArms(db: Db, ledger: Ledger, actors: readonly Actor[]): Promise<void> {
  const { varied } = ledger.catalogue;
  for (const [key, arm] of await armsOf(db, ledger.workspaceId, varied, actors)) ledger.arms.set(key, arm);
}

/** Everything that these subjects have done of any checklist. */
export async function progressOfSubjects(
  db: Db,
  workspaceId: string,
  subjectIds: readonly string[],
): Promise<KeptProgress[]> {
  const records = await progress.list(db, workspaceId, subjectIds);
  if (records.length === 0) return [];
  const steps = new Map<string, Map<string, KeptStep>>();
  for (const { contentId, subjectId, step, ...kept } of await progress.listSteps(
    db,
    workspaceId,
    subjectIds,
  )) {
    const key = progressKey(subjectId, contentId);
    const known = steps.get(key);
    if (known) known.set(step, kept);
    else steps.set(key, new Map([[step, kept]]));
  }
  return records.map((record) => ({
    ...record,
    steps: steps.get(progressKey(record.subjectId, record.contentId)) ?? new Map<string, KeptStep>(),
  }));
}

/**
 * An answer that is newer than every score of the person needs only the latest ones beside it. Whoever changes a score, or
 * answers late what happened before, needs the whole history: what was a neighbour of what may change.
 */
async function loadResponses(db: Db, ledger: Ledger, fresh: readonly Batch[]): Promise<void> {
  const { workspaceId } = ledger;
  const answering = fresh.filter(({ facts }) => facts.some(({ event }) => 'responseId' in event));
  if (answering.length === 0) return;
  const ids = unique(
    answering.flatMap(({ facts }) =>
      facts.flatMap(({ event }) => ('responseId' in event ? event.responseId : [])),
    ),
  );
  const touched = await recordedResponses.list(db, workspaceId, ids);
  const answers = await recordedResponses.listAnswers(
    db,
    workspaceId,
    touched.map(({ id }) => id),
  );
  const byResponse = Map.groupBy(answers, ({ responseId }) => responseId);
  const scored = new Set(
    touched
      .filter(({ id, scoreQuestion }) =>
        byResponse.get(id)?.some(({ question, number }) => question === scoreQuestion && number !== null),
      )
      .map(({ id }) => id),
  );
  for (const batch of answering)
    if (reachesBack(ledger, batch, scored)) ledger.histories.add(batch.actor.contactId);

  const people = unique(answering.map(({ actor }) => actor.contactId));
  const beside = [
    ...(await recordedResponses.listOf(db, workspaceId, [...ledger.histories])),
    ...(await recordedResponses.listLatestOf(
      db,
      workspaceId,
      people.filter((id) => !ledger.histories.has(id)),
    )),
  ];
  for (const response of [...touched, ...beside]) {
    if (ledger.responses.get(response.id)) continue;
    ledger.responses.load(response.id, {
      ...response,
      answers: answersOf(byResponse.get(response.id) ?? []),
    });
  }
}

/** @param scored - Responses with an answer to their score question, also where it does not count at present. */
function reachesBack(ledger: Ledger, { actor, facts }: Batch, scored: ReadonlySet<string>): boolean {
  const lastScoreAt = ledger.people.get(actor.contactId)?.lastScoreAt ?? '';
  return facts.some(({ event, occurredAt }) => {
    if (event.type !== 'survey_answered') return false;
    // words change neither a score nor the way
    return typeof event.value !== 'string' && (scored.has(event.responseId) || occurredAt <= lastScoreAt);
  });
}

/** Answers of one response by their question. */
export function answersOf(
  answers: readonly RecordedAnswer[],
): Map<string, Omit<RecordedAnswer, 'responseId' | 'question'>> {
  return new Map(answers.map(({ responseId: _response, question, ...answer }) => [question, answer]));
}

async function loadBudgets(db: Db, ledger: Ledger, fresh: readonly Batch[]): Promise<void> {
  const { workspaceId } = ledger;
  const claiming = fresh.filter(({ facts }) => facts.some(({ event }) => event.type === 'content_claimed'));
  const [earliest] = claiming.map(({ receivedAt }) => receivedAt).toSorted();
  if (earliest === undefined) return;
  const claimants = unique(claiming.map(({ actor }) => actor.contactId));
  for (const [id, list] of await recentOf(db, workspaceId, ledger.catalogue, claimants, earliest))
    ledger.recent.set(id, list);
  for (const id of await unhappyOf(db, workspaceId, ledger.catalogue, claimants)) ledger.unhappy.add(id);
  for (const [id, count] of await answeredAt(db, workspaceId, ledger.catalogue.limited, earliest))
    ledger.answered.set(id, count);
  const accounts = unique(claiming.flatMap(({ actor }) => sharedAccountOf(actor) ?? []));
  if (accounts.length === 0) return;
  const counted = await people.countByAccount(db, workspaceId, accounts);
  for (const [id, count] of counted) ledger.peopleOf.set(id, count);
  for (const { receivedAt } of claiming)
    for (const id of accounts) ledger.interrupted.set(budgetKey(id, receivedAt), new Set());
  for (const { accountId, contactId, grantedAt } of await contentState.listExposures(
    db,
    workspaceId,
    accounts,
    `${dayOf(earliest)}T00:00:00.000Z`,
  ))
    ledger.interrupted.get(budgetKey(accountId, grantedAt))?.add(contactId);
}

/** Interruptions of people, as far back from `now` as the budget counts them; where it does not, nothing is read. */
export async function recentOf(
  db: Db,
  workspaceId: string,
  { budget, interrupts }: Catalogue,
  contactIds: readonly string[],
  now: Instant,
): Promise<Map<string, Interruption[]>> {
  const days = interrupts ? daysCounted(budget) : 0;
  if (days === 0) return new Map();
  return contentState.listInterruptions(db, workspaceId, contactIds, addMs(now, -days * DAY_MS));
}

/** Who of these people has an open case because of a low score; where the budget does not ask, nothing is read. */
export async function unhappyOf(
  db: Db,
  workspaceId: string,
  { budget, interrupts }: Catalogue,
  contactIds: readonly string[],
): Promise<Set<string>> {
  if (!interrupts || !budget.skipOpenCase) return new Set();
  return cases.unhappyAmong(db, workspaceId, contactIds);
}

/** What happened before to those who tell of a transaction, and what there is to ask those who claim or answer. */
async function loadTransactions(db: Db, ledger: Ledger, fresh: readonly Batch[]): Promise<void> {
  const { workspaceId, catalogue } = ledger;
  if (catalogue.byTransaction.size === 0) return;
  const told = fresh.flatMap((batch) => {
    const ids = batch.facts.flatMap(({ event }) => transactionIds(catalogue, event));
    const isAsked = batch.facts.some(({ event }) => ASKED.has(event.type));
    return ids.length > 0 || isAsked ? [{ ...batch, ids }] : [];
  });
  const records = await transactionsOf(
    db,
    workspaceId,
    catalogue,
    unique(told.map(({ actor }) => actor.contactId)),
    told.map(({ receivedAt }) => receivedAt).toSorted()[0] ?? '',
    unique(told.flatMap(({ ids }) => ids)),
  );
  ledger.transactions.load(records);
}

const ASKED: ReadonlySet<Event['type']> = new Set(['content_claimed', 'survey_answered']);

function transactionIds({ byTransaction }: Catalogue, event: Event): string[] {
  if (event.type !== 'track') return [];
  const surveys = byTransaction.get(event.name) ?? [];
  return surveys.flatMap(
    ({ transaction }) => (transaction && transactionIdIn(transaction, event.properties)) ?? [],
  );
}

/**
 * What happened to people that surveys may still ask about at `now`; where none does, nothing is read.
 * @param ids - What is read however long ago it happened.
 */
export async function transactionsOf(
  db: Db,
  workspaceId: string,
  { byTransaction }: Catalogue,
  contactIds: readonly string[],
  now: Instant,
  ids: readonly string[] = [],
): Promise<TransactionRecord[]> {
  if (byTransaction.size === 0 || contactIds.length === 0) return [];
  const since = addMs(now, -MOST_TRANSACTION_DAYS * DAY_MS);
  return transactions.list(db, workspaceId, { contactIds, since, ids });
}

/** What notes are about, and what waits to be read by those who read now. */
async function loadMessages(db: Db, ledger: Ledger, fresh: readonly Batch[]): Promise<void> {
  const { workspaceId } = ledger;
  const told = fresh.flatMap(({ facts }) => facts.map(({ event }) => event));
  const about = told.flatMap((event) => (event.type === 'message_sent' ? (event.about ?? []) : []));
  for (const [id, owner] of await recordedMessages.ownersOf(db, workspaceId, unique(about)))
    ledger.responseOwners.set(id, owner);
  const reading = fresh.filter(({ facts }) => facts.some(({ event }) => event.type === 'messages_read'));
  const readers = unique(reading.map(({ actor }) => actor.contactId));
  const unread = await recordedMessages.listUnread(db, workspaceId, readers);
  for (const [id, replies] of Map.groupBy(unread, ({ contactId }) => contactId))
    ledger.unreadReplies.set(id, replies);
}

/** What those who speak of their erasure have wished before. */
async function loadRequests(db: Db, ledger: Ledger, fresh: readonly Batch[]): Promise<void> {
  const asking = fresh.filter(({ facts }) => facts.some(({ event }) => WISHES.has(event.type)));
  const people = unique(asking.map(({ actor }) => actor.contactId));
  for (const request of await erasures.openOf(db, ledger.workspaceId, people))
    ledger.openRequests.set(request.contactId, request);
}

const WISHES: ReadonlySet<Event['type']> = new Set(['erasure_requested', 'erasure_withdrawn']);

/** The names among these under which nobody may come back: they were erased, and nobody has let them in again. */
export async function turnedAway(
  db: Db,
  ledger: Ledger,
  persons: readonly Who[],
  tombstonesAgainst: TombstonesAgainst,
): Promise<Set<string>> {
  const against = new Map(
    persons.map((who) => [nameOf(who), tombstonesAgainst(ledger.workspaceId, who)] as const),
  );
  const standing = await erasures.standing(db, ledger.workspaceId, unique([...against.values()].flat()));
  // the row of somebody erased goes by an id of ours, which anybody could name as theirs
  const nobodys = [...ledger.people.values()].filter(({ erasedAt }) => erasedAt !== null).map(nameOf);
  const away = [...against].filter(([, tombstones]) => tombstones.some((one) => standing.has(one)));
  return new Set([...nobodys, ...away.map(([name]) => name)]);
}

/** The tombstones that would turn somebody away from a workspace. */
export type TombstonesAgainst = (workspaceId: string, person: Who) => string[];

function subjectsOf(actors: readonly Actor[]): string[] {
  return unique(actors.flatMap((actor) => [actor.contactId, sharedAccountOf(actor) ?? []].flat()));
}

/** Each value once, in the order in which they first come. */
export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
