import type { Db, RecordedAnswer, RecordedResponse } from '@banso/database';
import { companies, contentState, events, people, progress, recordedResponses } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import { dayOf } from '@banso/domain/time';
import type { Actor, Ledger } from './ledger.ts';
import { budgetKey, progressKey, sharedAccountOf } from './ledger.ts';
import type { KeptProgress, KeptStep } from './projections/checklist-progress.ts';
import type { Arrival, Fact } from './recorder.ts';

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

/** The name under which a person arrives. The three classes never meet. */
export function nameOf({ identity, externalId }: Pick<Arrival, 'identity' | 'externalId'>): string {
  return `${identity} ${externalId}`;
}

/** Finds whom the arrivals name, and the accounts that they name or belong to. */
export async function whoIs(db: Db, workspaceId: string, arrivals: readonly Arrival[]): Promise<Named> {
  const found = await people.listByIdentity(db, workspaceId, arrivals);
  const externalIds = arrivals.flatMap(({ account }) => (account ? [account.externalId] : []));
  const accounts = await companies.listByExternalId(db, workspaceId, externalIds);
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
  await loadProgress(db, ledger, withProgress);
  await loadResponses(db, ledger, fresh);
  await loadBudgets(db, ledger, fresh);
}

type Event = Fact['event'];

function isJudged({ catalogue }: Ledger, event: Event): boolean {
  switch (event.type) {
    case 'track':
      return catalogue.byEvent.has(event.name);
    case 'page':
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

async function loadProgress(db: Db, ledger: Ledger, actors: readonly Actor[]): Promise<void> {
  const subjects = subjectsOf(actors);
  for (const kept of await progressOfSubjects(db, ledger.workspaceId, subjects)) {
    ledger.progress.load(progressKey(kept.subjectId, kept.contentId), kept);
  }
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
  for (const batch of answering)
    if (reachesBack(ledger, batch, touched)) ledger.histories.add(batch.actor.contactId);

  const people = unique(answering.map(({ actor }) => actor.contactId));
  const beside = [
    ...(await recordedResponses.listOf(db, workspaceId, [...ledger.histories])),
    ...(await recordedResponses.listLatestOf(
      db,
      workspaceId,
      people.filter((id) => !ledger.histories.has(id)),
    )),
  ];
  const byResponse = Map.groupBy(answers, ({ responseId }) => responseId);
  for (const response of [...touched, ...beside]) {
    if (ledger.responses.get(response.id)) continue;
    ledger.responses.load(response.id, {
      ...response,
      answers: answersOf(byResponse.get(response.id) ?? []),
    });
  }
}

function reachesBack(ledger: Ledger, { actor, facts }: Batch, touched: readonly RecordedResponse[]): boolean {
  const lastScoreAt = ledger.people.get(actor.contactId)?.lastScoreAt ?? '';
  const known = new Map(touched.map((response) => [response.id, response]));
  return facts.some(({ event, occurredAt }) => {
    if (event.type !== 'survey_answered') return false;
    const scored = known.get(event.responseId)?.scoreAt != null;
    return typeof event.value !== 'string' && (scored || occurredAt <= lastScoreAt);
  });
}

function answersOf(
  answers: readonly RecordedAnswer[],
): Map<string, Omit<RecordedAnswer, 'responseId' | 'question'>> {
  return new Map(
    answers.map(({ question, number, text, answeredAt }) => [question, { number, text, answeredAt }]),
  );
}

async function loadBudgets(db: Db, ledger: Ledger, fresh: readonly Batch[]): Promise<void> {
  const { workspaceId } = ledger;
  const claiming = fresh.filter(({ facts }) => facts.some(({ event }) => event.type === 'content_claimed'));
  const accounts = unique(claiming.flatMap(({ actor }) => sharedAccountOf(actor) ?? []));
  if (accounts.length === 0) return;
  const counted = await people.countByAccount(db, workspaceId, accounts);
  for (const [id, count] of counted) ledger.peopleOf.set(id, count);
  for (const { receivedAt } of claiming)
    for (const id of accounts) ledger.interrupted.set(budgetKey(id, receivedAt), new Set());
  const [firstDay] = claiming.map(({ receivedAt }) => dayOf(receivedAt)).toSorted();
  for (const { accountId, contactId, grantedAt } of await contentState.listExposures(
    db,
    workspaceId,
    accounts,
    `${firstDay}T00:00:00.000Z`,
  ))
    ledger.interrupted.get(budgetKey(accountId, grantedAt))?.add(contactId);
}

function subjectsOf(actors: readonly Actor[]): string[] {
  return unique(actors.flatMap((actor) => [actor.contactId, sharedAccountOf(actor) ?? []].flat()));
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
