import { common } from '@banso/contract';
import * as editorial from '@banso/contract/editorial';
import { type CommentRecord, contentComments, type Db } from '@banso/database';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../app-env.ts';
import { AppError } from '../errors.ts';
import { body, json, operation, router } from '../operation.ts';
import { cursorOf, pageOf } from '../paging.ts';
import { theMember } from '../principal.ts';
import { contentDesk } from './desk.ts';
import type { Kind } from './kinds.ts';
import { type Act, announce, getContent, writeDown } from './lifecycle.ts';
import { personOf } from './review.ts';

/** What colleagues say to each other about a draft. Mounted once for each kind. */
export function commentRoutes(deps: Deps, kind: Kind) {
  const { database, newId } = deps;
  const { path, tags, Params, actOf, namesOf, reading } = contentDesk(deps, kind);
  const One = Params.extend({ commentId: common.CommentId });

  const onWire =
    (nameOf: (member: string) => string | undefined) =>
    ({ contentId: _, author, resolvedBy, ...comment }: CommentRecord): editorial.Comment => ({
      ...comment,
      author: personOf(author, nameOf),
      resolvedBy: personOf(resolvedBy, nameOf),
    });

  /** Changes one comment that is there, by a member, and writes it down. */
  async function changing(
    c: Context<AppEnv>,
    params: { id: string; commentId: string },
    action: string,
    work: (db: Db, act: Act, comment: CommentRecord) => Promise<void>,
  ) {
    const act = actOf(c);
    const { record, comment } = await database.forWorkspace(act.workspaceId).write(async (db) => {
      const found = await getContent(db, act, kind.kind, params.id);
      const said = await contentComments.find(db, act.workspaceId, found.id, params.commentId);
      if (!said) throw new AppError('not_found', 'There is no such comment.');
      theMember(c);
      await work(db, act, said);
      await writeDown(db, act, action, found, { comment: said.id });
      const after = await contentComments.find(db, act.workspaceId, found.id, said.id);
      return { record: found, comment: after ?? said };
    });
    announce(deps, act.workspaceId, record);
    return onWire(await namesOf(act))(comment);
  }

  const resolving = (isDone: boolean) => {
    const verb = isDone ? ('resolve' as const) : ('reopen' as const);
    return {
      action: `${verb}_comment`,
      route: operation('write', {
        method: 'post',
        path: `${path}/{id}/comments/{commentId}/${verb}`,
        tags,
        summary: isDone ? 'Say that a comment is settled' : 'Open a settled comment again',
        request: { params: One },
        responses: { 200: json(editorial.Comment, 'The comment') },
      }),
      work: (db: Db, act: Act, { id }: CommentRecord) =>
        contentComments.resolve(
          db,
          act.workspaceId,
          id,
          isDone ? { at: act.at, member: act.principal.id } : null,
        ),
    };
  };
  const [settle, reopen] = [resolving(true), resolving(false)];

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}/comments`,
        tags,
        summary: 'List what colleagues say about it, newest first',
        request: { params: Params, query: common.PageQuery },
        responses: { 200: json(common.page(editorial.Comment), 'A page of comments') },
      }),
      async (c) => {
        const { limit, cursor } = c.req.valid('query');
        const page = { before: cursorOf(cursor, 'cmt'), limit: limit + 1 };
        const found = await reading(c, c.req.valid('param').id, ({ id }, act, db) =>
          contentComments.list(db, act.workspaceId, id, page),
        );
        return c.json(pageOf(found, limit, onWire(await namesOf(actOf(c)))), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: `${path}/{id}/comments`,
        tags,
        summary: 'Say something about the draft to the team',
        request: { params: Params, body: body(editorial.CommentCreate) },
        responses: { 201: json(editorial.Comment, 'The comment') },
      }),
      async (c) => {
        const { text, path: field } = c.req.valid('json');
        const act = actOf(c);
        const id = newId('cmt');
        const comment: Omit<CommentRecord, 'author'> = {
          id,
          contentId: c.req.valid('param').id,
          path: field ?? null,
          text,
          createdAt: act.at,
          resolvedAt: null,
          resolvedBy: null,
        };
        const { record, author } = await database.forWorkspace(act.workspaceId).write(async (db) => {
          const found = await getContent(db, act, kind.kind, comment.contentId);
          const member = theMember(c).id;
          await contentComments.create(db, act.workspaceId, { ...comment, author: member });
          await writeDown(db, act, 'comment', found, { comment: id });
          return { record: found, author: member };
        });
        announce(deps, act.workspaceId, record);
        return c.json(onWire(await namesOf(act))({ ...comment, author }), 201);
      },
    )
    .openapi(settle.route, async (c) =>
      c.json(await changing(c, c.req.valid('param'), settle.action, settle.work), 200),
    )
    .openapi(reopen.route, async (c) =>
      c.json(await changing(c, c.req.valid('param'), reopen.action, reopen.work), 200),
    )
    .openapi(
      operation('write', {
        method: 'delete',
        path: `${path}/{id}/comments/{commentId}`,
        tags,
        summary: 'Delete a comment of one’s own',
        request: { params: One },
        responses: { 204: { description: 'Deleted' } },
      }),
      async (c) => {
        await changing(c, c.req.valid('param'), 'delete_comment', async (db, act, { id, author }) => {
          if (author !== act.principal.id)
            throw new AppError('forbidden', 'Only who wrote a comment deletes it. You can resolve it.');
          await contentComments.remove(db, act.workspaceId, id);
        });
        return c.body(null, 204);
      },
    );
}
