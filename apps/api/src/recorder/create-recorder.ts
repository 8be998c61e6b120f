import type { Database } from '@banso/database';
import type { Clock, NewId } from '../app-env.ts';
import type { Live } from '../live.ts';
import type { PublishedContents } from '../published-contents.ts';
import { catalogueOf } from './catalogue.ts';
import type { Job, Outcome } from './commit.ts';
import { commitGroup } from './commit.ts';
import { refusalFor } from './failure.ts';
import { groupCommit } from './group.ts';
import type { Fact, Recorder } from './recorder.ts';
import { versionsIn } from './versions.ts';

/** What the recorder works with. */
export interface RecorderDeps {
  database: Database;
  published: PublishedContents;
  live: Live;
  clock: Clock;
  newId: NewId;
  /** Told of each commit how many callers share it. */
  onCommit?: (callers: number) => void;
}

/** The one way in for facts. One for a process: callers that wait at the same time share a commit. */
export function createRecorder({
  database,
  published,
  live,
  clock,
  newId,
  onCommit,
}: RecorderDeps): Recorder {
  const versions = versionsIn(database);
  const group = groupCommit<Job, Outcome>({
    async commit(jobs) {
      const { outcomes, news } = await commitGroup({ database, newId }, jobs);
      for (const { workspaceId, event } of news) live.publish(workspaceId, event);
      onCommit?.(jobs.length);
      return outcomes;
    },
    weightOf: (job) => (job.kind === 'record' ? Math.max(job.facts.length, 1) : 1),
  });

  async function known(workspaceId: string, facts: readonly Fact[]) {
    try {
      const contents = await published.of(workspaceId);
      const bodies = await versions.neededBy(workspaceId, facts, contents);
      return { workspaceId, catalogue: catalogueOf(contents), bodies };
    } catch (error) {
      throw refusalFor(error);
    }
  }

  return {
    async record(source, facts) {
      if (facts.length === 0) return [];
      const receivedAt = clock.now();
      const job = {
        kind: 'record' as const,
        source,
        facts,
        receivedAt,
        ...(await known(source.workspaceId, facts)),
      };
      const outcome = await group.submit(job);
      if (outcome.kind !== 'record') throw new TypeError('Facts were answered like an arrival');
      return outcome.verdicts;
    },
    async arrive(arrival) {
      const receivedAt = clock.now();
      const job = { kind: 'arrive' as const, arrival, receivedAt, ...(await known(arrival.workspaceId, [])) };
      const outcome = await group.submit(job);
      if (outcome.kind !== 'arrive') throw new TypeError('An arrival was answered like facts');
      return outcome.arrived;
    },
    close: () => group.close(),
  };
}
