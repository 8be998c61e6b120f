import type { report } from '@banso/contract';
import type { AliasRecord, BroughtLine, Database, RecorderTransaction } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { NewId } from '../app-env.ts';
import type { Admitted } from './apply/admit-told.ts';
import { admitTold } from './apply/admit-told.ts';
import { admit, arrive } from './apply/arrive.ts';
import type { AdmittedLine } from './apply/bring.ts';
import { admitBrought, bring } from './apply/bring.ts';
import { reserve } from './apply/claims.ts';
import type { TestMarks } from './apply/mark-tests.ts';
import { markTests } from './apply/mark-tests.ts';
import { recordFacts } from './apply/record-facts.ts';
import { takeBack } from './apply/take-back.ts';
import { tell } from './apply/tell.ts';
import type { Brought } from './brought.ts';
import { batchesBrought, loadBrought, loadHistories, loadTakenBack, namesBrought } from './load-brought.ts';
import type { Catalogue } from './catalogue.ts';
import type { Actor, Bodies, Ledger } from './ledger.ts';
import { emptyLedger, versionKey } from './ledger.ts';
import type { Batch, Named, Names, TombstonesAgainst } from './load.ts';
import { loadActors, loadTouched, nameOf, turnedAway, unique, whoIs } from './load.ts';
import { aliasHashes, findAliases, loadTold, namesTold, touchedBy } from './load-told.ts';
import type { Arrival, Arrived, Fact, Source, Verdict, Wish } from './recorder.ts';
import { store } from './store.ts';
import type { Told, ToldVerdict, Who } from './told.ts';

/** What one caller brings, with what is known outside the transaction. */
export type Job = { receivedAt: Instant; workspaceId: string; catalogue: Catalogue; bodies: Bodies } & (
  | { kind: 'record'; source: Source; facts: readonly Fact[] }
  | { kind: 'reserve'; source: Source; facts: readonly Fact[]; wish: Wish }
  | { kind: 'arrive'; arrival: Arrival }
  | { kind: 'tell'; facts: readonly Told[]; sentBy: string }
  | { kind: 'bring'; importId: string; lines: readonly Brought[] }
  | { kind: 'take-back'; importId: string; lines: readonly BroughtLine[] }
  | ({ kind: 'mark-tests' } & TestMarks)
);

/** What a caller is answered. */
export type Outcome =
  | { kind: 'record'; verdicts: Verdict[] }
  | { kind: 'reserve'; isKept: boolean }
  | { kind: 'arrive'; arrived: Arrived }
  | { kind: 'tell'; verdicts: ToldVerdict[] }
  /** What became of each line is written with it. */
  | { kind: 'bring' | 'take-back' }
  /** Those that were not so already. */
  | { kind: 'mark-tests'; marked: string[] }
  /** Whoever came was erased at their wish. */
  | { kind: 'erased' };

/** What a commit works with. */
export interface CommitDeps {
  database: Database;
  newId: NewId;
  tombstonesAgainst: TombstonesAgainst;
}

/** What the console hears of a group. */
export interface News {
  workspaceId: string;
  event: report.LiveEvent;
}

/** A group that is on the disk. */
export interface Committed {
  outcomes: Outcome[];
  news: News[];
}

interface Part {
  workspaceId: string;
  jobs: readonly Job[];
  /** Whom arrivals and servers name, as far as they are known. */
  named: Named;
  /** Names of visitors who turned out to be users. */
  aliases: readonly AliasRecord[];
  hashOf: (who: Who) => string;
}

/**
 * Commits the jobs of all workspaces in one durable transaction: all of them, or none. Names are locked before ids, and both
 * in their order, so that processes which meet the same people wait for each other and never in a circle.
 */
export async function commitGroup(deps: CommitDeps, jobs: readonly Job[]): Promise<Committed> {
  const parts = [...Map.groupBy(jobs, ({ workspaceId }) => workspaceId)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([workspaceId, its]): Part => ({
      workspaceId,
      jobs: its,
      named: { contacts: new Map(), accounts: new Map() },
      aliases: [],
      hashOf: aliasHashes(workspaceId, deps.tombstonesAgainst),
    }));
  return deps.database.record(async (tx) => {
    await tx.lock(parts.flatMap(namesIn));
    for (const part of parts) await findNamed(tx, part);
    await tx.lock(parts.flatMap(idsIn));

    const outcomes = new Map<Job, Outcome>();
    const news: News[] = [];
    for (const part of parts) {
      const ledger = await commitPart(tx, part, deps, outcomes);
      for (const event of ledger.news.values()) news.push({ workspaceId: part.workspaceId, event });
    }
    return { outcomes: jobs.flatMap((job) => outcomes.get(job) ?? []), news };
  });
}

