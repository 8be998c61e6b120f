import type { Arm, Assignment, UnitGroup } from '@banso/domain/experiment';
import { WHOLE_WORKSPACE } from '@banso/domain/experiment';
import type { Subject } from '@banso/domain/targeting';
import type { Day, Instant } from '@banso/domain/time';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { bulkInsertIgnore, bulkSelect } from '../bulk.ts';
import type { Db, Flag, Tables } from '../tables.ts';

/** An assignment as it was made; the first one of a unit stays. */
export interface AssignmentRecord extends Assignment {
  at: Instant;
}

/** Names one unit in one experiment. */
export type AssignmentKey = Pick<Assignment, 'experiment' | 'unitId'>;

const KEY = ['workspace_id', 'experiment', 'unit_id'] as const;
const insert = bulkInsertIgnore(
  'assignment',
  [...KEY, 'contact_id', 'account_id', 'arm', 'version', 'assigned_at'],
  KEY,
);
const select = bulkSelect('assignment', ['experiment', 'unit_id', 'arm'], KEY);

/** A unit that takes part, and in which arm since it does. */
export interface KnownAssignment extends AssignmentKey {
  arm: Arm;
}

/** Those of the units that take part already, in no order. */
export async function listKnown(
  db: Db,
  workspaceId: string,
  wanted: readonly AssignmentKey[],
): Promise<KnownAssignment[]> {
  const rows = await select(
    db,
    wanted.map(({ experiment, unitId }) => ({ workspace_id: workspaceId, experiment, unit_id: unitId })),
  );
  return rows.map(({ experiment, unit_id, arm }) => ({ experiment, unitId: unit_id, arm }));
}

/** Keeps who takes part; whoever does already stays as they are. */
export async function add(db: Db, workspaceId: string, made: readonly AssignmentRecord[]): Promise<void> {
  const rows = made.map((one) => ({
    workspace_id: workspaceId,
    experiment: one.experiment,
    unit_id: one.unitId,
    contact_id: one.unit === 'contact' ? one.unitId : null,
    account_id: one.unit === 'account' ? one.unitId : null,
    arm: one.arm,
    version: one.version,
    assigned_at: one.at,
  }));
  // two processes that meet at the same units take them in the same order
  const keyOf = (row: (typeof rows)[number]) => `${row.experiment} ${row.unit_id}`;
  await insert(
    db,
    rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  );
}

/** Which part of an experiment is read. */
export interface GroupsOf {
  /** A content's id, or `WHOLE_WORKSPACE`. */
  experiment: string;
  unit: Subject;
  goal: string;
  /** Units that were assigned from then on; undefined: all of them. */
  since?: Instant | undefined;
}

const LOOKED_AT = [
  'arm',
  'assigned_on',
  'goal_on',
  'had_goal',
  'exposed',
  'finished',
  'lost',
  'decided_due',
  'outcome',
  'open_due',
] as const;

/** Units of an experiment, counted by everything that its readout looks at; the rows grow with days and not with units. */
export async function groups(
  db: Db,
  workspaceId: string,
  { experiment, unit, goal, since }: GroupsOf,
): Promise<UnitGroup[]> {
  const rows = await db
    .selectFrom(unitsOf(db, workspaceId, { experiment, unit, goal, since }).as('unit'))
    .select(LOOKED_AT)
    .select(({ fn }) => fn.countAll().as('count'))
    .groupBy(LOOKED_AT)
    .orderBy('assigned_on')
    .execute();
  return rows.map((row) => ({
    arm: row.arm,
    assignedOn: row.assigned_on,
    goalOn: row.goal_on,
    hadGoal: row.had_goal === 1,
    exposed: row.exposed === 1,
    finished: row.finished === 1,
    lost: row.lost === null ? null : row.lost === 1,
    decided:
      row.decided_due === null || row.outcome === null
        ? null
        : { dueOn: row.decided_due, outcome: row.outcome },
    openDueOn: row.open_due,
    count: Number(row.count),
  }));
}

/** Which answers of an experiment with a survey are read. */
export interface AnswersOf extends Pick<GroupsOf, 'experiment' | 'unit' | 'since'> {
  question: string;
}

/**
 * How often the units of each arm gave each number to a question, after they were assigned: the latest of each person, and none on a
 * way that was left.
 */
export async function answers(
  db: Db,
  workspaceId: string,
  { experiment, unit, question, since }: AnswersOf,
): Promise<{ arm: Arm; number: number; count: number }[]> {
  const latest = db
    .selectFrom('assignment')
    .innerJoin('response', (join) =>
      join
        .onRef('response.workspace_id', '=', 'assignment.workspace_id')
        .onRef(unit === 'account' ? 'response.account_id' : 'response.contact_id', '=', 'assignment.unit_id')
        .onRef('response.content_id', '=', 'assignment.experiment'),
    )
    .innerJoin('response_answer', (join) =>
      join
        .onRef('response_answer.workspace_id', '=', 'response.workspace_id')
        .onRef('response_answer.response_id', '=', 'response.id'),
    )
    .select(['assignment.arm', 'response_answer.number'])
    .select(
      sql<number>`row_number() over (partition by response.contact_id order by response_answer.answered_at desc, response.id desc)`.as(
        'place',
      ),
    )
    .where('assignment.workspace_id', '=', workspaceId)
    .where('assignment.experiment', '=', experiment)
    .where('response.workspace_id', '=', workspaceId)
    .where('response.is_test', '=', 0)
    .where('response_answer.workspace_id', '=', workspaceId)
    .where('response_answer.question', '=', question)
    .where('response_answer.walked', '=', 1)
    .where('response_answer.number', 'is not', null)
    .whereRef('response_answer.answered_at', '>=', 'assignment.assigned_at')
    .$if(since !== undefined, (query) => query.where('assignment.assigned_at', '>=', since ?? ''));
  const rows = await db
    .selectFrom(latest.as('given'))
    .select(['arm', 'number'])
    .select(({ fn }) => fn.countAll().as('count'))
    .where('place', '=', 1)
    .groupBy(['arm', 'number'])
    .orderBy('arm')
    .orderBy('number')
    .execute();
  return rows.map(({ arm, number, count }) => ({ arm, number: number ?? 0, count: Number(count) }));
}

