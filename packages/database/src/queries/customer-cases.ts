import type { CaseCause, CasePriority, CaseState } from '@banso/domain/cases';
import type { Day, Instant } from '@banso/domain/time';
import type { ExpressionBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import { bulkSelect } from '../bulk.ts';
import type { Page, PageRequest, SortOrder } from '../sort-order.ts';
import { behind, pageOf } from '../sort-order.ts';
import type { Db, Tables } from '../tables.ts';

/** A case with who it is about and who works on it. */
export interface CaseRecord extends CaseState {
  id: string;
  contactId: string;
  accountId: string | null;
  ownerId: string | null;
  /** The team that it is for; null: everybody. */
  teamId: string | null;
  /** The case of the same person in which it goes on; null: it stands for itself. */
  mergedInto: string | null;
  updatedAt: Instant;
  revision: number;
}

/** A case as a list shows it. */
export interface ListedCase extends CaseRecord {
  contact: { name: string | null; email: string | null; locale: string | null; erasedAt: Instant | null };
  account: {
    name: string;
    revenueMinor: number | null;
    revenueCurrency: string | null;
    renewalDate: Day | null;
  } | null;
  team: { id: string; name: string } | null;
  /** What was said: the comment of its answer, or of a case from a message the last one. */
  words: string | null;
  /** The NPS that the same person gave since; null: none. */
  laterScore: number | null;
  /** When the score is asked again because the case was resolved, and what came of it; null: it is not. */
  recovery: { from: Instant; askedAt: Instant | null; score: number | null } | null;
}

/** Open ones are `active` or `waiting` at a moment; `overdue` are active and late. */
export type CaseView = 'open' | 'active' | 'waiting' | 'overdue' | 'closed' | 'all';

/** Absent fields do not filter. */
export interface CaseFilter {
  view: CaseView;
  now: Instant;
  /** Null: nobody's. */
  ownerId?: string | null | undefined;
  /** Null: no team's. */
  teamId?: string | null | undefined;
  contactId?: string | undefined;
  accountId?: string | undefined;
  responseId?: string | undefined;
  cause?: CaseCause | undefined;
  priority?: CasePriority | undefined;
}

const COLUMNS = [
  'workspace_id',
  'id',
  'contact_id',
  'account_id',
  'response_id',
  'cause',
  'score',
  'priority',
  'owner_id',
  'team_id',
  'merged_into',
  'status',
  'snoozed_until',
  'outcome',
  'opened_at',
  'due_at',
  'in_time',
  'first_touch_at',
  'contacted_at',
  'closed_at',
  'reopened_at',
  'reopenings',
  'heard_at',
  'updated_at',
  'revision',
] as const;

type Row = Selectable<Tables['customer_case']>;

function recordOf(row: Row): CaseRecord {
  return {
    id: row.id,
    contactId: row.contact_id,
    accountId: row.account_id,
    responseId: row.response_id,
    cause: row.cause,
    score: row.score,
    priority: row.priority,
    ownerId: row.owner_id,
    teamId: row.team_id,
    mergedInto: row.merged_into,
    status: row.status,
    snoozedUntil: row.snoozed_until,
    outcome: row.outcome,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    inTime: row.in_time === null ? null : row.in_time === 1,
    firstTouchAt: row.first_touch_at,
    contactedAt: row.contacted_at,
    closedAt: row.closed_at,
    reopenedAt: row.reopened_at,
    reopenings: row.reopenings,
    heardAt: row.heard_at,
    updatedAt: row.updated_at,
    revision: row.revision,
  };
}

const rowOf = (workspaceId: string, record: CaseRecord): Row => ({
  workspace_id: workspaceId,
  id: record.id,
  contact_id: record.contactId,
  account_id: record.accountId,
  response_id: record.responseId,
  cause: record.cause,
  score: record.score,
  priority: record.priority,
  owner_id: record.ownerId,
  team_id: record.teamId,
  merged_into: record.mergedInto,
  status: record.status,
  snoozed_until: record.snoozedUntil,
  outcome: record.outcome,
  opened_at: record.openedAt,
  due_at: record.dueAt,
  in_time: record.inTime === null ? null : record.inTime ? 1 : 0,
  first_touch_at: record.firstTouchAt,
  contacted_at: record.contactedAt,
  closed_at: record.closedAt,
  reopened_at: record.reopenedAt,
  reopenings: record.reopenings,
  heard_at: record.heardAt,
  updated_at: record.updatedAt,
  revision: record.revision,
});

const selectByContact = bulkSelect('customer_case', COLUMNS, ['workspace_id', 'contact_id']);

/** All cases of these people, the newest first. */
export async function listOf(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<CaseRecord[]> {
  const rows = await selectByContact(
    db,
    contactIds.map((contact_id) => ({ workspace_id: workspaceId, contact_id })),
  );
  return rows.map(recordOf).toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
}

/** The latest case about each of these answers; answers without any are left out. */
export async function listAbout(
  db: Db,
  workspaceId: string,
  responseIds: readonly string[],
): Promise<Map<string, CaseRecord>> {
  if (responseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('customer_case')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('response_id', 'in', responseIds)
    .orderBy('opened_at')
    .execute();
  return new Map(rows.map((row) => [row.response_id ?? '', recordOf(row)]));
}

/** Who of these people has an open case because of a low NPS. */
export async function unhappyAmong(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<Set<string>> {
  if (contactIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('customer_case')
    .select('contact_id')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', 'in', contactIds)
    .where('status', '=', 'open')
    .where('cause', '=', 'detractor')
    .execute();
  return new Set(rows.map(({ contact_id }) => contact_id));
}

/** Adds a case. @throws a broken `customer_case_open` when the person has an open one. */
export async function add(db: Db, workspaceId: string, record: CaseRecord): Promise<void> {
  await db.insertInto('customer_case').values(rowOf(workspaceId, record)).execute();
}

/**
 * Writes a changed case, one revision later.
 * @returns the new revision; undefined when somebody else changed it since.
 */
export async function update(
  db: Db,
  workspaceId: string,
  record: CaseRecord,
  at: Instant,
): Promise<number | undefined> {
  const { workspace_id: _, id: __, ...row } = rowOf(workspaceId, record);
  const revision = record.revision + 1;
  const done = await db
    .updateTable('customer_case')
    .set({ ...row, updated_at: at, revision })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', record.id)
    .where('revision', '=', record.revision)
    .returning('id')
    .executeTakeFirst();
  return done && revision;
}

/** Takes the cases out of the hands of a member who leaves. */
export async function release(db: Db, workspaceId: string, ownerId: string): Promise<void> {
  await db
    .updateTable('customer_case')
    .set((eb) => ({ owner_id: null, revision: eb('revision', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('owner_id', '=', ownerId)
    .where('status', '=', 'open')
    .execute();
}

/** One of these orders; each has an index. */
const ORDERS: Readonly<Record<'due' | 'closed' | 'opened', SortOrder>> = {
  due: {
    name: 'cases by due',
    value: sql<string>`coalesce(customer_case.due_at, '9')`,
    kind: 'string',
    direction: 'asc',
  },
  closed: {
    name: 'cases by closed',
    value: sql<string>`customer_case.closed_at`,
    kind: 'string',
    direction: 'desc',
  },
  opened: {
    name: 'cases by opened',
    value: sql<string>`customer_case.opened_at`,
    kind: 'string',
    direction: 'desc',
  },
};

const orderOf = (view: CaseView): SortOrder =>
  view === 'closed' ? ORDERS.closed : view === 'all' ? ORDERS.opened : ORDERS.due;

const selected = (db: Db, workspaceId: string) =>
  db
    .selectFrom('customer_case')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'customer_case.workspace_id')
        .onRef('contact.id', '=', 'customer_case.contact_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'customer_case.workspace_id')
        .onRef('account.id', '=', 'customer_case.account_id'),
    )
    .leftJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'customer_case.workspace_id')
        .onRef('team.id', '=', 'customer_case.team_id'),
    )
    .leftJoin('response', (join) =>
      join
        .onRef('response.workspace_id', '=', 'customer_case.workspace_id')
        .onRef('response.id', '=', 'customer_case.response_id'),
    )
    .selectAll('customer_case')
    .select((eb) => [
      'contact.name as contact_name',
      'team.name as team_name',
      'contact.email',
      'contact.locale',
      'contact.chosen_locale',
      'contact.erased_at',
      'contact.last_score',
      'contact.last_score_at',
      'account.name as account_name',
      'account.revenue_minor',
      'account.revenue_currency',
      'account.renewal_date',
      'response.comment',
      eb
        .selectFrom('message')
        .select('message.text')
        .whereRef('message.workspace_id', '=', 'customer_case.workspace_id')
        .whereRef('message.contact_id', '=', 'customer_case.contact_id')
        .where('message.workspace_id', '=', workspaceId)
        .where('message.author', '=', 'contact')
        .orderBy('message.received_at', 'desc')
        .limit(1)
        .as('last_message'),
      // one row whatever is there: asking again goes by the id of the case
      eb
        .selectFrom('survey_transaction')
        .select(({ fn }) => fn.max('survey_transaction.at').as('at'))
        .whereRef('survey_transaction.workspace_id', '=', 'customer_case.workspace_id')
        .whereRef('survey_transaction.contact_id', '=', 'customer_case.contact_id')
        .whereRef('survey_transaction.transaction_id', '=', 'customer_case.id')
        .where('survey_transaction.workspace_id', '=', workspaceId)
        .as('recovery_from'),
      eb
        .selectFrom('survey_transaction')
        .select(({ fn }) => fn.max('survey_transaction.asked_at').as('asked_at'))
        .whereRef('survey_transaction.workspace_id', '=', 'customer_case.workspace_id')
        .whereRef('survey_transaction.contact_id', '=', 'customer_case.contact_id')
        .whereRef('survey_transaction.transaction_id', '=', 'customer_case.id')
        .where('survey_transaction.workspace_id', '=', workspaceId)
        .as('recovery_asked_at'),
      recoveryScore(eb, workspaceId).as('recovery_score'),
    ])
    .where('customer_case.workspace_id', '=', workspaceId);

/** The NPS that the person of a case gave when asked again because of it. */
export const recoveryScore = (eb: ExpressionBuilder<Tables, 'customer_case'>, workspaceId: string) =>
  eb
    .selectFrom('response as again')
    .select(({ fn }) => fn.max('again.score').as('score'))
    .whereRef('again.workspace_id', '=', 'customer_case.workspace_id')
    .whereRef('again.contact_id', '=', 'customer_case.contact_id')
    .whereRef('again.transaction_id', '=', 'customer_case.id')
    .where('again.workspace_id', '=', workspaceId);

type ListedRow = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const listedOf = (row: ListedRow): ListedCase => ({
  ...recordOf(row),
  contact: {
    name: row.contact_name,
    email: row.email,
    locale: row.chosen_locale ?? row.locale,
    erasedAt: row.erased_at,
  },
  account:
    row.account_name === null
      ? null
      : {
          name: row.account_name,
          revenueMinor: row.revenue_minor === null ? null : Number(row.revenue_minor),
          revenueCurrency: row.revenue_currency,
          renewalDate: row.renewal_date,
        },
  team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
  words: row.comment ?? (row.cause === 'message' ? row.last_message : null),
  laterScore: row.last_score_at !== null && row.last_score_at > row.opened_at ? row.last_score : null,
  recovery:
    row.recovery_from === null
      ? null
      : { from: row.recovery_from, askedAt: row.recovery_asked_at, score: row.recovery_score },
});

/** One case; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<ListedCase | undefined> {
  const row = await selected(db, workspaceId).where('customer_case.id', '=', id).executeTakeFirst();
  return row && listedOf(row);
}

/**
 * One page of cases: open ones by when they are due, those last to which nothing is due; closed ones by when they were closed, the
 * latest first; all of them by when they were opened, the latest first.
 * @throws {InvalidCursor} for a cursor of another list.
 */
export async function list(
  db: Db,
  workspaceId: string,
  filter: CaseFilter,
  page: PageRequest,
): Promise<Page<ListedCase>> {
  const { view, now, ownerId, teamId, contactId, accountId, responseId, cause, priority } = filter;
  const order = orderOf(view);
  let query = selected(db, workspaceId)
    .select(sql<string>`${order.value}`.as('sort_value'))
    .where(behind(order, sql<string>`customer_case.id`, page));
  if (view !== 'all') query = query.where('customer_case.status', '=', view === 'closed' ? view : 'open');
  if (view === 'waiting') query = query.where('customer_case.snoozed_until', '>', now);
  if (view === 'active' || view === 'overdue')
    query = query.where((eb) =>
      eb.or([eb('customer_case.snoozed_until', 'is', null), eb('customer_case.snoozed_until', '<=', now)]),
    );
  if (view === 'overdue') query = query.where('customer_case.due_at', '<', now);
  if (teamId !== undefined)
    query = query.where('customer_case.team_id', teamId === null ? 'is' : '=', teamId);
  if (ownerId !== undefined)
    query = query.where('customer_case.owner_id', ownerId === null ? 'is' : '=', ownerId);
  if (contactId !== undefined) query = query.where('customer_case.contact_id', '=', contactId);
  if (accountId !== undefined) query = query.where('customer_case.account_id', '=', accountId);
  if (responseId !== undefined) query = query.where('customer_case.response_id', '=', responseId);
  if (cause !== undefined) query = query.where('customer_case.cause', '=', cause);
  if (priority !== undefined) query = query.where('customer_case.priority', '=', priority);
  const rows = await query
    .orderBy(order.value, order.direction)
    .orderBy('customer_case.id', order.direction)
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page, order, listedOf);
}

/** How many cases there are of each kind at a moment. */
export interface CaseCounts {
  active: number;
  waiting: number;
  overdue: number;
  /** Active ones in these hands. */
  mine: number;
  /** Active ones that are nobody's yet. */
  unassigned: number;
}

/** Counts what is open. @param ownerId - Whose `mine` are. */
export async function count(db: Db, workspaceId: string, ownerId: string, now: Instant): Promise<CaseCounts> {
  const row = await db
    .selectFrom('customer_case')
    .select(({ fn }) => {
      const active = sql`(snoozed_until is null or snoozed_until <= ${now})`;
      return [
        fn.countAll().as('open'),
        sql<number | null>`sum(case when ${active} then 1 else 0 end)`.as('active'),
        sql<number | null>`sum(case when ${active} and due_at < ${now} then 1 else 0 end)`.as('overdue'),
        sql<number | null>`sum(case when ${active} and owner_id = ${ownerId} then 1 else 0 end)`.as('mine'),
        sql<number | null>`sum(case when ${active} and owner_id is null then 1 else 0 end)`.as('unassigned'),
      ];
    })
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow();
  const active = Number(row.active ?? 0);
  return {
    active,
    waiting: Number(row.open) - active,
    overdue: Number(row.overdue ?? 0),
    mine: Number(row.mine ?? 0),
    unassigned: Number(row.unassigned ?? 0),
  };
}

/** Whose cases these are, each person once; those that are not there are left out. */
export async function peopleOf(db: Db, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('customer_case')
    .select('contact_id')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ contact_id }) => contact_id);
}
