import { HoldoutChange, HoldoutReport } from '@banso/contract/experiment';
import { audit, workspaces } from '@banso/database';
import type { WorkspaceRecord } from '@banso/database';
import { WHOLE_WORKSPACE } from '@banso/domain/experiment';
import { addMs, dayOf } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { experimentReadout } from '../../experiment-readout.ts';
import { body, json, operation, router } from '../../operation.ts';
import { etagOf, overtaken, requiredRevision } from '../../revision.ts';

const tags = ['workspaces'];
const path = '/v1/holdout';
const IfMatch = z.object({ 'if-match': z.string().optional() });

/** Whom a workspace keeps without anything. Mounted at the root. */
export function holdoutRoutes({ database, clock, live, published }: Deps) {
  async function own(c: Context<AppEnv>): Promise<WorkspaceRecord> {
    const found = await workspaces.find(database.control, c.var.workspaceId);
    if (!found) throw new AppError('not_found', 'There is no such workspace.');
    return found;
  }

  async function answer(c: Context<AppEnv>): Promise<HoldoutReport> {
    const { id, holdout, updatedAt } = await own(c);
    const asOf = dayOf(clock.now());
    c.header('etag', etagOf(Date.parse(updatedAt)));
    return {
      holdout,
      asOf,
      readout: holdout
        ? await database
            .forWorkspace(id)
            .read((db) => experimentReadout(db, id, { experiment: holdout, of: WHOLE_WORKSPACE, asOf }))
        : null,
    };
  }

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'Whom the workspace keeps without anything, and what that says',
        description:
          'A stable share of accounts, or of people, gets nothing but contents that are for everyone. Both groups count from the moment at which they would have got something first.',
        responses: { 200: json(HoldoutReport, 'Both groups; the ETag guards the next change') },
      }),
      async (c) => c.json(await answer(c), 200),
    )
    .openapi(
      operation('administer', {
        method: 'put',
        path,
        tags,
        summary: 'Begin, change or end the control group of the workspace',
        request: { headers: IfMatch, body: body(HoldoutChange) },
        responses: { 200: json(HoldoutReport, 'Both groups') },
      }),
      async (c) => {
        const before = await own(c);
        requiredRevision(c, Date.parse(before.updatedAt));
        const { id } = before;
        const { holdout } = c.req.valid('json');
        const now = clock.now();
        const at = now > before.updatedAt ? now : addMs(before.updatedAt, 1);
        await database.forWorkspace(id).write(async (db) => {
          if (!(await workspaces.update(db, id, before.updatedAt, { holdout }, at))) throw overtaken();
          await audit.append(db, id, {
            at,
            principal: c.var.principal,
            action: 'workspace.update',
            target: id,
            change: { holdout },
          });
        });
        published.invalidate(id);
        live.publish(id, { type: 'workspace' });
        return c.json(await answer(c), 200);
      },
    );
}
