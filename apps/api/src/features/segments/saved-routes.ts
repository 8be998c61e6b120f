import { common } from '@banso/contract';
import * as segment from '@banso/contract/segment';
import {
  audit,
  brokenConstraint,
  type Db,
  members,
  type SegmentRecord,
  segments,
  workspaces,
} from '@banso/database';
import { sameValue } from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { requirePermission } from '../../admission.ts';
import type { AppEnv, Deps } from '../../app-env.ts';
import { approvalRequired, isApprover, personOf } from '../../contents/review.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { etagOf, requiredRevision } from '../../revision.ts';
import { actingRefusal, freeSegmentSlug, liveUses, unfitFields } from '../../segments/rules.ts';
import { type Uses, usesOf } from '../../segments/uses-of.ts';

const tags = ['segments'];
const path = '/v1/segments';
const Params = z.object({ id: common.SegmentId });
const IfMatch = z.object({ 'if-match': z.string().optional() });
const recordJson = json(segment.Segment, 'The segment and who needs it; the ETag guards the next change');

/** Saved audiences. Mounted at the root: `/v1/segments`. */
export const savedSegmentRoutes = (deps: Deps) => {
  const { database, clock, newId } = deps;

  /** All segments, and the one that is meant. */
  const get = (saved: readonly SegmentRecord[], id: string): SegmentRecord => {
    const found = saved.find((one) => one.id === id);
    if (!found) throw new AppError('not_found', 'There is no such segment.');
    return found;
  };
  const nameOf = (c: Context<AppEnv>) => members.namesOf(database.control, c.var.workspaceId);
  const answer = async (c: Context<AppEnv>, id: string): Promise<segment.Segment> => {
    const { workspaceId } = c.var;
    const { found, uses } = await database.forWorkspace(workspaceId).read(async (db) => {
      const saved = await segments.list(db, workspaceId);
      return { found: get(saved, id), uses: await usesOf(db, workspaceId, saved) };
    });
    c.header('etag', etagOf(found.revision));
    return { ...summaryOf(found, uses, await nameOf(c)), condition: found.condition };
  };
  const announce = (workspaceId: string, id: string) => {
    deps.published.invalidate(workspaceId);
    deps.live.publish(workspaceId, { type: 'segment', id });
  };
  const writing = <T>(c: Context<AppEnv>, work: (db: Db, saved: readonly SegmentRecord[]) => Promise<T>) =>
    database
      .forWorkspace(c.var.workspaceId)
      .write(async (db) => work(db, await segments.listToChange(db, c.var.workspaceId)))
      .catch((error: unknown) => {
        throw brokenConstraint(error) === 'unique' ? taken() : error;
      });
  const writeDown = (
    c: Context<AppEnv>,
    db: Db,
    act: string,
    target: string,
    change: Record<string, unknown>,
  ) =>
    audit.append(db, c.var.workspaceId, {
      at: clock.now(),
      principal: c.var.principal,
      action: `segment.${act}`,
      target,
      change,
    });
  const memberOf = ({ var: { principal } }: Context<AppEnv>) =>
    principal.kind === 'member' ? principal.id : null;

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List the segments, by name',
        description: `A workspace keeps ${segment.MAX_SEGMENTS} at most; they come all at once, without their conditions.`,
        responses: { 200: json(z.object({ data: z.array(segment.SegmentSummary) }), 'Every segment') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const named = await nameOf(c);
        const data = await database.forWorkspace(workspaceId).read(async (db) => {
          const saved = await segments.list(db, workspaceId);
          const uses = await usesOf(db, workspaceId, saved);
          return saved.map((one) => summaryOf(one, uses, named));
        });
        return c.json({ data }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary: 'Save a segment',
        description: 'Its condition may name other segments. With everything in them it may have 500 parts.',
        request: { body: body(segment.SegmentCreate) },
        responses: { 201: recordJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const values = c.req.valid('json');
        const id = newId('seg');
        const at = clock.now();
        await writing(c, async (db, saved) => {
          if (saved.length >= segment.MAX_SEGMENTS)
            throw new AppError('conflict', `A workspace keeps ${segment.MAX_SEGMENTS} segments at most.`);
          requireFit(values.condition, undefined, saved);
          const slug = values.slug ?? freeSegmentSlug({ name: values.name, id }, saved);
          requireFree(slug, id, saved);
          const by = { createdAt: at, updatedAt: at, updatedBy: memberOf(c) };
          const made = { ...values, slug, id, ...by, revision: 1 };
          await segments.create(db, workspaceId, made);
          await writeDown(c, db, 'create', id, { name: values.name });
        });
        announce(workspaceId, id);
        return c.json(await answer(c, id), 201);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}`,
        tags,
        summary: 'Read one, with the contents and segments that need it',
        request: { params: Params },
        responses: { 200: recordJson },
      }),
      async (c) => c.json(await answer(c, c.req.valid('param').id), 200),
    )
    .openapi(
      operation('write', {
        method: 'patch',
        path: `${path}/{id}`,
        tags,
        summary: 'Change a segment',
        description:
          'A new condition acts at once on every content that customers see and that needs the segment, as a publication does. So it takes the permission to publish where there is one, and in a workspace that requires approval a role that approves.',
        request: { params: Params, headers: IfMatch, body: body(segment.SegmentUpdate) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const values = c.req.valid('json');
        const workspace = await workspaces.find(database.control, workspaceId);
        await writing(c, async (db, saved) => {
          const found = get(saved, id);
          requiredRevision(c, found.revision);
          const { condition } = values;
          const isOther = condition !== undefined && !sameValue(condition, found.condition);
          const live = liveUses(await usesOf(db, workspaceId, saved), id);
          if (values.slug !== undefined) requireFree(values.slug, id, saved);
          if (isOther) {
            requireFit(condition, id, saved);
            if (live.length > 0) requirePermission(principal, 'publish');
            const rights = { publish: true, approve: isApprover(principal) };
            if (actingRefusal(live, rights, workspace?.requireApproval ?? false))
              throw approvalRequired(
                'Customers see content that needs this segment: somebody who approves can change it.',
              );
          }
          await segments.update(db, workspaceId, id, values, { at: clock.now(), member: memberOf(c) });
          await writeDown(c, db, 'update', id, {
            fields: Object.keys(values),
            ...(values.name !== undefined && { name: values.name }),
            ...(isOther && live.length > 0 && { contents: live.map((content) => content.id) }),
          });
        });
        announce(workspaceId, id);
        return c.json(await answer(c, id), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'delete',
        path: `${path}/{id}`,
        tags,
        summary: 'Delete a segment that nothing needs',
        description:
          'Refused as long as a content that is not archived, or another segment, needs it: `errors` names each of them.',
        request: { params: Params, headers: IfMatch },
        responses: { 204: { description: 'It is gone' } },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        await writing(c, async (db, saved) => {
          const found = get(saved, id);
          requiredRevision(c, found.revision);
          requireUnused(id, await usesOf(db, workspaceId, saved));
          await segments.remove(db, workspaceId, id);
          await writeDown(c, db, 'delete', id, { name: found.name });
        });
        announce(workspaceId, id);
        return c.body(null, 204);
      },
    );
};

function summaryOf(
  { condition: _condition, revision: _revision, updatedBy, ...record }: SegmentRecord,
  uses: Uses,
  nameOf: (member: string) => string | undefined,
): segment.SegmentSummary {
  return {
    ...record,
    updatedBy: personOf(updatedBy, nameOf),
    contents: [...(uses.contents.get(record.id) ?? [])],
    segments: [...(uses.segments.get(record.id) ?? [])],
  };
}

const taken = (path: 'name' | 'slug' = 'name') =>
  new AppError('conflict', `${path}: another segment has it`, {
    errors: [{ path, code: 'taken', message: 'another segment has it' }],
  });

/** @throws {AppError} `conflict` when another one has the slug. */
function requireFree(slug: string, id: string, saved: readonly SegmentRecord[]): void {
  if (saved.some((one) => one.slug === slug && one.id !== id)) throw taken('slug');
}

/** @throws {AppError} `invalid`, with the field of the condition. */
function requireFit(condition: Condition, id: string | undefined, saved: readonly SegmentRecord[]): void {
  const errors = unfitFields(condition, id, saved);
  const [first] = errors;
  if (first) throw new AppError('invalid', `${first.path}: ${first.message}`, { errors });
}

/** @throws {AppError} `conflict`, which names everything that needs it. */
function requireUnused(id: string, uses: Uses): void {
  const needing = [
    ...(uses.contents.get(id) ?? []).map((content) => ({ path: `contents.${content.id}`, ...content })),
    ...(uses.segments.get(id) ?? []).map((other) => ({ path: `segments.${other.id}`, ...other })),
  ];
  if (needing.length === 0) return;
  throw new AppError('conflict', `It is needed by ${needing.map(({ name }) => `“${name}”`).join(', ')}.`, {
    errors: needing.map((one) => ({ path: one.path, code: 'in_use', message: one.name })),
  });
}