async function commitPart(
  tx: RecorderTransaction,
  part: Part,
  { newId, tombstonesAgainst }: CommitDeps,
  outcomes: Map<Job, Outcome>,
): Promise<Ledger> {
  const db = await tx.enter(part.workspaceId);
  const ledger = ledgerFor(part, newId);
  const batches = part.jobs
    .filter((job) => job.kind === 'record' || job.kind === 'reserve')
    .map((job) => ({ ...job, actor: job.source }));
  const leaving = part.jobs.filter((job) => job.kind === 'take-back');
  const coming = part.jobs.filter((job) => job.kind === 'bring').flatMap(({ lines }) => lines);
  const marking = part.jobs.filter((job) => job.kind === 'mark-tests');
  const standing = [...leaving.flatMap(batchesOfLeaving), ...marking.flatMap(batchesOfMarked)];
  await loadActors(db, ledger, [...batches, ...standing], part.named);
  await loadTold(
    db,
    ledger,
    part.jobs.flatMap((job) => (job.kind === 'tell' ? job.facts : [])),
  );
  const before = await loadBrought(db, ledger, coming);
  const lines = leaving.flatMap((job) => job.lines);
  for (const { responseId } of lines) ledger.leaving.add(responseId);
  await loadTakenBack(db, ledger, [...lines, ...before]);
  for (const { nameHash, ...alias } of part.aliases) ledger.aliases.load(nameHash, alias);

  const naming = {
    away: await turnedAway(db, ledger, namesOf(part).persons, tombstonesAgainst),
    hashOf: part.hashOf,
  };
  const actors = new Map<Job, Actor>();
  const told = new Map<Job, Admitted[]>();
  const brought = new Map<Job, AdmittedLine[]>();
  for (const job of part.jobs) {
    if (job.kind === 'bring') brought.set(job, admitBrought(ledger, job, naming.away, job.receivedAt));
    if (job.kind === 'tell') told.set(job, admitTold(ledger, job.facts, naming, job.receivedAt));
    if (job.kind !== 'arrive') continue;
    if (naming.away.has(nameOf(job.arrival))) outcomes.set(job, { kind: 'erased' });
    else actors.set(job, admit(ledger, job.arrival, job.receivedAt));
  }
  const others = [...brought].flatMap(([job, lines]) => batchesBrought(lines, job.receivedAt));
  await loadHistories(
    db,
    ledger,
    unique(marking.flatMap((job) => job.responses.map(({ contactId }) => contactId))),
  );
  const touched = [...told].map(([job, admitted]) => touchedBy(admitted, job.receivedAt));
  await loadTouched(
    db,
    ledger,
    [...batches, ...others, ...touched.flatMap((of) => of.batches)],
    [...actors.values(), ...touched.flatMap((of) => of.changed)],
  );

  for (const job of part.jobs) {
    const outcome = outcomeOf(ledger, job, {
      actor: actors.get(job),
      told: told.get(job),
      brought: brought.get(job),
    });
    if (outcome) outcomes.set(job, outcome);
  }
  await store(db, ledger);
  return ledger;
}

/** Around a publication callers may know different ones: the newest stands, and the others' versions are still known. */
function ledgerFor({ workspaceId, jobs }: Part, newId: NewId): Ledger {
  const catalogues = new Set(jobs.map(({ catalogue }) => catalogue));
  const catalogue = [...catalogues].at(-1);
  if (!catalogue) throw new RangeError('A workspace without jobs');
  const bodies = new Map(jobs.flatMap((job) => [...job.bodies]));
  if (catalogues.size > 1) {
    for (const { contents } of catalogues)
      for (const content of contents.values()) bodies.set(versionKey(content.id, content.version), content);
  }
  return emptyLedger({ workspaceId, catalogue, bodies, newId });
}

