import { CaseSettings } from '@banso/contract/cases';
import { audit, caseSettings, contents, type Db, teams } from '@banso/database';
import type { SurveyBody } from '@banso/domain/content';
import { CASE_CAUSES } from '@banso/domain/cases';
import { scoreQuestionOf } from '@banso/domain/content';
import { addMs } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { invalidField } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { etagOf, overtaken, requiredRevision } from '../../revision.ts';

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
          await checkTeams(db, workspaceId, settings);
          if (settings.recovery !== null) await checkRecovery(db, workspaceId, settings.recovery.surveyId);
          if (!(await caseSettings.put(db, workspaceId, before.updatedAt, settings, at))) throw overtaken();
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

/** @throws {AppError} `invalid` where a cause names a team that gets no cases. */
async function checkTeams(db: Db, workspaceId: string, { targets }: CaseSettings): Promise<void> {
  const able = (await teams.list(db, workspaceId)).filter(({ archivedAt }) => archivedAt === null);
  for (const cause of CASE_CAUSES) {
    const { teamId } = targets[cause];
    if (teamId && !able.some(({ id }) => id === teamId))
      throw invalidField(`targets.${cause}.teamId`, 'unknown', 'there is no such team');
  }
}

/** @throws {AppError} `invalid` unless the survey can ask for a score again: NPS, about something that happened. */
async function checkRecovery(db: Db, workspaceId: string, surveyId: string): Promise<void> {
  const found = await contents.find(db, workspaceId, 'survey', surveyId);
  const refuse = (message: string) => invalidField('recovery.surveyId', 'unknown', message);
  if (!found) throw refuse('there is no such survey');
  const { delivery, body: asked } = found.draft;
  if (scoreQuestionOf(asked as SurveyBody) === undefined || !delivery.transaction)
    throw refuse('must ask NPS about something that happened');
}

function onWire(settings: Awaited<ReturnType<typeof caseSettings.get>>['settings']): CaseSettings {
  const { hours, targets, assign, recovery } = settings;
  return {
    hours: { ...hours, days: [...hours.days], closedOn: [...hours.closedOn] },
    targets,
    assign: [...assign],
    recovery,
  };
}
