import type * as topic from '@banso/contract/topic';
import { audit, brokenConstraint, type Db, members, type TopicRecord, topics } from '@banso/database';
import { dayOf } from '@banso/domain/time';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { etagOf } from '../../revision.ts';
import { topicsOnWire } from './records.ts';

/** What all operations on topics share: who acts, how one is answered, changed and written down. */
export function topicDesk({ database, clock, live }: Deps) {
  return {
    memberOf: ({ var: { principal } }: Context<AppEnv>) =>
      principal.kind === 'member' ? principal.id : null,

    answer: async (c: Context<AppEnv>, id: string): Promise<topic.Topic> => {
      const { workspaceId } = c.var;
      const nameOf = await members.namesOf(database.control, workspaceId);
      return database.forWorkspace(workspaceId).read(async (db) => {
        const found = getTopic(await topics.list(db, workspaceId), id);
        c.header('etag', etagOf(found.revision));
        const of = { today: dayOf(clock.now()), nameOf };
        const [shown] = await topicsOnWire(db, workspaceId, [found], of);
        if (!shown) throw new Error('A topic was read and is not there');
        return shown;
      });
    },

    announce: (workspaceId: string, id: string) => live.publish(workspaceId, { type: 'topic', id }),

    writing: <T>(c: Context<AppEnv>, work: (db: Db, saved: readonly TopicRecord[]) => Promise<T>) =>
      database
        .forWorkspace(c.var.workspaceId)
        .write(async (db) => work(db, await topics.listToChange(db, c.var.workspaceId)))
        .catch((error: unknown) => {
          throw brokenConstraint(error) === 'unique' ? taken() : error;
        }),

    writeDown: (c: Context<AppEnv>, db: Db, act: string, target: string, change: Record<string, unknown>) =>
      audit.append(db, c.var.workspaceId, {
        at: clock.now(),
        principal: c.var.principal,
        action: `topic.${act}`,
        target,
        change,
      }),
  };
}

/** @throws {AppError} `not_found`. */
export function getTopic(saved: readonly TopicRecord[], id: string): TopicRecord {
  const found = saved.find((one) => one.id === id);
  if (!found) throw noTopic();
  return found;
}

/** The refusal that a foreign topic gets too. */
export const noTopic = () => new AppError('not_found', 'There is no such topic.');

const taken = () =>
  new AppError('conflict', 'name: another topic has it', {
    errors: [{ path: 'name', code: 'taken', message: 'another topic has it' }],
  });
