import type { Database, Db, StandingDecision } from '@banso/database';
import { contentState, decisions, messages, people } from '@banso/database';
import type { Interruption, PageContext } from '@banso/domain/decide';
import type { Arm } from '@banso/domain/experiment';
import type { Instant } from '@banso/domain/time';
import { dayOf, MINUTE_MS, msBetween } from '@banso/domain/time';
import { AppError } from '../errors.ts';
import { erased } from '../may-read.ts';
import type { GivenEditions, PublishedContents } from '../published-contents.ts';
import type { Catalogue } from '../recorder/catalogue.ts';
import { catalogueOf } from '../recorder/catalogue.ts';
import type { KnownPacing, KnownPeople } from '../recorder/known-people.ts';
import { readKnown, readPacing } from '../recorder/known-people.ts';
import type { Actor } from '../recorder/ledger.ts';
import { sharedAccountOf } from '../recorder/ledger.ts';
import { armsOf } from '../recorder/arms-of.ts';
import { recentOf, unique } from '../recorder/load.ts';
import type { AccountUse } from '../recorder/situation.ts';
import type { DecisionMemory } from './decision-memory.ts';
import type { Offer } from './offer-of.ts';
import { decidedIn, doersIn, offerOf } from './offer-of.ts';

/** Who asks for what is on offer, where, and when. */
export interface Asked {
  workspaceId: string;
  actor: Actor;
  page: PageContext;
  now: Instant;
}

/** What is on offer for people. */
export interface Offers {
  /** @throws {AppError} `erased` when the person was erased, `session_expired` when nobody knows them. */
  of(asked: Asked): Promise<Made>;
}

/** What is on offer, and what of it nobody is told: which editions the file of the contents has to hold. */
export interface Made {
  offer: Offer;
  editions: GivenEditions | undefined;
}

interface Waiting extends Asked {
  resolve: (made: Made) => void;
  reject: (error: unknown) => void;
}

/** How long the number of people of an account is believed. */
const HEADCOUNT_AGE_MS = MINUTE_MS;

