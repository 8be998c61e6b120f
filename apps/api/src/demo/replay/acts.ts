import { accounts, events, progress, responses } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import { addMs, HOUR_MS } from '@banso/domain/time';
import { shownOn } from '../history/published-on.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

/** Something that the team does, between the visits of their customers. */
export interface Act {
  at: Instant;
  run: (at: Instant) => Promise<void>;
}

/** Day of the calendar on which the accounts of before came in from the CRM. */
const IMPORTED_ON = -280;
const SEATS_IN_USE = 0.94;

/** Every customer with what the team knows of them, on the day on which they signed up. */
export function accountActs(stage: Stage, accountIds: Map<string, string>): Act[] {
  const { calendar, company, plan, newId } = stage;
  return plan.accounts.map((account): Act => {
    const at = calendar.at(Math.max(IMPORTED_ON, -account.signedUpDaysAgo), -2);
    const { externalId, name, seats, people, revenue, industry, country, lifecycle } = account;
    const hasLeft = lifecycle === 'churned';
    const id = newId('acc', at);
    accountIds.set(externalId, id);
    return {
      at,
      run: () =>
        inWorkspace(stage, async (db, workspaceId) => {
          await accounts.create(db, workspaceId, {
            id,
            externalId,
            name,
            at,
            ownerId: company.memberId(account.owner),
            plan: account.plan,
            lifecycle,
            // who has left has neither any more
            recurringRevenue: hasLeft ? { ...revenue, amountMinor: 0 } : revenue,
            renewalDate: hasLeft ? null : calendar.day(account.renewsInDays),
            traits: {
              signed_up: calendar.day(-account.signedUpDaysAgo),
              industry,
              country,
              seats,
              seats_used: Math.max(
                people,
                Math.round(seats * SEATS_IN_USE * (0.6 + 0.4 * (account.mood + 0.5))),
              ),
            },
          });
        }),
    };
  });
}

/** The team's own step of "Getting started", as it is noted when they have done it. */
export function teamStepActs(stage: Stage, accountIds: ReadonlyMap<string, string>): Act[] {
  const { calendar, plan, newId, company } = stage;
  const checklist = plan.contents.find(({ slug }) => slug === 'getting-started');
  if (!checklist) throw new RangeError('There is no checklist for new companies');
  return plan.teamSteps.map(({ day, account }): Act => {
    const at = calendar.at(day, 23.5);
    const step = 'kick-off';
    return {
      at,
      run: () =>
        inWorkspace(stage, async (db, workspaceId) => {
          const subjectId = accountIds.get(account) ?? '';
          const { contentId, version } = shownOn(checklist, day);
          const begun = await progress.list(db, workspaceId, [subjectId]);
          const kept = begun.find((one) => one.contentId === contentId);
          if (!kept) throw new RangeError(`${account} has not begun`);
          const owner = plan.accounts.find(({ externalId }) => externalId === account)?.owner ?? 'mika';
          const doneBy = company.memberId(owner);
          await progress.put(db, workspaceId, [{ ...kept, lastStepAt: later(kept.lastStepAt, at) }]);
          await progress.putSteps(db, workspaceId, [
            { contentId, subjectId, step, doneAt: at, doneBy, via: 'team' },
          ]);
          await events.append(db, workspaceId, [
            {
              id: newId('', at),
              type: 'step_completed',
              contactId: null,
              accountId: subjectId,
              contentId,
              at,
              receivedAt: at,
              payload: { version, step, via: 'team' },
            },
          ]);
        }),
    };
  });
}

const later = (known: Instant | null, at: Instant): Instant => (known !== null && known > at ? known : at);

/** The team has read every answer but the newest. @param answered - By response id, when it was given. */
export async function markRead(stage: Stage, answered: ReadonlyMap<string, Instant>): Promise<void> {
  const draw = stage.chance.fork('reading');
  await inWorkspace(stage, async (db, workspaceId) => {
    for (const [id, at] of answered) {
      const readAt = addMs(at, Math.round(draw.whole(1, 30) * HOUR_MS));
      await responses.setRead(db, workspaceId, id, readAt);
    }
  });
}
