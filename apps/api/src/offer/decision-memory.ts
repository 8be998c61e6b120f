import type { AssignmentRecord, Database, DecisionChange, StandingDecision } from '@banso/database';
import { assignments, decisionChanges, people } from '@banso/database';
import { becauseOf, isSameOutcome, outcomesOf } from '@banso/domain/decide';
import { assignmentsIn } from '@banso/domain/experiment';
import type { Logger } from 'pino';
import { groupCommit } from '../recorder/group.ts';
import type { Actor } from '../recorder/ledger.ts';
import { unitKey } from '../recorder/ledger.ts';
import type { Decided } from './offer-of.ts';

/** A decision that was answered, and what was in force before. */
export interface Noted extends Decided {
  workspaceId: string;
  actor: Pick<Actor, 'contactId' | 'accountId'>;
  standing: readonly StandingDecision[];
  /** Who takes part in experiments already, by {@link unitKey}. */
  assigned: ReadonlyMap<string, unknown>;
}

/** Keeps what changed in decisions, and who takes part in experiments by them, after they have been answered. */
export interface DecisionMemory {
  /** Never waits and never throws. An unchanged decision costs nothing further. */
  note(noted: Noted): void;
  /** Waits until everything noted so far is written, or given up. */
  settled(): Promise<void>;
  /** Writes what waits; nothing is noted afterwards. */
  close(): Promise<void>;
}

interface Job {
  workspaceId: string;
  contactId: string;
  changes: readonly DecisionChange[];
  assignments: readonly AssignmentRecord[];
}

/** So long what changed may wait for more to share its commit: it is lost if the process is killed meanwhile. */
const PAUSE_MS = 100;
/** Changes that may wait; beyond that they are let go, and the next decision of the person writes what is true then. */
const MAX_WAITING = 20_000;

/** One for a process. */
export function createDecisionMemory(deps: {
  database: Database;
  log: Pick<Logger, 'warn'>;
  pauseMs?: number;
}): DecisionMemory {
  const { database, log, pauseMs = PAUSE_MS } = deps;
  const group = groupCommit<Job, true>({
    commit: async (jobs) => {
      await write(database, jobs);
      return jobs.map(() => true);
    },
    weightOf: (job) => job.changes.length + job.assignments.length,
    maxWaiting: MAX_WAITING,
    pauseMs,
  });
  const underWay = new Set<Promise<void>>();
  // while something of a person waits, what the database says of them is not the last word
  const waiting = new Map<string, number>();
  const count = (key: string, by: number) => {
    const now = (waiting.get(key) ?? 0) + by;
    if (now === 0) waiting.delete(key);
    else waiting.set(key, now);
  };

  return {
    note(noted) {
      const { workspaceId, actor } = noted;
      const key = `${workspaceId} ${actor.contactId}`;
      const changes = changesIn(noted, waiting.has(key));
      const made = assignmentsOf(noted);
      if (changes.length === 0 && made.length === 0) return;
      count(key, 1);
      const writing = group
        .submit({ workspaceId, contactId: actor.contactId, changes, assignments: made })
        .then(
          () => undefined,
          (err: unknown) => log.warn({ err, changes: changes.length }, 'decisions are not remembered'),
        )
        .finally(() => {
          count(key, -1);
          underWay.delete(writing);
        });
      underWay.add(writing);
    },
    async settled() {
      await Promise.all(underWay);
    },
    close: () => group.close(),
  };
}

/** What is not as it was; everything, where it is not known how it was. */
function changesIn(
  { situation, candidates, decision, standing, actor }: Noted,
  isUnsure: boolean,
): DecisionChange[] {
  const before = new Map(standing.map((one) => [one.contentId, one]));
  const live = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return outcomesOf(decision, candidates, standing)
    .filter((now) => {
      const was = before.get(now.contentId);
      return isUnsure || !was || !isSameOutcome(was, now);
    })
    .map((now) => ({
      ...now,
      contactId: actor.contactId,
      accountId: actor.accountId,
      at: situation.facts.now,
      source: 'offer' as const,
      because: becauseOf(now, { situation, decision, candidate: live.get(now.contentId) }),
    }));
}

/** Who was not in an experiment yet. */
function assignmentsOf({ situation, candidates, decision, assigned }: Noted): AssignmentRecord[] {
  return assignmentsIn(decision, candidates, situation)
    .filter((one) => !assigned.has(unitKey(one)))
    .map((one) => ({ ...one, at: situation.facts.now }));
}

/** Under the locks of the recorder, so that nothing else is written of these people, and nothing of somebody erased. */
async function write(database: Database, jobs: readonly Job[]): Promise<void> {
  const parts = [...Map.groupBy(jobs, ({ workspaceId }) => workspaceId)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  await database.record(async (tx) => {
    await tx.lock(jobs.map(({ workspaceId, contactId }) => `${workspaceId} ${contactId}`));
    for (const [workspaceId, its] of parts) {
      const db = await tx.enter(workspaceId);
      const present = await people.present(
        db,
        workspaceId,
        its.map(({ contactId }) => contactId),
      );
      const kept = its.filter(({ contactId }) => present.has(contactId));
      await decisionChanges.keep(
        db,
        workspaceId,
        kept.flatMap(({ changes }) => changes),
      );
      await assignments.add(
        db,
        workspaceId,
        kept.flatMap((job) => job.assignments),
      );
    }
  });
}
