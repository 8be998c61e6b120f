import { common, content } from '@banso/contract';
import { audit, type ContentRecord, contents, members, workspaces } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../app-env.ts';
import { AppError } from '../errors.ts';
import { body, json, operation, router } from '../operation.ts';
import { etagOf, requiredRevision } from '../revision.ts';
import type { Kind } from './kinds.ts';
import {
  type Act,
  announce,
  change,
  freeSlug,
  getContent,
  personOf,
  publish,
  summaries,
} from './lifecycle.ts';
import { renderContent } from './render.ts';
import { starterDraft } from './starters.ts';

/**
 * The lifecycle of one kind of content: draft, publish, schedule, pause, archive, roll back, versions, preview.
 * Mounted once for checklists, surveys and resources.
 */
export function contentRoutes(deps: Deps, kind: Kind) {
  const { database, clock, newId } = deps;
  const { schemas, noun } = kind;
  const tags = [noun];
  const path = `/v1/${noun}` as const;
  const Params = z.object({ id: schemas.Id });
  const IfMatch = z.object({ 'if-match': z.string().optional() });
  const recordJson = json(schemas.Record, 'The content with its draft; the ETag guards the next change');

  const actOf = (c: Context<AppEnv>): Act => ({
    workspaceId: c.var.workspaceId,
    principal: c.var.principal,
    at: clock.now(),
  });
  const namesOf = async (act: Act) => members.namesOf(database.control, act.workspaceId);

  async function answer(c: Context<AppEnv>, act: Act, record: ContentRecord) {
    const nameOf = await namesOf(act);
    const [summary] = await database
      .forWorkspace(act.workspaceId)
      .read((db) => summaries(db, act, [record], nameOf));
    c.header('etag', etagOf(record.revision));
    return { ...summary, draft: record.draft } as never;
  }

  /** Reads the content, checks that the caller saw its latest state, and runs one change in a transaction. */
  async function changing(
    c: Context<AppEnv>,
    id: string,
    work: (record: ContentRecord, act: Act, db: Parameters<typeof getContent>[0]) => Promise<ContentRecord>,
  ) {
    const act = actOf(c);
    const record = await database.forWorkspace(act.workspaceId).write(async (db) => {
      const found = await getContent(db, act, kind.kind, id);
      requiredRevision(c, found.revision);
      return work(found, act, db);
    });
    return { act, record };
  }

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: `List ${noun}, newest first`,
        request: {
          query: common.PageQuery.extend({
            status: z.enum(['draft', 'published', 'paused', 'archived']).optional(),
          }),
        },
        responses: { 200: json(common.page(schemas.Summary), `A page of ${noun}`) },
      }),
      async (c) => {
        const act = actOf(c);
        const { limit, cursor, status } = c.req.valid('query');
        if (cursor !== undefined && !schemas.Id.safeParse(cursor).success)
          throw new AppError('invalid', 'cursor: is not one of ours', {
            errors: [{ path: 'cursor', code: 'invalid', message: 'is not one of ours' }],
          });
        const nameOf = await namesOf(act);
        const page = await database.forWorkspace(act.workspaceId).read(async (db) => {
          const found = await contents.list(db, act.workspaceId, kind.kind, {
            status,
            before: cursor,
            limit: limit + 1,
          });
          const records = found.slice(0, limit);
          return {
            data: await summaries(db, act, records, nameOf),
            nextCursor: found.length > limit ? (records.at(-1)?.id ?? null) : null,
          };
        });
        return c.json(page as never, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary: `Create a draft`,
        description: 'Without `draft` it starts from a template in the languages of the workspace.',
        request: { body: body(schemas.Create) },
        responses: { 201: recordJson },
      }),
      async (c) => {
        const act = actOf(c);
        const { name, slug, draft } = c.req.valid('json') as {
          name: string;
          slug?: string;
          draft?: ContentRecord['draft'];
        };
        const workspace = await workspaces.find(database.control, act.workspaceId);
        const id = newId(kind.prefix);
        const unnamed: Omit<ContentRecord, 'slug'> = {
          id,
          kind: kind.kind,
          name,
          status: 'draft',
          draft:
            draft ??
            starterDraft(kind.kind, name, workspace?.locales ?? ['en'], workspace?.defaultLocale ?? 'en'),
          version: null,
          publishedAt: null,
          edited: true,
          createdAt: act.at,
          updatedAt: act.at,
          updatedBy: act.principal.kind === 'member' ? act.principal.id : null,
          revision: 1,
        };
        const record = await database.forWorkspace(act.workspaceId).write(async (db) => {
          const created = {
            ...unnamed,
            slug: slug ?? (await freeSlug(db, act.workspaceId, { name, kind, id })),
          };
          if (!(await contents.create(db, act.workspaceId, created))) throw slugConflict();
          await audit.append(db, act.workspaceId, {
            at: act.at,
            principal: act.principal,
            action: `${kind.kind}.create`,
            target: id,
            change: { name },
          });
          return created;
        });
        return c.json(await answer(c, act, record), 201);
      },
    )
    .openapi(
      operation('read', {
        method: 'post',
        path: `${path}/preview`,
        tags,
        summary: 'Draw a draft as the widget would get it, without storing anything',
        request: { body: body(z.strictObject({ draft: schemas.Draft, locale: common.Locale })) },
        responses: { 200: json(z.object({ content: z.unknown() }), 'The content in this language') },
      }),
      (c) => {
        const { draft, locale } = c.req.valid('json') as { draft: ContentRecord['draft']; locale: string };
        return c.json(
          {
            content: renderContent(
              { id: `${kind.prefix}_preview`, slug: 'preview', version: 0, kind: kind.kind, draft },
              locale,
            ),
          },
          200,
        );
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}`,
        tags,
        summary: 'Read one with its draft',
        request: { params: Params },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const act = actOf(c);
        const { id } = c.req.valid('param');
        const record = await database
          .forWorkspace(act.workspaceId)
          .read((db) => getContent(db, act, kind.kind, id));
        return c.json(await answer(c, act, record), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'patch',
        path: `${path}/{id}`,
        tags,
        summary: 'Change name, slug or draft; customers see nothing of it before the next publication',
        request: { params: Params, headers: IfMatch, body: body(schemas.Update) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const to = c.req.valid('json') as { name?: string; slug?: string; draft?: ContentRecord['draft'] };
        const { act, record } = await changing(c, c.req.valid('param').id, async (found, by, db) => {
          if (
            to.slug !== undefined &&
            (await contents.slugTaken(db, by.workspaceId, kind.kind, to.slug, found.id))
          )
            throw slugConflict();
          return change(
            db,
            by,
            'update',
            found,
            { ...to, ...(to.draft && { edited: true }) },
            { fields: Object.keys(to) },
          );
        });
        return c.json(await answer(c, act, record), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'delete',
        path: `${path}/{id}`,
        tags,
        summary: 'Delete a draft that was never published; what customers saw is archived instead',
        request: { params: Params },
        responses: { 204: { description: 'Deleted' } },
      }),
      async (c) => {
        const act = actOf(c);
        const { id } = c.req.valid('param');
        await database.forWorkspace(act.workspaceId).write(async (db) => {
          const record = await getContent(db, act, kind.kind, id);
          if (!(await contents.removeUnpublished(db, act.workspaceId, id)))
            throw new AppError('conflict', 'It was published before, so it can only be archived.');
          await audit.append(db, act.workspaceId, {
            at: act.at,
            principal: act.principal,
            action: `${kind.kind}.delete`,
            target: id,
            change: { name: record.name },
          });
        });
        return c.body(null, 204);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: `${path}/{id}/duplicate`,
        tags,
        summary: 'Copy into a new draft',
        request: { params: Params },
        responses: { 201: recordJson },
      }),
      async (c) => {
        const act = actOf(c);
        const id = newId(kind.prefix);
        const copy = await database.forWorkspace(act.workspaceId).write(async (db) => {
          const from = await getContent(db, act, kind.kind, c.req.valid('param').id);
          const name = `${from.name} (2)`;
          const record: ContentRecord = {
            ...from,
            id,
            name,
            slug: await freeSlug(db, act.workspaceId, { name, kind, id }),
            status: 'draft',
            version: null,
            publishedAt: null,
            edited: true,
            createdAt: act.at,
            updatedAt: act.at,
            updatedBy: act.principal.kind === 'member' ? act.principal.id : null,
            revision: 1,
          };
          if (!(await contents.create(db, act.workspaceId, record))) throw slugConflict();
          await audit.append(db, act.workspaceId, {
            at: act.at,
            principal: act.principal,
            action: `${kind.kind}.duplicate`,
            target: id,
            change: { from: from.id },
          });
          return record;
        });
        return c.json(await answer(c, act, copy), 201);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/{id}/publish`,
        tags,
        summary: 'Publish the draft as the next version',
        request: { params: Params, headers: IfMatch, body: body(content.PublishRequest) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { note } = c.req.valid('json');
        const { act, record } = await changing(c, c.req.valid('param').id, (found, by, db) =>
          publish(db, by, found, found.draft, note),
        );
        announce(deps, act.workspaceId, record);
        return c.json(await answer(c, act, record), 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/{id}/schedule`,
        tags,
        summary: 'Publish the draft for a time: customers see it from `startsAt` until `endsAt`',
        request: { params: Params, headers: IfMatch, body: body(content.ScheduleRequest) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { startsAt, endsAt, note } = c.req.valid('json');
        const { act, record } = await changing(c, c.req.valid('param').id, (found, by, db) => {
          const { endsAt: _, ...delivery } = found.draft.delivery;
          return publish(
            db,
            by,
            found,
            { ...found.draft, delivery: { ...delivery, startsAt, ...(endsAt && { endsAt }) } },
            note,
          );
        });
        announce(deps, act.workspaceId, record);
        return c.json(await answer(c, act, record), 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/{id}/pause`,
        tags,
        summary: 'Stop showing it; answers under way are still taken',
        request: { params: Params, headers: IfMatch },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { act, record } = await changing(c, c.req.valid('param').id, (found, by, db) => {
          if (found.status !== 'published')
            throw new AppError('conflict', 'Only published content can be paused.');
          return change(db, by, 'pause', found, { status: 'paused' });
        });
        announce(deps, act.workspaceId, record);
        return c.json(await answer(c, act, record), 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/{id}/resume`,
        tags,
        summary: 'Show the published version again after a pause',
        request: { params: Params, headers: IfMatch },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { act, record } = await changing(c, c.req.valid('param').id, (found, by, db) => {
          if (found.status !== 'paused')
            throw new AppError('conflict', 'Only paused content can be resumed.');
          return change(db, by, 'resume', found, { status: 'published' });
        });
        announce(deps, act.workspaceId, record);
        return c.json(await answer(c, act, record), 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/{id}/archive`,
        tags,
        summary: 'Put it away; answers and progress stay',
        request: { params: Params, headers: IfMatch },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { act, record } = await changing(c, c.req.valid('param').id, (found, by, db) =>
          change(db, by, 'archive', found, { status: 'archived' }),
        );
        announce(deps, act.workspaceId, record);
        return c.json(await answer(c, act, record), 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/{id}/rollback`,
        tags,
        summary: 'Publish an earlier version again, as a new version',
        request: { params: Params, headers: IfMatch, body: body(content.RollbackRequest) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { version } = c.req.valid('json');
        const { act, record } = await changing(c, c.req.valid('param').id, async (found, by, db) => {
          const earlier = await contents.findVersion(db, by.workspaceId, found.id, version);
          if (!earlier) throw new AppError('not_found', 'There is no such version.');
          return publish(db, by, found, earlier.draft, `v${version}`);
        });
        announce(deps, act.workspaceId, record);
        return c.json(await answer(c, act, record), 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}/versions`,
        tags,
        summary: 'List the versions, newest first',
        request: {
          params: Params,
          query: common.PageQuery.extend({ cursor: z.coerce.number().int().min(1).optional() }),
        },
        responses: { 200: json(common.page(schemas.Version), 'A page of versions') },
      }),
      async (c) => {
        const act = actOf(c);
        const { limit, cursor } = c.req.valid('query');
        const nameOf = await namesOf(act);
        const found = await database.forWorkspace(act.workspaceId).read(async (db) => {
          const { id } = await getContent(db, act, kind.kind, c.req.valid('param').id);
          return contents.listVersions(db, act.workspaceId, id, { before: cursor, limit: limit + 1 });
        });
        const data = found.slice(0, limit).map(({ version, draft, publishedAt, publishedBy, note }) => ({
          version,
          publishedAt,
          publishedBy: personOf(publishedBy, nameOf),
          note,
          draft,
        }));
        return c.json(
          { data, nextCursor: found.length > limit ? `${data.at(-1)?.version}` : null } as never,
          200,
        );
      },
    );
}

const slugConflict = () =>
  new AppError('conflict', 'slug: another content of this kind has it', {
    errors: [{ path: 'slug', code: 'taken', message: 'another content of this kind has it' }],
  });
