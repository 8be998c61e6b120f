import { activationGoals, audit } from '@banso/database';
import type { ActivationGoal } from '@banso/domain/onboarding';
import type { Act } from './acts.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

/** Day of the calendar on which the team agreed on what counts as activated. */
const CHOSEN_ON = -60;
/** Of people who join a company that is there; new companies are there when they share what they write. */
const OF_PEOPLE: ActivationGoal = { event: 'comment_added', withinDays: 14 };
const OF_COMPANIES: ActivationGoal = { event: 'folder_shared', withinDays: 30 };

/** What counts as activated, for all checklists and for the one of new companies. */
export function goalActs(stage: Stage): Act[] {
  const { calendar, plan, principalOf } = stage;
  const checklist = plan.contents.find(({ slug }) => slug === 'getting-started');
  if (!checklist) throw new RangeError('There is no checklist for new companies');
  const chosen = [
    { checklistId: null, goal: OF_PEOPLE },
    { checklistId: checklist.id, goal: OF_COMPANIES },
  ];
  return chosen.map(({ checklistId, goal }): Act => ({
    at: calendar.at(CHOSEN_ON, 5),
    run: (at) =>
      inWorkspace(stage, async (db, workspaceId) => {
        await activationGoals.put(db, workspaceId, checklistId, goal, at);
        await audit.append(db, workspaceId, {
          at,
          principal: principalOf('haruka'),
          action: 'activation_goal.update',
          target: checklistId ?? workspaceId,
          change: { goal },
        });
      }),
  }));
}
