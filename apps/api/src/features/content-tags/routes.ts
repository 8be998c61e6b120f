import * as tagging from '@banso/contract/tags';
import { contents, type Db } from '@banso/database';
import { knownTags, MOST_TAGS, sameValue, tidyTags, withTags } from '@banso/domain/content';
import type { Deps } from '../../app-env.ts';
import { type Act, announce, memberOf, writeDown } from '../../contents/lifecycle.ts';
import { requireTagging, tagLimitsOf } from '../../contents/tagging.ts';
import { AppError, invalidField } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';

const tags = ['content-tags'];
const path = '/v1/content-tags';

/** Tags of contents of every kind. Mounted at the root: `/v1/content-tags`. */
export const contentTagRoutes = (deps: Deps) => {
  const { database, clock } = deps;
  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List the tags that contents carry, the one that most carry first',
        description: 'Of all kinds, archived contents too; each as most contents write it.',
        responses: { 200: json(tagging.KnownTags, 'Every tag, and how many contents carry it') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const lists = await database
          .forWorkspace(workspaceId)
          .read((db) => contents.listTags(db, workspaceId));
        return c.json({ data: knownTags(lists) }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary: 'Put tags on contents and take others away, all of them or none',
        description:
          'Tags hold at once. Where a limit of the fatigue budget names one of them, other tags of what customers see take the permission to publish.',
        request: { body: body(tagging.TagsChange) },
        responses: {
          200: json(tagging.TaggedContents, 'The contents with their tags, in the order asked for'),
        },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { contents: ids, add, remove } = c.req.valid('json');
        const act: Act = { workspaceId, principal, at: clock.now() };
        const limits = await tagLimitsOf(database, workspaceId);
        const asked = [...new Set(ids)];
        const { tagged, changed } = await database.forWorkspace(workspaceId).write(async (db) => {
          const found = await contents.listByIds(db, workspaceId, asked);
          if (found.length < asked.length) throw new AppError('not_found', 'There is no such content.');
          const wanted = found.map((record) => ({
            record,
            to: withTags(record.tags, { add: tidyTags(add), remove }),
          }));
          requireRoom(wanted.filter(({ to }) => to.length > MOST_TAGS).map(({ record }) => record.name));
          const other = wanted.filter(({ record, to }) => !sameValue(record.tags, to));
          for (const { record, to } of other) {
            requireTagging(principal, record, to, limits);
            await retag(db, act, record, to);
          }
          return { tagged: new Map(wanted.map(({ record, to }) => [record.id, to])), changed: other };
        });
        for (const { record } of changed) announce(deps, workspaceId, record);
        return c.json({ data: asked.map((id) => ({ id, tags: tagged.get(id) ?? [] })) }, 200);
      },
    );
};

async function retag(
  db: Db,
  act: Act,
  record: Awaited<ReturnType<typeof contents.listByIds>>[number],
  to: readonly string[],
): Promise<void> {
  const by = { at: act.at, member: memberOf(act) };
  if (!(await contents.update(db, act.workspaceId, record.id, record.revision, { tags: to }, by)))
    throw new AppError('conflict', 'Somebody else changed this meanwhile. Nothing was overwritten.');
  await writeDown(db, act, 'update', record, { fields: ['tags'], tags: to });
}

/** @throws {AppError} `invalid`, with the names of the contents that would carry too many. */
function requireRoom(full: readonly string[]): void {
  if (full.length === 0) return;
  const names = full.map((name) => `“${name}”`).join(', ');
  const message = `gives more than ${MOST_TAGS} tags to ${names}`;
  throw invalidField('add', 'too_many', message);
}
