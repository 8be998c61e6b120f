import type { report } from '@banso/contract';
import type { Database, RecorderTransaction } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { NewId } from '../app-env.ts';
import { admit, arrive } from './apply/arrive.ts';
import { recordFacts } from './apply/record-facts.ts';
import type { Catalogue } from './catalogue.ts';
import type { Actor, Bodies, Ledger } from './ledger.ts';
import { emptyLedger, versionKey } from './ledger.ts';
import type { Named } from './load.ts';
import { loadActors, loadTouched, nameOf, whoIs } from './load.ts';
import type { Arrival, Arrived, Fact, Source, Verdict } from './recorder.ts';
import { store } from './store.ts';

/** What one caller brings, with what is known outside the transaction. */
export type Job = { receivedAt: Instant; workspaceId: string; catalogue: Catalogue; bodies: Bodies } & (
  | { kind: 'record'; source: Source; facts: readonly Fact[] }
  | { kind: 'arrive'; arrival: Arrival }
);

/** What a caller is answered. */
export type Outcome = { kind: 'record'; verdicts: Verdict[] } | { kind: 'arrive'; arrived: Arrived };

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
  /** Whom arrivals name, as far as they are known. */
  named: Named;
}

/**
 * Commits the jobs of all workspaces in one durable transaction: all of them, or none. Names are locked before ids, and both
 * in their order, so that processes which meet the same people wait for each other and never in a circle.
 */
export async function commitGroup(
  { database, newId }: { database: Database; newId: NewId },
  jobs: readonly Job[],
): Promise<Committed> {
  const parts = [...Map.groupBy(jobs, ({ workspaceId }) => workspaceId)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([workspaceId, its]): Part => ({
      workspaceId,
      jobs: its,
      named: { contacts: new Map(), accounts: new Map() },
    }));
  return database.record(async (tx) => {
    await tx.lock(parts.flatMap(namesIn));
    for (const part of parts) await findNamed(tx, part);
    await tx.lock(parts.flatMap(idsIn));

    const outcomes = new Map<Job, Outcome>();
    const news: News[] = [];
    for (const part of parts) {
      const ledger = await commitPart(tx, part, newId, outcomes);
      for (const event of ledger.news.values()) news.push({ workspaceId: part.workspaceId, event });
    }
    return { outcomes: jobs.flatMap((job) => outcomes.get(job) ?? []), news };
  });
}

async function commitPart(
  tx: RecorderTransaction,
  part: Part,
  newId: NewId,
  outcomes: Map<Job, Outcome>,
): Promise<Ledger> {
  const db = await tx.enter(part.workspaceId);
  const ledger = ledgerFor(part, newId);
  const batches = part.jobs
    .filter((job) => job.kind === 'record')
    .map((job) => ({ ...job, actor: job.source }));
  await loadActors(db, ledger, batches, part.named);

  const actors = new Map<Job, Actor>();
  for (const job of part.jobs)
    if (job.kind === 'arrive') actors.set(job, admit(ledger, job.arrival, job.receivedAt));
  await loadTouched(db, ledger, batches, [...actors.values()]);

  for (const job of part.jobs) {
    const actor = actors.get(job);
    if (job.kind === 'record')
      outcomes.set(job, {
        kind: 'record',
        verdicts: recordFacts(ledger, job.source, job.facts, job.receivedAt),
      });
    else if (actor)
      outcomes.set(job, { kind: 'arrive', arrived: arrive(ledger, actor, job.arrival, job.receivedAt) });
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
      for (const { id, version, body } of contents.values()) bodies.set(versionKey(id, version), body);
  }
  return emptyLedger({ workspaceId, catalogue, bodies, newId });
}

async function findNamed(tx: RecorderTransaction, part: Part): Promise<void> {
  const arrivals = part.jobs.flatMap((job) => (job.kind === 'arrive' ? [job.arrival] : []));
  if (arrivals.length > 0)
    part.named = await whoIs(await tx.enter(part.workspaceId), part.workspaceId, arrivals);
}

function namesIn({ workspaceId, jobs }: Part): string[] {
  return jobs.flatMap((job) => {
    if (job.kind !== 'arrive') return [];
    const { account } = job.arrival;
    return [nameOf(job.arrival), ...(account ? [`account ${account.externalId}`] : [])].map(
      (name) => `${workspaceId} ${name}`,
    );
  });
}

function idsIn({ workspaceId, jobs, named }: Part): string[] {
  const ids = jobs.flatMap((job) =>
    job.kind === 'record' ? [job.source.contactId, job.source.accountId] : [],
  );
  return [...ids, ...named.contacts.values(), ...named.accounts.values()]
    .filter((id) => id !== null)
    .map((id) => `${workspaceId} ${id}`);
}
