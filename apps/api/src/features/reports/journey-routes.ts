import { common } from '@banso/contract';
import {
  ActivationGoalChange,
  ActivationGoals,
  JourneyUnit,
  JourneyUnitsQuery,
  OnboardingQuery,
  OnboardingReport,
} from '@banso/contract/journey';
import { activationGoals, audit, contents, type Db, journeyRows } from '@banso/database';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { journeyOf, onboardingReport } from './onboarding.ts';

const tags = ['reports'];

/** How far customers come with checklists, and what they are activated by. Mounted with the other reports. */
export const journeyRoutes = (deps: Deps) =>
  router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/reports/onboarding',
        tags,
        summary: 'How far accounts or people come with a checklist, and how many are activated',
        description:
          'Of the units that began on the days asked for (UTC): the funnel from eligible to done, the activation rate of those whose days have fully elapsed, and the time to value as P50 and P75 of the activated beside the Kaplan–Meier median of all, by the month of the start too. Whoever had the event of the goal on an earlier day is told and not counted. The cost grows with units and days.',
        request: { query: OnboardingQuery },
        responses: {
          200: json(OnboardingReport, 'Funnel, activation, and cohorts by the month of the start'),
        },
      }),
      async (c) => c.json(await onboardingReport(deps, c.var.workspaceId, c.req.valid('query')), 200),
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/reports/onboarding/units',
        tags,
        summary: 'The accounts or people behind a number of the onboarding report, the latest start first',
        request: { query: JourneyUnitsQuery },
        responses: { 200: json(common.page(JourneyUnit), 'A page of them') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { limit, cursor, stage, step, reached, ...asked } = c.req.valid('query');
        const found = await deps.database.forWorkspace(workspaceId).read(async (db) => {
          const { scope, period, goal } = await journeyOf(db, workspaceId, asked);
          const rows = { period, stage, step, reached: reached === 'yes', event: goal?.event ?? null };
          return journeyRows.list(db, workspaceId, scope, rows, { limit, cursor });
        });
        return c.json(found, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/reports/onboarding/goals',
        tags,
        summary: 'What counts as activated in the workspace, and after which checklists something else does',
        responses: { 200: json(ActivationGoals, 'The goals') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        return c.json(
          await deps.database.forWorkspace(workspaceId).read((db) => goals(db, workspaceId)),
          200,
        );
      },
    )
    .openapi(
      operation('write', {
        method: 'put',
        path: '/v1/reports/onboarding/goals',
        tags,
        summary: 'Choose what counts as activated, in the workspace or after one checklist',
        description:
          'It holds at once and for all numbers, also of the past: they are counted when they are read.',
        request: { body: body(ActivationGoalChange) },
        responses: { 200: json(ActivationGoals, 'The goals as they are now') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { checklistId, goal } = c.req.valid('json');
        const at = deps.clock.now();
        const answer = await deps.database.forWorkspace(workspaceId).write(async (db) => {
          if (checklistId !== null && !(await contents.find(db, workspaceId, 'checklist', checklistId)))
            throw new AppError('not_found', 'There is no such checklist.');
          if (goal) await activationGoals.put(db, workspaceId, checklistId, goal, at);
          else await activationGoals.remove(db, workspaceId, checklistId);
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'activation_goal.update',
            target: checklistId ?? workspaceId,
            change: { goal },
          });
          return goals(db, workspaceId);
        });
        return c.json(answer, 200);
      },
    );

async function goals(db: Db, workspaceId: string) {
  const { workspace, byChecklist } = await activationGoals.list(db, workspaceId);
  return {
    workspace: workspace ?? null,
    checklists: [...byChecklist].map(([checklistId, goal]) => ({ checklistId, goal })),
  };
}
