import type { FunnelStage } from '@banso/domain/onboarding';
import type { Day, Instant, Period } from '@banso/domain/time';
import { sql } from 'kysely';
import type { Page, PageRequest, SortOrder } from '../sort-order.ts';
import { behind, pageOf } from '../sort-order.ts';
import type { Db } from '../tables.ts';
import { goalOf, metBy, stepsOf, unitsOf } from './journey-units.ts';
import type { JourneyScope } from './journey-units.ts';

/** Which units of a checklist are listed. */
export interface JourneyRows {
  period: Period;
  /** Those who came this far, or who did this; undefined: all. */
  stage?: Exclude<FunnelStage, 'started'> | 'dismissed' | 'snoozed' | 'activated' | undefined;
  /** Those who did this step. */
  step?: string | undefined;
  /** False: those who did not. */
  reached: boolean;
  /** The event by which a unit is activated; null: none is chosen. */
  event: string | null;
}

/** One unit of a checklist. */
export interface JourneyRow {
  /** A contact's or an account's id. */
  id: string;
  /** Null: nobody knows it, or the person was erased. */
  name: string | null;
  startedAt: Instant;
  completedAt: Instant | null;
  /** Steps that it has done. */
  steps: number;
  /** First UTC day from the start on with the event; null: none so far, or none is chosen. */
  activatedOn: Day | null;
  /** The event had happened on an earlier day. */
  hadGoal: boolean;
}

const ORDER: SortOrder = {
  name: 'journeys startedAt desc',
  value: sql<string>`unit.started_at`,
  kind: 'string',
  direction: 'desc',
};

/** One page of the units behind a number, the latest start first. @throws {InvalidCursor} */
export async function list(
  db: Db,
  workspaceId: string,
  scope: JourneyScope,
  { period, stage, step, reached, event }: JourneyRows,
  page: PageRequest,
): Promise<Page<JourneyRow>> {
  const startedOn = sql<Day>`substr(unit.started_at, 1, 10)`;
  const table = scope.unit === 'account' ? ('account' as const) : ('contact' as const);
  let query = db
    .selectFrom(unitsOf(db, workspaceId, scope, period).as('unit'))
    .select((eb) => {
      const goal = goalOf(eb, workspaceId, event ?? '');
      return [
        'unit.unit_id as id',
        'unit.started_at as sort_value',
        'unit.started_at',
        'unit.completed_at',
        eb
          .selectFrom(table)
          .select(`${table}.name`)
          .where(`${table}.workspace_id`, '=', workspaceId)
          .whereRef(`${table}.id`, '=', 'unit.unit_id')
          .as('name'),
        eb
          .selectFrom(
            stepsOf(db, workspaceId, scope, period).select(['unit.unit_id', 'step_done.step']).as('did'),
          )
          .select(({ fn }) => fn.count('did.step').distinct().as('steps'))
          .whereRef('did.unit_id', '=', 'unit.unit_id')
          .as('steps'),
        goal
          .select(({ fn }) => fn.min<Day | null>('event_count.day').as('day'))
          .where('event_count.day', '>=', startedOn)
          .as('activated_on'),
        goal
          .select(({ fn }) => fn.countAll().as('days'))
          .where('event_count.day', '<', startedOn)
          .as('days_before'),
      ];
    })
    .where(behind(ORDER, sql<string>`unit.unit_id`, page));

  const did = stepsOf(db, workspaceId, scope, period).select('unit.unit_id');
  const isIn = reached ? ('in' as const) : ('not in' as const);
  if (step !== undefined) query = query.where('unit.unit_id', isIn, did.where('step_done.step', '=', step));
  if (stage === 'stepped') query = query.where('unit.unit_id', isIn, did);
  if (stage === 'done') query = query.where('unit.completed_at', reached ? 'is not' : 'is', null);
  const column = stage && STATES[stage];
  if (column)
    query = query.where(
      'unit.unit_id',
      isIn,
      metBy(db, workspaceId, scope, period).where(column, 'is not', null).select('unit.unit_id'),
    );
  if (stage === 'activated')
    query = query.where((eb) => {
      const goal = goalOf(eb, workspaceId, event ?? '').select('event_count.day');
      const had = eb.exists(goal.where('event_count.day', '<', startedOn));
      const has = eb.exists(goal.where('event_count.day', '>=', startedOn));
      return eb.and([eb.not(had), reached ? has : eb.not(has)]);
    });
  const rows = await query
    .orderBy('unit.started_at', 'desc')
    .orderBy('unit.unit_id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page, ORDER, (row) => ({
    id: row.id,
    name: row.name,
    startedAt: row.started_at,
    completedAt: row.completed_at,
    steps: Number(row.steps),
    activatedOn: row.activated_on,
    hadGoal: Number(row.days_before) > 0,
  }));
}

const STATES: Partial<
  Record<
    NonNullable<JourneyRows['stage']>,
    | 'content_state.last_shown_at'
    | 'content_state.opened_at'
    | 'content_state.last_dismissed_at'
    | 'content_state.snoozed_until'
  >
> = {
  seen: 'content_state.last_shown_at',
  opened: 'content_state.opened_at',
  dismissed: 'content_state.last_dismissed_at',
  snoozed: 'content_state.snoozed_until',
};
