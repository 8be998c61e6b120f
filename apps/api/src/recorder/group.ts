import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { failureOf, refusalFor, unavailable } from './failure.ts';

/** How jobs that wait at the same time are brought into one commit. */
export interface GroupOptions<Job, Result> {
  /** Commits jobs together, durably, and answers each; rejects when none of them is committed. */
  commit: (jobs: readonly Job[]) => Promise<Result[]>;
  /** Facts in a job, at least 1. */
  weightOf: (job: Job) => number;
  /** Facts in a commit at most, unless one job alone holds more. Default 500. */
  maxWeight?: number;
  /** Facts that may wait; beyond that callers are asked to come back. Default 20,000. */
  maxWaiting?: number;
  /** How long a commit waits for more, where nobody waits for its answer. Default 0. */
  pauseMs?: number;
}

/** Commits shared by whoever waits. */
export interface Group<Job, Result> {
  /**
   * Resolves once the commit that holds the job is durable.
   * @throws {AppError} `unavailable` when the database is away or too much waits; nothing of the job is kept then.
   */
  submit(job: Job): Promise<Result>;
  /** Accepts nothing any more and waits for what was accepted. */
  close(): Promise<void>;
}

interface Waiting<Job, Result> {
  job: Job;
  weight: number;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

const CONFLICT_TRIES = 4;

/**
 * Group commit: whatever waits when the writer is free goes into the next commit; nobody waits for a timer. A job that
 * fails because of what it holds fails alone, and the others are committed without it.
 */
export function groupCommit<Job, Result>(options: GroupOptions<Job, Result>): Group<Job, Result> {
  const { commit, weightOf, maxWeight = 500, maxWaiting = 20_000, pauseMs = 0 } = options;
  const queue: Waiting<Job, Result>[] = [];
  let waitingWeight = 0;
  let isClosed = false;
  let draining: Promise<void> | undefined;
  // a commit belongs to all its callers: it does not run as part of the request that happened to be first
  const apart = AsyncLocalStorage.snapshot();

  function take(): Waiting<Job, Result>[] {
    let [count, weight] = [0, 0];
    for (const waiting of queue) {
      if (count > 0 && weight + waiting.weight > maxWeight) break;
      count += 1;
      weight += waiting.weight;
    }
    waitingWeight -= weight;
    return queue.splice(0, count);
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      // Requests that have arrived are read before the next commit begins: they go with it.
      await (pauseMs > 0 && !isClosed ? pause(pauseMs) : new Promise((next) => setImmediate(next)));
      await settle(take());
    }
    draining = undefined;
  }

  async function settle(group: readonly Waiting<Job, Result>[]): Promise<void> {
    try {
      const results = await committed(group.map(({ job }) => job));
      group.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result === undefined) reject(new Error('A commit answered fewer jobs than it was given'));
        else resolve(result);
      });
    } catch (error) {
      if (group.length === 1 || failureOf(error) === 'away')
        for (const { reject } of group) reject(refusalFor(error));
      else for (const waiting of group) await settle([waiting]);
    }
  }

  /** Another process was at the same rows: the same work succeeds once it is through. */
  async function committed(jobs: readonly Job[]): Promise<Result[]> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await commit(jobs);
      } catch (error) {
        if (tried === CONFLICT_TRIES || failureOf(error) !== 'conflict') throw error;
      }
    }
  }

  return {
    submit(job) {
      const weight = weightOf(job);
      if (isClosed) return Promise.reject(unavailable('The server is stopping; send it again.'));
      if (waitingWeight + weight > maxWaiting && queue.length > 0)
        return Promise.reject(unavailable('Too much is waiting; send it again.'));
      const settled = new Promise<Result>((resolve, reject) => queue.push({ job, weight, resolve, reject }));
      waitingWeight += weight;
      draining ??= apart(drain);
      return settled;
    },
    async close() {
      isClosed = true;
      await draining;
    },
  };
}
