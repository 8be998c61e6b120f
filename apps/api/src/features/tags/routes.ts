import { Tag, TagCreate, TagId, TagList, TagMerge, TagUpdate } from '@banso/contract/response-tags';
import { audit, brokenConstraint, type Db, responseTags, type TagRecord } from '@banso/database';
import { tagKey, tidyTags } from '@banso/domain/content';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { AppError, invalidField } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { makeTag, MOST_KINDS_OF_TAGS } from '../../tags/make-tag.ts';

const tags = ['tags'];
const path = '/v1/tags';
const Params = z.object({ id: TagId });
const tagJson = json(Tag, 'The tag');

/** The team's words for answers. Mounted at the root: `/v1/tags`. Who carries them: `/v1/responses/changes`. */
export const tagRoutes = ({ database, clock, newId, live }: Deps) => {
  /** Work in a transaction in which no other one changes tags. */
  const writing = (c: Context<AppEnv>, work: (db: Db, known: readonly TagRecord[]) => Promise<void>) =>
    database
      .forWorkspace(c.var.workspaceId)
      .write(async (db) => work(db, await responseTags.listToChange(db, c.var.workspaceId)))
      .catch((error: unknown) => {
        throw brokenConstraint(error) === 'unique' ? taken() : error;
      });
  const writeDown = (
    c: Context<AppEnv>,
    db: Db,
    act: string,
    target: string,
    change: { name: string; into?: string },
  ) =>
    audit.append(db, c.var.workspaceId, {
      at: clock.now(),
      principal: c.var.principal,
      action: `tag.${act}`,
      target,
      change,
    });
  const read = async (c: Context<AppEnv>, id: string) => {
    const { workspaceId } = c.var;
    const known = await database.forWorkspace(workspaceId).read((db) => responseTags.list(db, workspaceId));
    return shown(get(known, id));
  };
  /** Whoever lists answers sees other tags on them. */
  const tell = (c: Context<AppEnv>) =>
    live.publish(c.var.workspaceId, { type: 'response', id: '', surveyId: '' });

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List the tags of answers by their letters, with how many answers carry each',
        description: `A workspace keeps ${MOST_KINDS_OF_TAGS} at most; they come all at once.`,
        responses: { 200: json(TagList, 'Every tag') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const known = await database
          .forWorkspace(workspaceId)
          .read((db) => responseTags.list(db, workspaceId));
        return c.json({ data: known.map(shown) }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary: 'Make a tag that no answer carries yet',
        request: { body: body(TagCreate) },
        responses: { 201: tagJson },
      }),
      async (c) => {
        const id = newId('tag');
        await writing(c, async (db, known) => {
          const { workspaceId, principal } = c.var;
          const act = { workspaceId, principal, at: clock.now() };
          await makeTag(db, act, { id, name: c.req.valid('json').name, existing: known.length });
        });
        return c.json(await read(c, id), 201);
      },
    )
    .openapi(
      operation('write', {
        method: 'patch',
        path: `${path}/{id}`,
        tags,
        summary: 'Rename a tag, wherever it stands',
        request: { params: Params, body: body(TagUpdate) },
        responses: { 200: tagJson },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        const name = tidied(c.req.valid('json').name);
        await writing(c, async (db, known) => {
          get(known, id);
          await responseTags.rename(db, c.var.workspaceId, id, { key: tagKey(name), name });
          await writeDown(c, db, 'update', id, { name });
        });
        tell(c);
        return c.json(await read(c, id), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: `${path}/{id}/merge`,
        tags,
        summary: 'Merge a tag into another: what carries it carries the other, and it is gone',
        request: { params: Params, body: body(TagMerge) },
        responses: { 200: json(Tag, 'The tag that is left') },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        const { into } = c.req.valid('json');
        await writing(c, async (db, known) => {
          const from = get(known, id);
          if (into === id || !known.some((tag) => tag.id === into)) throw noTarget();
          await responseTags.merge(db, c.var.workspaceId, id, into);
          await writeDown(c, db, 'merge', id, { name: from.name, into });
        });
        tell(c);
        return c.json(await read(c, into), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'delete',
        path: `${path}/{id}`,
        tags,
        summary: 'Delete a tag and take it off every answer',
        request: { params: Params },
        responses: { 204: { description: 'It is gone' } },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        await writing(c, async (db, known) => {
          const { name } = get(known, id);
          await responseTags.remove(db, c.var.workspaceId, id);
          await writeDown(c, db, 'delete', id, { name });
        });
        tell(c);
        return c.body(null, 204);
      },
    );
};

const tidied = (name: string): string => tidyTags([name])[0] ?? name;

const shown = ({ key: _key, ...tag }: TagRecord): z.infer<typeof Tag> => tag;

function get(known: readonly TagRecord[], id: string): TagRecord {
  const found = known.find((tag) => tag.id === id);
  if (!found) throw new AppError('not_found', 'There is no such tag.');
  return found;
}

const taken = () =>
  new AppError('conflict', 'name: another tag has it', {
    errors: [{ path: 'name', code: 'taken', message: 'another tag has it' }],
  });

const noTarget = () => invalidField('into', 'unknown', 'there is no such other tag');
