import { common, content } from '@banso/contract';
import { Tag } from '@banso/contract/tags';
import { audit, type ContentRecord, contents, workspaces } from '@banso/database';
import { CONTENT_STATUSES, type ContentStatus, tidyTags } from '@banso/domain/content';
import type { Instant } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../app-env.ts';
import { AppError, invalidField } from '../errors.ts';
import { body, json, operation, router } from '../operation.ts';
import { checkRoutes } from './check-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { editingRoutes } from './editing-routes.ts';
import { contentDesk } from './desk.ts';
import { experimentRoutes } from './experiment-routes.ts';
import { filterOf, pageOf } from './sifted.ts';
import type { Kind } from './kinds.ts';
import {
  announce,
  change,
  freeSlug,
  getContent,
  memberOf,
  publish,
  rollback,
  summaries,
  unschedule,
  untouched,
} from './lifecycle.ts';
import { linkRoutes } from './link-routes.ts';
import { outlookRoutes } from './outlook-routes.ts';
import { previewRoutes } from './preview-routes.ts';
import { approvalRequired, isApprover, personOf, requireApproved } from './review.ts';
import { reviewRoutes } from './review-routes.ts';
import { starterDraft } from './starters.ts';
import { requireTagging, tagLimitsOf } from './tagging.ts';
import { findTemplate } from './templates/all.ts';
import { templateDraft } from './templates/template-draft.ts';
import { translationRoutes } from './translations/routes.ts';

/**
 * The lifecycle of one kind of content: draft, review, publish, schedule, pause, archive, roll back, versions, preview.
 * Mounted once for each kind.
 */