/** One row a unit. */
function unitsOf(db: Db, workspaceId: string, { experiment, unit, goal, since }: GroupsOf) {
  const assignedOn = sql<Day>`substr(assignment.assigned_at, 1, 10)`;
  return db
    .selectFrom('assignment')
    .select((eb) => {
      const goals = eb
        .selectFrom('event_count')
        .where('event_count.workspace_id', '=', workspaceId)
        .whereRef('event_count.subject_id', '=', 'assignment.unit_id')
        .where('event_count.name', '=', goal);
      const people = statesOf(eb, workspaceId, unit).$if(experiment !== WHOLE_WORKSPACE, (query) =>
        query.where('content_state.content_id', '=', experiment),
      );
      const decided = eb
        .selectFrom('renewal')
        .where('renewal.workspace_id', '=', workspaceId)
        .where('renewal.account_id', '=', accountIdOf(eb, workspaceId, unit))
        .where('renewal.due_date', '>', assignedOn)
        .orderBy('renewal.due_date')
        .limit(1);
      const seen = people.where(happened('last_shown_at', 'opened_at'));
      const finished = people.where(happened('completed_at', 'last_answered_at'));
      return [
        'assignment.arm',
        assignedOn.as('assigned_on'),
        goals
          .select(({ fn }) => fn.min<Day | null>('event_count.day').as('day'))
          .where('event_count.day', '>=', assignedOn)
          .as('goal_on'),
        flag(eb.exists(goals.select('event_count.day').where('event_count.day', '<', assignedOn))).as(
          'had_goal',
        ),
        flag(eb.exists(seen)).as('exposed'),
        flag(eb.exists(finished)).as('finished'),
        eb
          .selectFrom('account')
          .select((of) => flag(of('account.lifecycle', '=', 'churned')).as('lost'))
          .where('account.workspace_id', '=', workspaceId)
          .whereRef('account.id', '=', 'assignment.account_id')
          .as('lost'),
        decided.select('renewal.due_date').as('decided_due'),
        decided.select('renewal.outcome').as('outcome'),
        eb
          .selectFrom('account')
          .select('account.renewal_date')
          .where('account.workspace_id', '=', workspaceId)
          .where('account.id', '=', accountIdOf(eb, workspaceId, unit))
          .where('account.renewal_date', '>', assignedOn)
          .as('open_due'),
      ];
    })
    .where('assignment.workspace_id', '=', workspaceId)
    .where('assignment.experiment', '=', experiment)
    .where(unit === 'account' ? 'assignment.account_id' : 'assignment.contact_id', 'is not', null)
    .$if(since !== undefined, (query) => query.where('assignment.assigned_at', '>=', since ?? ''));
}

/** The account of a unit; of a person the one that they belong to now. */
function accountIdOf(eb: ExpressionBuilder<Tables, 'assignment'>, workspaceId: string, unit: Subject) {
  if (unit === 'account') return eb.ref('assignment.account_id');
  return eb
    .selectFrom('contact')
    .select('contact.account_id')
    .where('contact.workspace_id', '=', workspaceId)
    .whereRef('contact.id', '=', 'assignment.contact_id');
}

/** What the people of a unit did with contents. */
function statesOf(eb: ExpressionBuilder<Tables, 'assignment'>, workspaceId: string, unit: Subject) {
  const states = eb
    .selectFrom('content_state')
    .select('content_state.contact_id')
    .where('content_state.workspace_id', '=', workspaceId);
  if (unit === 'contact') return states.whereRef('content_state.contact_id', '=', 'assignment.contact_id');
  return states.where('content_state.contact_id', 'in', (inside) =>
    inside
      .selectFrom('contact')
      .select('contact.id')
      .where('contact.workspace_id', '=', workspaceId)
      .whereRef('contact.account_id', '=', 'assignment.account_id'),
  );
}

type StateTime = 'last_shown_at' | 'opened_at' | 'completed_at' | 'last_answered_at';

/** Either of two things has happened. */
const happened =
  (one: StateTime, other: StateTime) => (eb: ExpressionBuilder<Tables, 'assignment' | 'content_state'>) =>
    eb.or([eb(`content_state.${one}`, 'is not', null), eb(`content_state.${other}`, 'is not', null)]);

const flag = (is: Expression<SqlBool>) => sql<Flag>`case when ${is} then 1 else 0 end`;
