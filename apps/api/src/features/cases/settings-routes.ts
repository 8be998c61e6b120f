import { CaseSettings } from '@banso/contract/cases';
import { audit, caseSettings } from '@banso/database';
import { addMs } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { etagOf, requiredRevision } from '../../revision.ts';

const tags = ['cases'];
const path = '/v1/case-settings';
const IfMatch = z.object({ 'if-match': z.string().optional() });

/** How a workspace closes the loop. Mounted at the root. */
export const caseSettingsRoutes = ({ database, clock, live }: Deps) =>
  router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'What opens a case, how soon it has to be answered, and who gets it',
        description:
          'Targets are business days: the time from opening to closing of the office, in which alone the clock runs. It stands still while a case waits.',
        responses: { 200: json(CaseSettings, 'The settings; the ETag guards the next change') },
      }),
      async (c) => {
        const { settings, updatedAt } = await caseSettings.get(database.control, c.var.workspaceId);
        c.header('etag', etagOf(Date.parse(updatedAt)));
        return c.json(onWire(settings), 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'put',
        path,
        tags,
        summary: 'Change how the workspace closes the loop',
        description:
          'It holds for what is heard from now on: cases that are open keep the time at which they are due.',
        request: { headers: IfMatch, body: body(CaseSettings) },
        responses: { 200: json(CaseSettings, 'The settings') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const before = await caseSettings.get(database.control, workspaceId);
        requiredRevision(c, Date.parse(before.updatedAt));
        const settings = c.req.valid('json');
        const now = clock.now();
        const at = now > before.updatedAt ? now : addMs(before.updatedAt, 1);
        await database.forWorkspace(workspaceId).write(async (db) => {
          if (!(await caseSettings.put(db, workspaceId, before.updatedAt, settings, at)))
            throw new AppError(
              'precondition_failed',
              'Somebody else changed this meanwhile. Nothing was overwritten.',
            );
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'workspace.update',
            target: workspaceId,
            change: { cases: settings },
          });
        });
        live.publish(workspaceId, { type: 'workspace' });
        c.header('etag', etagOf(Date.parse(at)));
        return c.json(settings, 200);
      },
    );

function onWire(settings: Awaited<ReturnType<typeof caseSettings.get>>['settings']): CaseSettings {
  const { hours, targets, assign } = settings;
  return {
    hours: { ...hours, days: [...hours.days], closedOn: [...hours.closedOn] },
    targets,
    assign: [...assign],
  };
}
