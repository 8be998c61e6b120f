import type { CompanyRecord, Database, Db, PersonRecord } from '@banso/database';
import { companies, contentState, events, people } from '@banso/database';
import type { PageContext } from '@banso/domain/decide';
import type { Instant } from '@banso/domain/time';
import { dayOf, MINUTE_MS, msBetween } from '@banso/domain/time';
import { AppError } from '../errors.ts';
import type { PublishedContents } from '../published-contents.ts';
import type { Catalogue } from '../recorder/catalogue.ts';
import { catalogueOf } from '../recorder/catalogue.ts';
import { ContentStates } from '../recorder/content-states.ts';
import { DayCounts } from '../recorder/day-counts.ts';
import type { Actor } from '../recorder/ledger.ts';
import { progressKey, sharedAccountOf } from '../recorder/ledger.ts';
import { progressOfSubjects } from '../recorder/load.ts';
import type { KeptProgress } from '../recorder/projections/checklist-progress.ts';
import type { AccountUse } from '../recorder/situation.ts';
import type { Offer } from './offer-of.ts';
import { offerOf } from './offer-of.ts';

/** Who asks for what is on offer, where, and when. */
export interface Asked {
  workspaceId: string;
  actor: Actor;
  page: PageContext;
  now: Instant;
}

/** What is on offer for people. */
export interface Offers {
  /** @throws {AppError} `session_expired` when the person was removed. */
  of(asked: Asked): Promise<Offer>;
}

interface Waiting extends Asked {
  resolve: (offer: Offer) => void;
  reject: (error: unknown) => void;
}

/** How long the number of people of an account is believed. */
const HEADCOUNT_AGE_MS = MINUTE_MS;

/** Makes offers. Those that are asked for at the same moment, as after a shared commit, are read together. */
export function createOffers({
  database,
  published,
}: {
  database: Database;
  published: PublishedContents;
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
      for (const each of asked) answer(each, catalogue, read);
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
interface Read {
  people: ReadonlyMap<string, PersonRecord>;
  companies: ReadonlyMap<string, CompanyRecord>;
  states: ContentStates;
  counts: DayCounts;
  progress: ReadonlyMap<string, KeptProgress>;
  names: ReadonlyMap<string, string>;
  use: ReadonlyMap<string, AccountUse>;
}

function answer(asked: Waiting, catalogue: Catalogue, read: Read): void {
  const { actor, page, now, resolve, reject } = asked;
  const person = read.people.get(actor.contactId);
  const shared = sharedAccountOf(actor);
  if (!person)
    return reject(new AppError('session_expired', 'The person of this session is not known any more.'));
  try {
    resolve(
      offerOf({
        catalogue,
        person,
        company: actor.accountId === null ? undefined : read.companies.get(actor.accountId),
        states: read.states,
        counts: read.counts,
        progressAt: (key) => read.progress.get(key),
        actor,
        page,
        now,
        use: shared === null ? undefined : read.use.get(shared),
        names: read.names,
      }),
    );
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
  const contactIds = unique(asked.map(({ actor }) => actor.contactId));
  const accountIds = unique(asked.flatMap(({ actor }) => actor.accountId ?? []));
  const shared = unique(asked.flatMap(({ actor }) => sharedAccountOf(actor) ?? []));
  const subjects = [...contactIds, ...shared];
  const hasContents = catalogue.contents.size > 0;

  const states = new ContentStates();
  const counts = new DayCounts();
  const persons = await people.list(db, workspaceId, contactIds);
  const firms = await companies.list(db, workspaceId, accountIds);
  states.load(await contentState.listStates(db, workspaceId, hasContents ? contactIds : []));
  const wanted = subjects.flatMap((subjectId) => catalogue.eventNames.map((name) => ({ subjectId, name })));
  counts.load(await events.listCounts(db, workspaceId, wanted));
  const progress = await progressOfSubjects(db, workspaceId, hasChecklists(catalogue) ? subjects : []);
  return {
    people: new Map(persons.map((person) => [person.id, person])),
    companies: new Map(firms.map((company) => [company.id, company])),
    states,
    counts,
    progress: new Map(progress.map((each) => [progressKey(each.subjectId, each.contentId), each])),
    names: await people.namesOf(db, workspaceId, doersIn(progress)),
    use: await usesOf(db, workspaceId, catalogue.interrupts ? shared : [], asked, headcounts),
  };
}

async function usesOf(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
  asked: readonly Asked[],
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

const hasChecklists = ({ contents }: Catalogue) =>
  [...contents.values()].some(({ kind }) => kind === 'checklist');
const doersIn = (progress: readonly KeptProgress[]) =>
  unique(
    progress.flatMap(({ steps }) =>
      [...steps.values()].flatMap(({ doneBy, via }) => (via === 'event' ? [] : (doneBy ?? []))),
    ),
  );
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
