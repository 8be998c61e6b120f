import { type ContentRecord, members, workspaces } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../app-env.ts';
import { json } from '../operation.ts';
import { etagOf, requiredRevision } from '../revision.ts';
import type { Kind } from './kinds.ts';
import { type Act, getContent, summaries } from './lifecycle.ts';

type ContentDb = Parameters<typeof getContent>[0];

/** What all operations on one kind of content share: their addresses, who acts, and how a content is answered. */
export function contentDesk(deps: Deps, kind: Kind) {
  const { database, clock } = deps;
  const { schemas, noun } = kind;

  const actOf = (c: Context<AppEnv>): Act => ({
    workspaceId: c.var.workspaceId,
    principal: c.var.principal,
    at: clock.now(),
  });
  const namesOf = async (act: Act) => members.namesOf(database.control, act.workspaceId);

  return {
    path: `/v1/${noun}` as const,
    tags: [noun],
    Params: z.object({ id: schemas.Id }),
    IfMatch: z.object({ 'if-match': z.string().optional() }),
    recordJson: json(schemas.Record, 'The content with its draft; the ETag guards the next change'),
    actOf,
    namesOf,

    answer: async (c: Context<AppEnv>, act: Act, record: ContentRecord) => {
      const nameOf = await namesOf(act);
      const [summary] = await database
        .forWorkspace(act.workspaceId)
        .read((db) => summaries(db, act, [record], nameOf));
      c.header('etag', etagOf(record.revision));
      return { ...summary, draft: record.draft } as never;
    },

    /** Reads the content, checks that the caller saw its latest state, and runs one change in a transaction. */
    changing: async (
      c: Context<AppEnv>,
      id: string,
      work: (record: ContentRecord, act: Act, db: ContentDb) => Promise<ContentRecord>,
    ) => {
      const act = actOf(c);
      const record = await database.forWorkspace(act.workspaceId).write(async (db) => {
        const found = await getContent(db, act, kind.kind, id);
        requiredRevision(c, found.revision);
        return work(found, act, db);
      });
      return { act, record };
    },

    /** Whether this workspace publishes only what was approved; read outside of a transaction. */
    isApprovalRequired: async (c: Context<AppEnv>): Promise<boolean> => {
      const workspace = await workspaces.find(database.control, c.var.workspaceId);
      return workspace?.requireApproval ?? false;
    },

    /** Reads something about one content that is there. */
    reading: async <T>(
      c: Context<AppEnv>,
      id: string,
      work: (record: ContentRecord, act: Act, db: ContentDb) => Promise<T>,
    ) => {
      const act = actOf(c);
      return database
        .forWorkspace(act.workspaceId)
        .read(async (db) => work(await getContent(db, act, kind.kind, id), act, db));
    },
  };
}