/** Makes offers. Those that are asked for at the same moment, as after a shared commit, are read together. */
export function createOffers({
  database,
  published,
  memory,
}: {
  database: Database;
  published: PublishedContents;
  memory: DecisionMemory;
}): Offers {
  const headcounts = new Map<string, { at: Instant; people: number }>();
  let waiting: Waiting[] = [];

  async function makeAll(): Promise<void> {
    const asked = Map.groupBy(waiting, ({ workspaceId }) => workspaceId);
    waiting = [];
    await Promise.all([...asked].map(([workspaceId, its]) => make(workspaceId, its)));
  }

  async function make(workspaceId: string, asked: readonly Waiting[]): Promise<void> {
    try {
      const catalogue = catalogueOf(await published.of(workspaceId));
      const read = await database
        .forWorkspace(workspaceId)
        .read((db) => readFor(db, workspaceId, catalogue, asked, headcounts));
      for (const each of asked) answer(each, catalogue, read, memory);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  return {
    of: (asked) =>
      new Promise((resolve, reject) => {
        if (waiting.push({ ...asked, resolve, reject }) === 1) setImmediate(() => void makeAll());
      }),
  };
}

/** Rows of everybody who asked. */
interface Read extends KnownPeople, KnownPacing {
  names: ReadonlyMap<string, string>;
  use: ReadonlyMap<string, AccountUse>;
  recent: ReadonlyMap<string, readonly Interruption[]>;
  unreadMessages: ReadonlyMap<string, number>;
  /** What was decided for them before. */
  standing: ReadonlyMap<string, StandingDecision[]>;
  /** Who of them takes part in experiments already, and in which arm, by `unitKey`. */
  assigned: ReadonlyMap<string, Arm>;
}

function answer(asked: Waiting, catalogue: Catalogue, read: Read, memory: DecisionMemory): void {
  const { workspaceId, actor, page, now, resolve, reject } = asked;
  const person = read.people.get(actor.contactId);
  const shared = sharedAccountOf(actor);
  if (!person)
    return reject(new AppError('session_expired', 'The person of this session is not known any more.'));
  if (person.erasedAt !== null) return reject(erased());
  try {
    const offered = {
      catalogue,
      person,
      company: actor.accountId === null ? undefined : read.companies.get(actor.accountId),
      states: read.states,
      counts: read.counts,
      answers: read.answers,
      progressAt: (key: string) => read.progress.get(key),
      actor,
      page,
      now,
      use: shared === null ? undefined : read.use.get(shared),
      names: read.names,
      unreadMessages: read.unreadMessages.get(person.id) ?? 0,
      recent: read.recent.get(person.id) ?? [],
      transactions: read.transactions,
      answered: read.answered,
      openCase: read.unhappy.has(person.id),
      arms: read.assigned,
    };
    const decided = decidedIn(offered);
    resolve({ offer: offerOf(offered, decided), editions: decided.situation.editions });
    const { assigned } = read;
    memory.note({ ...decided, workspaceId, actor, standing: read.standing.get(person.id) ?? [], assigned });
  } catch (error) {
    reject(error);
  }
}

async function readFor(
  db: Db,
  workspaceId: string,
  catalogue: Catalogue,
  asked: readonly Asked[],
  headcounts: Map<string, { at: Instant; people: number }>,
): Promise<Read> {
  const actors = asked.map(({ actor }) => actor);
  const shared = unique(actors.flatMap((actor) => sharedAccountOf(actor) ?? []));
  const known = await readKnown(db, workspaceId, {
    catalogue,
    actors,
    eventNames: catalogue.eventNames,
    surveyIds: catalogue.surveyIds,
  });
  return {
    ...known,
    names: await people.namesOf(db, workspaceId, doersIn([...known.progress.values()])),
    use: await usesOf(db, workspaceId, catalogue.interrupts ? shared : [], asked, headcounts),
    ...(await readPacing(db, workspaceId, catalogue, [...known.people.keys()], earliestOf(asked))),
    recent: await recentOf(db, workspaceId, catalogue, [...known.people.keys()], earliestOf(asked)),
    unreadMessages: await messages.unreadOf(db, workspaceId, [...known.people.keys()]),
    standing: Map.groupBy(
      await decisions.listStanding(db, workspaceId, [...known.people.keys()]),
      ({ contactId }) => contactId,
    ),
    assigned: await armsOf(db, workspaceId, catalogue.experiments, actors),
  };
}

const earliestOf = (asked: readonly Asked[]): Instant =>
  asked.reduce((first, { now }) => (now < first ? now : first), asked[0]?.now ?? '');

/**
 * How much of these accounts' budgets of interruptions is used up on the day of who asks last.
 * @param headcounts - How many people accounts have, as it was read a moment ago.
 */
export async function usesOf(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
  asked: readonly Pick<Asked, 'now'>[],
  headcounts: Map<string, { at: Instant; people: number }>,
): Promise<Map<string, AccountUse>> {
  if (accountIds.length === 0) return new Map();
  const now =
    asked
      .map((each) => each.now)
      .toSorted()
      .at(-1) ?? '';
  const keyOf = (accountId: string) => `${workspaceId} ${accountId}`;
  const isFresh = (accountId: string) => {
    const known = headcounts.get(keyOf(accountId));
    return known !== undefined && msBetween(known.at, now) < HEADCOUNT_AGE_MS;
  };
  const stale = accountIds.filter((id) => !isFresh(id));
  for (const [id, count] of await people.countByAccount(db, workspaceId, stale))
    keep(headcounts, keyOf(id), { at: now, people: count });

  const since = `${dayOf(now)}T00:00:00.000Z`;
  const exposures = await contentState.listExposures(db, workspaceId, accountIds, since);
  const byAccount = Map.groupBy(exposures, ({ accountId }) => accountId);
  return new Map(
    accountIds.map((id) => [
      id,
      {
        people: headcounts.get(keyOf(id))?.people ?? 0,
        interruptedToday: new Set(byAccount.get(id)?.map(({ contactId }) => contactId)).size,
      },
    ]),
  );
}

const HEADCOUNTS_KEPT = 10_000;

function keep<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > HEADCOUNTS_KEPT && oldest !== undefined) map.delete(oldest);
}