export function contentRoutes(deps: Deps, kind: Kind) {
  const { database, newId } = deps;
  const { schemas, noun } = kind;
  const desk = contentDesk(deps, kind);
  const { path, tags, Params, IfMatch, recordJson, actOf, namesOf, answer, changing, isApprovalRequired } =
    desk;

  const routes = router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: `List ${noun}, newest first`,
        request: {
          query: common.PageQuery.extend({
            status: z.enum(CONTENT_STATUSES).optional(),
            /** Only contents whose draft lacks texts in this one of their languages. */
            incompleteIn: common.Locale.optional(),
            /** Only contents that carry this tag; neither case nor width matter. */
            tag: Tag.optional(),
          }),
        },
        responses: { 200: json(common.page(schemas.Summary), `A page of ${noun}`) },
      }),
      async (c) => {
        const act = actOf(c);
        const { limit, cursor, status, incompleteIn, tag } = c.req.valid('query');
        if (cursor !== undefined && !schemas.Id.safeParse(cursor).success)
          throw invalidField('cursor', 'invalid', 'is not one of ours');
        const nameOf = await namesOf(act);
        const page = await database.forWorkspace(act.workspaceId).read(async (db) => {
          const read = (page: { before: string | undefined; limit: number }) =>
            contents.list(db, act.workspaceId, kind.kind, {
              status: status && statusFilter(status, act.at),
              ...page,
            });
          const wanted = { before: cursor, limit: limit + 1 };
          const isWanted = filterOf({ incompleteIn, tag });
          const found = await (isWanted ? pageOf(read, wanted, isWanted) : read(wanted));
          const records = found.slice(0, limit).map((record) => contents.asOf(record, act.at));
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
        description:
          'With `template` it starts from one of `/v1/content-templates`, without it and without `draft` from what is usual; both in the languages of the workspace.',
        request: { body: body(schemas.Create) },
        responses: { 201: recordJson },
      }),
      async (c) => {
        const act = actOf(c);
        const {
          name,
          slug,
          draft,
          template,
          tags: said = [],
        } = c.req.valid('json') as {
          name: string;
          slug?: string;
          draft?: ContentRecord['draft'];
          template?: string;
          tags?: string[];
        };
        const start = template === undefined ? undefined : findTemplate(kind.kind, template);
        if (template !== undefined && !start) throw unfit('template', `is no template of a ${kind.kind}`);
        if (start && draft) throw unfit('template', 'cannot stand beside a draft');
        const { locales, defaultLocale } = (await workspaces.find(database.control, act.workspaceId)) ?? {
          locales: ['en'],
          defaultLocale: 'en',
        };
        const id = newId(kind.prefix);
        const unnamed: Omit<ContentRecord, 'slug'> = {
          id,
          kind: kind.kind,
          name,
          status: 'draft',
          draft:
            draft ??
            (start
              ? templateDraft(start, act.at, { locales, defaultLocale })
              : starterDraft(kind.kind, name, locales, defaultLocale)),
          version: null,
          publishedAt: null,
          edited: true,
          createdAt: act.at,
          updatedAt: act.at,
          ...untouched(act),
          tags: tidyTags(said),
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
            change: { name, ...(start && { template: start.id }) },
          });
          return created;
        });
        return c.json(await answer(c, act, record), 201);
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
        summary: 'Change name, slug, tags or draft; customers see nothing of it before the next publication',
        description:
          'Tags hold at once. Where a limit of the fatigue budget names one of them, other tags of what customers see take the permission to publish.',
        request: { params: Params, headers: IfMatch, body: body(schemas.Update) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { tags: said, ...rest } = c.req.valid('json') as {
          name?: string;
          slug?: string;
          draft?: ContentRecord['draft'];
          tags?: string[];
        };
        const to = { ...rest, ...(said && { tags: tidyTags(said) }) };
        const limits = await tagLimitsOf(database, c.var.workspaceId, said !== undefined);
        const { act, record } = await changing(c, c.req.valid('param').id, async (found, by, db) => {
          if (
            to.slug !== undefined &&
            (await contents.slugTaken(db, by.workspaceId, kind.kind, to.slug, found.id))
          )
            throw slugConflict();
          if (to.tags) requireTagging(c.var.principal, found, to.tags, limits);
          return change(
            db,
            by,
            'update',
            found,
            { ...to, ...(to.draft && { edited: true, draftedBy: memberOf(by) }) },
            { fields: Object.keys(to), ...(to.tags && { tags: to.tags }) },
          );
        });
        if (to.tags) announce(deps, act.workspaceId, record);
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
            ...untouched(act),
            tags: from.tags,
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
        const how = c.req.valid('json');
        const isRequired = await isApprovalRequired(c);
        const { act, record } = await changing(c, c.req.valid('param').id, async (found, by, db) => {
          if (isRequired) await requireApproved(db, by.workspaceId, found);
          return publish(db, by, found, found.draft, how);
        });
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
        description:
          'Both times replace those of the draft: without a start it begins at once, without an end it never ends. What is live stays so until the new version begins.',
        request: { params: Params, headers: IfMatch, body: body(content.ScheduleRequest) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { startsAt, endsAt, ...how } = c.req.valid('json');
        const isRequired = await isApprovalRequired(c);
        const { act, record } = await changing(c, c.req.valid('param').id, async (found, by, db) => {
          if (isRequired) await requireApproved(db, by.workspaceId, found);
          const { startsAt: _start, endsAt: _end, ...delivery } = found.draft.delivery;
          const timed = { ...delivery, ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) };
          return publish(db, by, found, { ...found.draft, delivery: timed }, how, 'schedule');
        });
        announce(deps, act.workspaceId, record);
        return c.json(await answer(c, act, record), 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/{id}/unschedule`,
        tags,
        summary: 'Take a version that has not begun off its schedule; it stays as the draft',
        request: { params: Params, headers: IfMatch },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { act, record } = await changing(c, c.req.valid('param').id, (found, by, db) =>
          unschedule(db, by, found),
        );
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
          change(db, by, 'archive', found, { status: 'archived', next: null }),
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
        description:
          'Where the workspace requires approval, only those who approve roll back: it takes no other approval.',
        request: { params: Params, headers: IfMatch, body: body(content.RollbackRequest) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { version } = c.req.valid('json');
        if ((await isApprovalRequired(c)) && !isApprover(c.var.principal))
          throw approvalRequired('Somebody who approves can bring a version back.');
        const { act, record } = await changing(c, c.req.valid('param').id, (found, by, db) =>
          rollback(db, by, found, version),
        );
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
        const data = found
          .slice(0, limit)
          .map(({ version, draft, publishedAt, publishedBy, note, staying }) => ({
            version,
            publishedAt,
            publishedBy: personOf(publishedBy, nameOf),
            note,
            staying,
            draft,
          }));
        return c.json(
          { data, nextCursor: found.length > limit ? `${data.at(-1)?.version}` : null } as never,
          200,
        );
      },
    );
  return routes
    .route('/', translationRoutes(deps, kind))
    .route('/', reviewRoutes(deps, kind))
    .route('/', commentRoutes(deps, kind))
    .route('/', checkRoutes(deps, kind))
    .route('/', outlookRoutes(deps, kind))
    .route('/', linkRoutes(deps, kind))
    .route('/', previewRoutes(deps, kind))
    .route('/', editingRoutes(deps, kind))
    .route('/', experimentRoutes(deps, kind));
}

const statusFilter = (status: ContentStatus, at: Instant) =>
  status === 'scheduled' || status === 'published' || status === 'ended' ? { is: status, at } : status;

const slugConflict = () =>
  new AppError('conflict', 'slug: another content of this kind has it', {
    errors: [{ path: 'slug', code: 'taken', message: 'another content of this kind has it' }],
  });

const unfit = (path: string, message: string) => invalidField(path, 'invalid', message);