/** @returns undefined for somebody who was turned away. */
function outcomeOf(
  ledger: Ledger,
  job: Job,
  admitted: {
    actor: Actor | undefined;
    told: readonly Admitted[] | undefined;
    brought: readonly AdmittedLine[] | undefined;
  },
): Outcome | undefined {
  const { receivedAt } = job;
  const { actor, told = [], brought = [] } = admitted;
  switch (job.kind) {
    case 'record':
      return { kind: 'record', verdicts: recordFacts(ledger, job.source, job.facts, receivedAt) };
    case 'reserve':
      return { kind: 'reserve', isKept: reserve(ledger, job.source, job.wish, receivedAt) };
    case 'tell':
      return { kind: 'tell', verdicts: tell(ledger, told, job.sentBy, receivedAt) };
    case 'bring':
      bring(ledger, job.importId, brought, receivedAt);
      return { kind: 'bring' };
    case 'take-back':
      takeBack(ledger, job.importId, job.lines, receivedAt);
      return { kind: 'take-back' };
    case 'mark-tests':
      return { kind: 'mark-tests', marked: markTests(ledger, job, receivedAt) };
    case 'arrive':
      return actor && { kind: 'arrive', arrived: arrive(ledger, actor, job.arrival, receivedAt) };
    default:
      return job satisfies never;
  }
}

async function findNamed(tx: RecorderTransaction, part: Part): Promise<void> {
  const names = namesOf(part);
  if (names.persons.length === 0) return;
  const { workspaceId } = part;
  const db = await tx.enter(workspaceId);
  const named = await whoIs(db, workspaceId, names);
  const told = part.jobs.flatMap((job) => (job.kind === 'tell' ? namesTold(job.facts).persons : []));
  const linked = await findAliases(db, workspaceId, told, part.hashOf);
  part.aliases = linked.found;
  part.named = {
    contacts: new Map([...named.contacts, ...linked.named.contacts]),
    accounts: new Map([...named.accounts, ...linked.named.accounts]),
  };
}

/** Everybody whom the jobs name; a session's facts come under ids of ours. */
function namesOf({ jobs }: Pick<Part, 'jobs'>): Names {
  const named = jobs.flatMap((job): Names[] => {
    if (job.kind === 'tell') return [namesTold(job.facts)];
    if (job.kind === 'bring') return [namesBrought(job.lines)];
    if (job.kind !== 'arrive') return [];
    const { arrival } = job;
    return [{ persons: [arrival], accountExternalIds: arrival.account ? [arrival.account.externalId] : [] }];
  });
  return {
    persons: named.flatMap(({ persons }) => persons),
    accountExternalIds: named.flatMap(({ accountExternalIds }) => accountExternalIds),
  };
}

function namesIn(part: Part): string[] {
  const { persons, accountExternalIds } = namesOf(part);
  return [...persons.map(nameOf), ...accountExternalIds.map((id) => `account ${id}`)].map(
    (name) => `${part.workspaceId} ${name}`,
  );
}

function idsIn({ workspaceId, jobs, named }: Part): string[] {
  const ids = jobs.flatMap((job) => {
    if (job.kind === 'record' || job.kind === 'reserve') return [job.source.contactId, job.source.accountId];
    if (job.kind === 'take-back') return job.lines.map(({ contactId }) => contactId);
    if (job.kind === 'mark-tests') return job.responses.map(({ contactId }) => contactId);
    return [];
  });
  return [...ids, ...named.contacts.values(), ...named.accounts.values()]
    .filter((id) => id !== null)
    .map((id) => `${workspaceId} ${id}`);
}

/** Those whose lines leave, so that they are loaded; no fact of theirs comes. */
function batchesOfLeaving({ lines, receivedAt }: Extract<Job, { kind: 'take-back' }>): Batch[] {
  return lines.map((line) => withoutFacts(line, receivedAt));
}

function batchesOfMarked({ responses, receivedAt }: Extract<Job, { kind: 'mark-tests' }>): Batch[] {
  return responses.map((response) => withoutFacts(response, receivedAt));
}

function withoutFacts({ contactId }: { contactId: string }, receivedAt: Instant): Batch {
  return { actor: { contactId, accountId: null, verified: true, locale: 'en' }, facts: [], receivedAt };
}
