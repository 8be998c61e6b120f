import { audit, renewals } from '@banso/database';
import { seededIds } from '../ids.ts';
import type { Act } from './acts.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

const YEAR_DAYS = 365;
/** A first contract lasts at least so long. */
const MOST_OF_A_YEAR = 300;
/** Days of the calendar from which on the team has written down what became of renewals. */
const NOTED_SINCE = -245;
/** How often the amount grew with the renewal. */
const GREW = 0.45;

/** What became of the last renewal of each customer whose contract began more than a year ago, or who has left. */
export function renewalActs(stage: Stage, accountIds: ReadonlyMap<string, string>): Act[] {
  const { calendar, company, plan, principalOf } = stage;
  const chance = stage.chance.fork('renewals');
  const newId = seededIds(chance.fork('ids'));
  return plan.accounts.flatMap((account): Act[] => {
    const { externalId, lifecycle, renewsInDays, signedUpDaysAgo, revenue, owner } = account;
    const hasLeft = lifecycle === 'churned';
    const due = hasLeft ? renewsInDays : renewsInDays - YEAR_DAYS;
    if (due < NOTED_SINCE || due > -8 || (!hasLeft && due < MOST_OF_A_YEAR - signedUpDaysAgo)) return [];
    const draw = chance.fork(externalId);
    const decided = due + draw.whole(-28, 4);
    const at = calendar.at(decided, 7.5);
    const id = newId('ren', at);
    const amountMinor = draw.happens(GREW)
      ? Math.round((revenue.amountMinor * draw.whole(78, 94)) / 10_000) * 100
      : revenue.amountMinor;
    const accountId = accountIds.get(externalId) ?? '';
    const outcome = hasLeft ? 'churned' : 'renewed';
    const dueDate = calendar.day(due);
    const run = () =>
      inWorkspace(stage, async (db, workspaceId) => {
        await renewals.add(db, workspaceId, {
          id,
          accountId,
          dueDate,
          outcome,
          decidedOn: calendar.day(decided),
          decidedAt: at,
          decidedBy: company.memberId(owner),
          amountBefore: { ...revenue, amountMinor: hasLeft ? revenue.amountMinor : amountMinor },
          amountAfter: { ...revenue, amountMinor: hasLeft ? 0 : revenue.amountMinor },
          nextDueDate: hasLeft ? null : calendar.day(renewsInDays),
          lifecycleBefore: hasLeft ? 'at_risk' : lifecycle,
        });
        await audit.append(db, workspaceId, {
          at,
          principal: principalOf(owner),
          action: 'renewal.decide',
          target: accountId,
          change: { renewal: id, dueDate, outcome },
        });
      });
    return [{ at, run }];
  });
}
