import type { Subject } from '@banso/domain/targeting';
import type { Instant, Period } from '@banso/domain/time';
import type { Expression, ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Db, Tables } from '../tables.ts';

/** Which journeys are read, and what is counted as one. */
export interface JourneyScope {
  checklistId: string;
  /** Its progress is the account's: any teammate's work counts for all. */
  isShared: boolean;
  unit: Subject;
  /** Also people whom no identity token vouches for; of accounts never, since they could name any. */
  unverified: boolean;
}

/** A unit as a table in a query: when it began, and when it was done. */
export interface JourneyUnit {
  unit_id: string;
  started_at: Instant;
  completed_at: Instant | null;
}
interface Subjects extends JourneyUnit {
  /** Under which its progress is kept. */
  subject_id: string;
}
type SubjectQuery = SelectQueryBuilder<Tables & { subject: Subjects }, 'subject', object>;

/**
 * A row for each unit and each progress that counts for it. An account has begun a checklist of its people when the first of them has, and is
 * done when one of them is. A person of an account that shares a checklist has begun it with the account, but not before they were first here;
 * they are counted from when they have met it.
 */
export function subjectsOf(db: Db, workspaceId: string, scope: JourneyScope): SubjectQuery {
  const { isShared, unit, unverified } = scope;
  const kept = progressOf(db, workspaceId, scope);
  // of a contact's progress the contact, of an account's all who belong to it
  const own = kept
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'progress.workspace_id')
        .onRef('contact.id', '=', 'progress.subject_id'),
    )
    .select(['progress.subject_id', 'progress.started_at', 'progress.completed_at'])
    .$if(unit === 'account' || !unverified, (query) => query.where('contact.identity', '=', 'verified'));
  if (!isShared) {
    const rows =
      unit === 'contact'
        ? own.select('contact.id as unit_id')
        : own
            .select(sql<string>`contact.account_id`.as('unit_id'))
            .where('contact.account_id', 'is not', null);
    return db.selectFrom(rows.as('subject'));
  }
  if (unit === 'account') {
    const rows = kept
      .innerJoin('account', (join) =>
        join
          .onRef('account.workspace_id', '=', 'progress.workspace_id')
          .onRef('account.id', '=', 'progress.subject_id'),
      )
      .select([
        'progress.subject_id',
        'progress.started_at',
        'progress.completed_at',
        'account.id as unit_id',
      ]);
    return db.selectFrom(rows.as('subject'));
  }
  // whoever has no account, or no token, has progress of their own
  const rows = colleagues(db, workspaceId, scope).unionAll(own.select('contact.id as unit_id'));
  return db.selectFrom(rows.as('subject'));
}

const progressOf = (db: Db, workspaceId: string, { checklistId }: JourneyScope) =>
  db
    .selectFrom('checklist_progress as progress')
    .where('progress.workspace_id', '=', workspaceId)
    .where('progress.content_id', '=', checklistId);

/** People of the accounts that share the checklist, who have met it. */
function colleagues(db: Db, workspaceId: string, scope: JourneyScope) {
  return progressOf(db, workspaceId, scope)
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'progress.workspace_id')
        .onRef('contact.account_id', '=', 'progress.subject_id'),
    )
    .innerJoin('content_state as met', (join) =>
      join
        .onRef('met.workspace_id', '=', 'contact.workspace_id')
        .onRef('met.contact_id', '=', 'contact.id')
        .on('met.content_id', '=', scope.checklistId),
    )
    .select([
      'progress.subject_id',
      sql<Instant>`case when contact.first_seen_at > progress.started_at then contact.first_seen_at else progress.started_at end`.as(
        'started_at',
      ),
      'progress.completed_at',
      'contact.id as unit_id',
    ])
    .where('contact.identity', '=', 'verified')
    .where((eb) => eb.or([eb('met.last_shown_at', 'is not', null), eb('met.opened_at', 'is not', null)]));
}

/** One row a unit that began in the period. */
export function unitsOf(db: Db, workspaceId: string, scope: JourneyScope, { from, to }: Period) {
  const units = subjectsOf(db, workspaceId, scope)
    .select(({ fn }) => [
      'subject.unit_id',
      fn.min('subject.started_at').as('started_at'),
      fn.min('subject.completed_at').as('completed_at'),
    ])
    .groupBy('subject.unit_id');
  return db
    .selectFrom(units.as('began'))
    .select(['began.unit_id', 'began.started_at', 'began.completed_at'])
    .where('began.started_at', '>=', from)
    .where('began.started_at', '<', to);
}

/** The units with what their people did with the checklist, a row a person. */
export function metBy(db: Db, workspaceId: string, scope: JourneyScope, period: Period) {
  const units = unitsOf(db, workspaceId, scope, period);
  return db
    .selectFrom(units.as('unit'))
    .innerJoin('contact', (join) =>
      join
        .on('contact.workspace_id', '=', workspaceId)
        .onRef(scope.unit === 'account' ? 'contact.account_id' : 'contact.id', '=', 'unit.unit_id'),
    )
    .innerJoin('content_state', (join) =>
      join
        .onRef('content_state.workspace_id', '=', 'contact.workspace_id')
        .onRef('content_state.contact_id', '=', 'contact.id')
        .on('content_state.content_id', '=', scope.checklistId),
    )
    .$if(scope.unit === 'account', (query) => query.where('contact.identity', '=', 'verified'));
}

/** The units with the steps that they have done, a row a step. */
export function stepsOf(db: Db, workspaceId: string, scope: JourneyScope, period: Period) {
  const units = unitsOf(db, workspaceId, scope, period);
  const subjects = subjectsOf(db, workspaceId, scope).select(['subject.unit_id', 'subject.subject_id']);
  return db
    .selectFrom(units.as('unit'))
    .innerJoin(subjects.as('kept'), 'kept.unit_id', 'unit.unit_id')
    .innerJoin('step_done', (join) =>
      join
        .on('step_done.workspace_id', '=', workspaceId)
        .on('step_done.content_id', '=', scope.checklistId)
        .onRef('step_done.subject_id', '=', 'kept.subject_id'),
    );
}

/** Of how many units something has happened. */
export const counted = (happened: Expression<unknown>) =>
  sql<number>`count(distinct case when ${happened} is not null then ${sql.ref('unit.unit_id')} end)`;

/** How often the unit tracked an event, a row a day. */
export const goalOf = (
  eb: ExpressionBuilder<Tables & { unit: JourneyUnit }, 'unit'>,
  workspaceId: string,
  event: string,
) =>
  eb
    .selectFrom('event_count')
    .where('event_count.workspace_id', '=', workspaceId)
    .whereRef('event_count.subject_id', '=', 'unit.unit_id')
    .where('event_count.name', '=', event);
