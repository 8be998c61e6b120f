import { common, organisation } from '@banso/contract';
import { audit, installation, keys, themes, workspaces } from '@banso/database';
import type { WorkspaceRecord } from '@banso/database';
import { DEFAULT_BUDGET, DEFAULT_RETENTION_DAYS } from '@banso/domain/decide';
import { addMs, DAY_MS } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { newCredential } from '../../credential.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { cursorOf, pageOf } from '../../paging.ts';
import { theMember } from '../../principal.ts';
import { etagOf, overtaken, requiredRevision } from '../../revision.ts';
import { withoutUndefined } from '../../without-undefined.ts';
import { workspaceRecord } from '../../workspace-record.ts';

const tags = ['workspaces'];
const Params = z.object({ id: common.WorkspaceId });
const IfMatch = z.object({ 'if-match': z.string().optional() });

/** The time of the last change, which grows with every one, tells one state from the next. */
const revisionOf = (workspace: WorkspaceRecord) => Date.parse(workspace.updatedAt);

/** The workspaces of one's own organisation. Mounted at the root: `/v1/workspaces`. */
export function workspaceRoutes({ database, clock, newId, live, published }: Deps) {
  async function own(c: Context<AppEnv>, id: string): Promise<WorkspaceRecord> {
    const found = await workspaces.find(database.control, id);
    if (found?.organisationId !== theMember(c).organisationId)
      throw new AppError('not_found', 'There is no such workspace.');
    return found;
  }

  return router()
    .openapi(
      operation('organisation:read', {
        method: 'get',
        path: '/v1/workspaces',
        tags,
        summary: 'List workspaces, oldest first',
        request: { query: common.PageQuery },
        responses: { 200: json(common.page(organisation.Workspace), 'A page of workspaces') },
      }),
      async (c) => {
        const { limit, cursor } = c.req.valid('query');
        const page = { after: cursorOf(cursor, 'ws'), limit: limit + 1 };
        const found = await workspaces.list(database.control, theMember(c).organisationId, page);
        return c.json(pageOf(found, limit, workspaceRecord), 200);
      },
    )
    .openapi(
      operation('organisation:administer', {
        method: 'post',
        path: '/v1/workspaces',
        tags,
        summary: 'Create a workspace, with a publishable key',
        request: { body: body(organisation.WorkspaceCreate) },
        responses: { 201: json(organisation.Workspace, 'The workspace') },
      }),
      async (c) => {
        const principal = theMember(c);
        const { organisationId } = principal;
        const request = c.req.valid('json');
        const at = clock.now();
        const id = newId('ws');
        const workspace: WorkspaceRecord = {
          id,
          organisationId,
          name: request.name,
          identityMode: 'required',
          defaultLocale: request.defaultLocale,
          locales: localesOf(request.locales ?? [], request.defaultLocale),
          timeZone: request.timeZone,
          theme: {},
          fatigue: DEFAULT_BUDGET,
          requireApproval: false,
          createdAt: at,
          updatedAt: at,
          decisionRetentionDays: DEFAULT_RETENTION_DAYS,
          holdout: null,
          replyMail: null,
        };
        const key = newCredential('bpk');
        await database.record(async (tx) => {
          const db = await tx.enter(organisationId);
          await workspaces.create(db, workspace);
          await audit.append(db, organisationId, {
            at,
            principal,
            action: 'workspace.create',
            target: id,
            change: { name: request.name },
          });
          const inWorkspace = await tx.enter(id);
          await themes.createDefault(inWorkspace, id, workspace.theme, at);
          await keys.create(inWorkspace, id, {
            id: newId('key'),
            kind: 'publishable',
            name: request.name,
            hint: key.hint,
            scopes: [],
            algorithm: null,
            createdAt: at,
            hash: key.hash,
            material: key.value,
          });
        });
        c.header('etag', etagOf(revisionOf(workspace)));
        return c.json(workspaceRecord(workspace), 201);
      },
    )
    .openapi(
      operation('organisation:read', {
        method: 'get',
        path: '/v1/workspaces/{id}',
        tags,
        summary: 'Read a workspace',
        request: { params: Params },
        responses: { 200: json(organisation.Workspace, 'The workspace; the ETag guards the next change') },
      }),
      async (c) => {
        const workspace = await own(c, c.req.valid('param').id);
        c.header('etag', etagOf(revisionOf(workspace)));
        return c.json(workspaceRecord(workspace), 200);
      },
    )
    .openapi(
      operation('organisation:administer', {
        method: 'patch',
        path: '/v1/workspaces/{id}',
        tags,
        summary:
          'Change name, languages, time zone, look, identity mode, fatigue budget, how long decisions are kept, whether publishing takes an approval, or whether replies are mailed',
        request: { params: Params, headers: IfMatch, body: body(organisation.WorkspaceUpdate) },
        responses: { 200: json(organisation.Workspace, 'The workspace') },
      }),
      async (c) => {
        const before = await own(c, c.req.valid('param').id);
        requiredRevision(c, revisionOf(before));
        const { id } = before;
        const change = c.req.valid('json');
        const locales = localesOf(
          change.locales ?? before.locales,
          change.defaultLocale ?? before.defaultLocale,
        );
        const now = clock.now();
        const at = now > before.updatedAt ? now : addMs(before.updatedAt, 1);
        const { theme, fatigue, replyMail, ...rest } = change;
        const look = theme && withoutUndefined(theme);
        const { id: member } = theMember(c);
        await database.forWorkspace(id).write(async (db) => {
          const changed = await workspaces.update(
            db,
            id,
            before.updatedAt,
            {
              ...withoutUndefined(rest),
              locales,
              ...(replyMail !== undefined && {
                replyMail: replyMail && { ...replyMail, since: before.replyMail?.since ?? at },
              }),
              ...(look && { theme: look }),
              ...(fatigue && { fatigue: { ...before.fatigue, ...withoutUndefined(fatigue) } }),
            },
            at,
          );
          if (!changed) throw overtaken();
          if (look) await themes.putDefaultLook(db, id, look, { at, member });
          await audit.append(db, id, {
            at,
            principal: theMember(c),
            action: 'workspace.update',
            target: id,
            change: { ...change },
          });
        });
        published.invalidate(id);
        live.publish(id, { type: 'workspace' });
        const after = await own(c, id);
        c.header('etag', etagOf(revisionOf(after)));
        return c.json(workspaceRecord(after), 200);
      },
    )
    .openapi(
      operation('organisation:read', {
        method: 'get',
        path: '/v1/workspaces/{id}/installation',
        tags,
        summary: "Say what has arrived from the customer's pages",
        request: { params: Params },
        responses: { 200: json(organisation.Installation, 'What was seen') },
      }),
      async (c) => {
        const { id } = await own(c, c.req.valid('param').id);
        const since = addMs(clock.now(), -DAY_MS);
        const { sessions, verifiedSessions, ...seen } = await database
          .forWorkspace(id)
          .read((db) => installation.arrivals(db, id, since));
        return c.json({ ...seen, sessions24h: sessions, verifiedSessions24h: verifiedSessions }, 200);
      },
    );
}

/** The languages with the default one among them, each once. */
const localesOf = (locales: readonly string[], defaultLocale: string): string[] => [
  ...new Set([defaultLocale, ...locales]),
];
