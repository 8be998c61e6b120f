import type { ActivationGoal } from '@banso/domain/onboarding';
import type { Instant } from '@banso/domain/time';
import type { Db } from '../tables.ts';

/** Under which the goal stands that holds for every checklist without one of its own. */
export const OF_WORKSPACE = 'workspace';

/** The goals that a workspace has chosen: of itself, and of checklists by their id. */
export interface ActivationGoals {
  workspace: ActivationGoal | undefined;
  byChecklist: ReadonlyMap<string, ActivationGoal>;
}

/** Every goal of a workspace; there are a few. */
export async function list(db: Db, workspaceId: string): Promise<ActivationGoals> {
  const rows = await db
    .selectFrom('activation_goal')
    .select(['scope', 'event', 'within_days'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('scope')
    .execute();
  const goals = new Map(
    rows.map(({ scope, event, within_days }) => [scope, { event, withinDays: within_days }] as const),
  );
  const workspace = goals.get(OF_WORKSPACE);
  goals.delete(OF_WORKSPACE);
  return { workspace, byChecklist: goals };
}

/** Sets a goal in the place of the one that was there. @param checklistId - Null: that of the workspace. */
export async function put(
  db: Db,
  workspaceId: string,
  checklistId: string | null,
  goal: ActivationGoal,
  at: Instant,
): Promise<void> {
  const said = { event: goal.event, within_days: goal.withinDays, updated_at: at };
  await db
    .insertInto('activation_goal')
    .values({
      workspace_id: workspaceId,
      scope: checklistId ?? OF_WORKSPACE,
      content_id: checklistId,
      ...said,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'scope']).doUpdateSet(said))
    .execute();
}

/** Takes a goal away. @param checklistId - Null: that of the workspace. */
export async function remove(db: Db, workspaceId: string, checklistId: string | null): Promise<void> {
  await db
    .deleteFrom('activation_goal')
    .where('workspace_id', '=', workspaceId)
    .where('scope', '=', checklistId ?? OF_WORKSPACE)
    .execute();
}
