import type { FatigueBudget } from '@banso/domain/decide';
import { DEFAULT_BUDGET } from '@banso/domain/decide';
import type { Experiment } from '@banso/domain/experiment';
import type { Instant } from '@banso/domain/time';
import type { Kysely, Selectable } from 'kysely';
import { decodeRecord, encodeJson } from '../json.ts';
import type { ControlTables } from '../tables.ts';

/** Replies of the team are mailed to customers who have not read them. */
export interface ReplyMail {
  /** How long they have time to read it in the widget first. */
  afterMinutes: number;
  /** Where the mail leads: the page of the product where the widget is. */
  productUrl: string;
  /** Replies that were written before are not mailed. */
  since: Instant;
}

export interface WorkspaceRecord {
  id: string;
  organisationId: string;
  name: string;
  identityMode: 'required' | 'measure';
  defaultLocale: string;
  locales: string[];
  timeZone: string;
  /** The widget's look, as the contract's `Theme` says. */
  theme: Record<string, string | number>;
  fatigue: FatigueBudget;
  /** Nothing is published that nobody approved. */
  requireApproval: boolean;
  createdAt: Instant;
  updatedAt: Instant;
  /** For how many days decisions are kept after they have been overtaken. */
  decisionRetentionDays: number;
  /** All contents together as one experiment; null: nobody is kept without anything. */
  holdout: Experiment | null;
  /** Null: replies are not mailed. */
  replyMail: ReplyMail | null;
}
/** What a new one takes by itself may be left out. */
type NewWorkspace = Omit<WorkspaceRecord, 'fatigue' | 'holdout' | 'replyMail' | 'decisionRetentionDays'> &
  Partial<Pick<WorkspaceRecord, 'decisionRetentionDays'>>;

const recordOf = (row: Selectable<ControlTables['workspace']>): WorkspaceRecord => ({
  id: row.id,
  organisationId: row.organisation_id,
  name: row.name,
  identityMode: row.identity_mode === 'measure' ? 'measure' : 'required',
  defaultLocale: row.default_locale,
  locales: JSON.parse(row.locales) as string[],
  timeZone: row.time_zone,
  theme: JSON.parse(row.theme) as WorkspaceRecord['theme'],
  fatigue: { ...DEFAULT_BUDGET, ...decodeRecord(row.fatigue) },
  requireApproval: row.require_approval === 1,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  decisionRetentionDays: row.decision_retention_days,
  holdout: row.holdout === null ? null : (JSON.parse(row.holdout) as Experiment),
  replyMail: row.reply_mail === null ? null : (JSON.parse(row.reply_mail) as ReplyMail),
});

/** Adds a workspace, with the default budget. */
export async function create(db: Kysely<ControlTables>, workspace: NewWorkspace): Promise<void> {
  await db
    .insertInto('workspace')
    .values({
      id: workspace.id,
      organisation_id: workspace.organisationId,
      name: workspace.name,
      identity_mode: workspace.identityMode,
      default_locale: workspace.defaultLocale,
      locales: JSON.stringify(workspace.locales),
      time_zone: workspace.timeZone,
      theme: JSON.stringify(workspace.theme),
      fatigue: '{}',
      require_approval: workspace.requireApproval ? 1 : 0,
      created_at: workspace.createdAt,
      updated_at: workspace.updatedAt,
      ...(workspace.decisionRetentionDays !== undefined && {
        decision_retention_days: workspace.decisionRetentionDays,
      }),
    })
    .execute();
}

/** One workspace, whatever its organisation; undefined when there is none. */
export async function find(db: Kysely<ControlTables>, id: string): Promise<WorkspaceRecord | undefined> {
  const row = await db.selectFrom('workspace').selectAll().where('id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** Workspaces of an organisation, oldest first. `after` is the id after which to go on. */
export async function list(
  db: Kysely<ControlTables>,
  organisationId: string,
  page: { after?: string | undefined; limit: number },
): Promise<WorkspaceRecord[]> {
  let query = db.selectFrom('workspace').selectAll().where('organisation_id', '=', organisationId);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  const rows = await query.orderBy('id').limit(page.limit).execute();
  return rows.map(recordOf);
}

/** Ids of every workspace of an organisation, or of all organisations, ascending. */
export async function listIds(db: Kysely<ControlTables>, organisationId?: string): Promise<string[]> {
  let query = db.selectFrom('workspace').select('id');
  if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId);
  const rows = await query.orderBy('id').execute();
  return rows.map((row) => row.id);
}

export type WorkspaceChange = Partial<
  Pick<
    WorkspaceRecord,
    | 'name'
    | 'identityMode'
    | 'defaultLocale'
    | 'locales'
    | 'timeZone'
    | 'theme'
    | 'fatigue'
    | 'decisionRetentionDays'
    | 'requireApproval'
    | 'holdout'
    | 'replyMail'
  >
>;

/**
 * Changes a workspace that was last changed at `seenAt`.
 * @returns `false` when somebody else changed it since.
 */
export async function update(
  db: Kysely<ControlTables>,
  id: string,
  seenAt: Instant,
  change: WorkspaceChange,
  updatedAt: Instant,
): Promise<boolean> {
  const row = await db
    .updateTable('workspace')
    .set({
      ...(change.name !== undefined && { name: change.name }),
      ...(change.identityMode !== undefined && { identity_mode: change.identityMode }),
      ...(change.defaultLocale !== undefined && { default_locale: change.defaultLocale }),
      ...(change.locales !== undefined && { locales: JSON.stringify(change.locales) }),
      ...(change.timeZone !== undefined && { time_zone: change.timeZone }),
      ...(change.theme !== undefined && { theme: JSON.stringify(change.theme) }),
      ...(change.decisionRetentionDays !== undefined && {
        decision_retention_days: change.decisionRetentionDays,
      }),
      ...(change.fatigue !== undefined && { fatigue: encodeJson(differing(change.fatigue)) }),
      ...(change.requireApproval !== undefined && { require_approval: change.requireApproval ? 1 : 0 }),
      ...(change.holdout !== undefined && {
        holdout: change.holdout === null ? null : encodeJson(change.holdout),
      }),
      ...(change.replyMail !== undefined && {
        reply_mail: change.replyMail === null ? null : encodeJson(change.replyMail),
      }),
      updated_at: updatedAt,
    })
    .where('id', '=', id)
    .where('updated_at', '=', seenAt)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Only what a workspace has set stays, so that the others follow the defaults of later versions. */
function differing(budget: FatigueBudget): Partial<FatigueBudget> {
  const rules = Object.entries(budget).filter(
    ([name, rule]) => encodeJson(rule) !== encodeJson(DEFAULT_BUDGET[name as keyof FatigueBudget]),
  );
  return Object.fromEntries(rules);
}

/**
 * Holds the workspace's row until the transaction ends, so that rules over all of its keys are judged by one transaction at
 * a time.
 */
export async function lock(db: Kysely<ControlTables>, id: string): Promise<void> {
  await db
    .updateTable('workspace')
    .set((eb) => ({ name: eb.ref('name') }))
    .where('id', '=', id)
    .execute();
}
