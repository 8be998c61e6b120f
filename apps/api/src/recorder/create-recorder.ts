import type { Database } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { Clock, NewId } from '../app-env.ts';
import type { Live } from '../live.ts';
import { erased } from '../may-read.ts';
import type { PublishedContents } from '../published-contents.ts';
import { tombstonesAgainst } from '../tombstone.ts';
import { catalogueOf } from './catalogue.ts';
import type { CommitDeps, Job, Outcome } from './commit.ts';
import { commitGroup } from './commit.ts';
import { refusalFor } from './failure.ts';
import { groupCommit } from './group.ts';
import type { Fact, Recorder, Wish } from './recorder.ts';
import { versionsIn } from './versions.ts';

/** What the recorder works with. */
export interface RecorderDeps {
  database: Database;
  published: PublishedContents;
  live: Live;
  clock: Clock;
  newId: NewId;
  /** The installation's: people who were erased are known again by it. */
  secret: string;
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
  secret,
  onCommit,
}: RecorderDeps): Recorder {
  const versions = versionsIn(database);
  const commitDeps: CommitDeps = {
    database,
    newId,
    tombstonesAgainst: (workspaceId, person) => tombstonesAgainst(secret, workspaceId, person),
  };
  const group = groupCommit<Job, Outcome>({
    async commit(jobs) {
      const { outcomes, news } = await commitGroup(commitDeps, jobs);
      for (const { workspaceId, event } of news) live.publish(workspaceId, event);
      onCommit?.(jobs.length);
      return outcomes;
    },
    weightOf: (job) => Math.max(1, 'facts' in job ? job.facts.length : 'lines' in job ? job.lines.length : 1),
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
      if (outcome.kind === 'erased') throw erased();
      if (outcome.kind !== 'arrive') throw new TypeError('An arrival was answered like facts');
      return outcome.arrived;
    },
    async reserve(source, wish) {
      const receivedAt = clock.now();
      const facts = [claimOf(wish, newId(), receivedAt)];
      const job = {
        kind: 'reserve' as const,
        source,
        facts,
        wish,
        receivedAt,
        ...(await known(source.workspaceId, facts)),
      };
      const outcome = await group.submit(job);
      if (outcome.kind !== 'reserve') throw new TypeError('A wish was answered like something else');
      return outcome.isKept;
    },
    async tell(workspaceId, sentBy, facts) {
      if (facts.length === 0) return [];
      const receivedAt = clock.now();
      const job = { kind: 'tell' as const, sentBy, facts, receivedAt, ...(await known(workspaceId, [])) };
      const outcome = await group.submit(job);
      if (outcome.kind !== 'tell') throw new TypeError('What a server told was answered like something else');
      return outcome.verdicts;
    },
    async bring(workspaceId, importId, lines) {
      if (lines.length === 0) return;
      const { bodies, ...rest } = await known(workspaceId, []);
      const receivedAt = clock.now();
      const answered = await versions.of(workspaceId, lines);
      const all = new Map([...bodies, ...answered]);
      const job = { kind: 'bring' as const, importId, lines, receivedAt, ...rest, bodies: all };
      await group.submit(job);
    },
    async takeBack(workspaceId, importId, lines) {
      if (lines.length === 0) return;
      const receivedAt = clock.now();
      const job = {
        kind: 'take-back' as const,
        importId,
        lines,
        receivedAt,
        ...(await known(workspaceId, [])),
      };
      await group.submit(job);
    },
    async markTests(workspaceId, marks) {
      if (marks.responses.length === 0) return [];
      const { bodies, ...rest } = await known(workspaceId, []);
      const answered = await versions.of(workspaceId, marks.responses);
      const all = new Map([...bodies, ...answered]);
      const job = { kind: 'mark-tests' as const, ...marks, receivedAt: clock.now(), ...rest, bodies: all };
      const outcome = await group.submit(job);
      if (outcome.kind !== 'mark-tests') throw new TypeError('Marks were answered like something else');
      return outcome.marked;
    },
    close: () => group.close(),
  };
}

/** The claim that will follow, for what has to be loaded to judge it. */
function claimOf({ contentId, version }: Wish, id: string, at: Instant): Fact {
  return { event: { type: 'content_claimed', id, at, contentId, version }, occurredAt: at };
}
