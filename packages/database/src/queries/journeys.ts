import type { ActivationGoal, StartGroup } from '@banso/domain/onboarding';
import type { Condition } from '@banso/domain/targeting';
import type { Day, Period } from '@banso/domain/time';
import { sql } from 'kysely';
import type { Db, Flag } from '../tables.ts';
import { counted, goalOf, metBy, stepsOf, subjectsOf, unitsOf } from './journey-units.ts';
import type { JourneyScope } from './journey-units.ts';
import type { AudienceMoment } from './audiences.ts';
import { inAudience } from './audiences.ts';

export type { JourneyScope, JourneyUnit } from './journey-units.ts';

/** How many units of a checklist came how far; those that began in the period. */
export interface JourneyCounts {
  started: number;
  seen: number;
  opened: number;
  /** Did a step at least. */
  stepped: number;
  done: number;
  dismissed: number;
  snoozed: number;
  /** By the key of the step. */
  steps: Map<string, number>;
}

/** Counts units that began in a period, by how far they have come since. The cost grows with units, not with what they did. */
export async function counts(
  db: Db,
  workspaceId: string,
  scope: JourneyScope,
  period: Period,
): Promise<JourneyCounts> {
  const all = await db
    .selectFrom(unitsOf(db, workspaceId, scope, period).as('unit'))
    .select(({ fn }) => [fn.countAll().as('started'), fn.count('unit.completed_at').as('done')])
    .executeTakeFirstOrThrow();
  const met = await metBy(db, workspaceId, scope, period)
    .select([
      counted(sql.ref('content_state.last_shown_at')).as('seen'),
      counted(sql.ref('content_state.opened_at')).as('opened'),
      counted(sql.ref('content_state.last_dismissed_at')).as('dismissed'),
      counted(sql.ref('content_state.snoozed_until')).as('snoozed'),
    ])
    .executeTakeFirstOrThrow();
  const did = stepsOf(db, workspaceId, scope, period);
  const stepped = await did
    .select(({ fn }) => fn.count('unit.unit_id').distinct().as('units'))
    .executeTakeFirstOrThrow();
  const steps = await did
    .select(({ fn }) => ['step_done.step', fn.count('unit.unit_id').distinct().as('units')])
    .groupBy('step_done.step')
    .execute();
  return {
    started: Number(all.started),
    seen: Number(met.seen),
    opened: Number(met.opened),
    stepped: Number(stepped.units),
    done: Number(all.done),
    dismissed: Number(met.dismissed),
    snoozed: Number(met.snoozed),
    steps: new Map(steps.map(({ step, units }) => [step, Number(units)])),
  };
}

/** Units in an audience now that were never given the checklist. */
export async function countWaiting(
  db: Db,
  workspaceId: string,
  scope: JourneyScope,
  audience: Condition,
  moment: AudienceMoment,
): Promise<number> {
  const verifiedOnly = moment.verifiedOnly === true || scope.unit === 'account' || !scope.unverified;
  const begun = subjectsOf(db, workspaceId, scope).select('unit_id');
  const unitId = scope.unit === 'account' ? 'contact.account_id' : 'contact.id';
  const row = await inAudience(db, workspaceId, audience, { ...moment, verifiedOnly })
    .where(unitId, 'is not', null)
    .where(unitId, 'not in', begun)
    .select(({ fn }) => fn.count(unitId).distinct().as('units'))
    .executeTakeFirstOrThrow();
  return Number(row.units);
}

/** Units that began in a period, counted by the day of the start and of the goal; rows grow with days and not with units. */
export async function groups(
  db: Db,
  workspaceId: string,
  scope: JourneyScope,
  period: Period,
  { event }: Pick<ActivationGoal, 'event'>,
): Promise<StartGroup[]> {
  const startedOn = sql<Day>`substr(unit.started_at, 1, 10)`;
  const each = db.selectFrom(unitsOf(db, workspaceId, scope, period).as('unit')).select((eb) => {
    const goal = goalOf(eb, workspaceId, event);
    return [
      startedOn.as('started_on'),
      goal
        .select(({ fn }) => fn.min<Day | null>('event_count.day').as('day'))
        .where('event_count.day', '>=', startedOn)
        .as('goal_on'),
      sql<Flag>`case when ${eb.exists(
        goal.select('event_count.day').where('event_count.day', '<', startedOn),
      )} then 1 else 0 end`.as('had_goal'),
    ];
  });
  const columns = ['started_on', 'goal_on', 'had_goal'] as const;
  const rows = await db
    .selectFrom(each.as('unit'))
    .select(columns)
    .select(({ fn }) => fn.countAll().as('count'))
    .groupBy(columns)
    .orderBy('started_on')
    .execute();
  return rows.map((row) => ({
    startedOn: row.started_on,
    goalOn: row.goal_on,
    hadGoal: row.had_goal === 1,
    count: Number(row.count),
  }));
}
