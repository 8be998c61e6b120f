import type { Because, DecisionOutcome, DecisionReason, Outcome } from '@banso/domain/decide';
import type { Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import { decodeRecord } from '../json.ts';
import { behind, pageOf } from '../sort-order.ts';
import type { Page, PageRequest, SortOrder } from '../sort-order.ts';
import type { Db, Tables } from '../tables.ts';

/** The decision in force for one person and one content. */
export interface StandingDecision extends DecisionOutcome {
  contactId: string;
  at: Instant;
}

/** One decision, with whom and what it was about. */
export interface DecisionRecord {
  id: string;
  at: Instant;
  /** When another one took its place; null: it is in force. */
  until: Instant | null;
  contact: { id: string; name: string | null; email: string | null; externalId: string | null };
  /** The person's account at that time. */
  account: { id: string; name: string } | null;
  content: { id: string; name: string; kind: Tables['content']['kind'] };
  source: Tables['decision']['source'];
  outcome: Outcome;
  reason: DecisionReason;
  version: number;
  because: Because;
}

/** Absent fields do not filter. */
export interface DecisionFilter {
  contactId?: string | undefined;
  accountId?: string | undefined;
  contentId?: string | undefined;
  from?: Instant | undefined;
  /** Not included. */
  to?: Instant | undefined;
  /** Those that were in force at this moment. */
  at?: Instant | undefined;
  outcome?: Outcome | undefined;
  reason?: DecisionReason | undefined;
}

/** Everything that is in force for these people, in no order. */
export async function listStanding(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<StandingDecision[]> {
  if (contactIds.length === 0) return [];
  return db
    .selectFrom('decision')
    .select(['contact_id as contactId', 'content_id as contentId', 'at', 'outcome', 'reason', 'version'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', 'in', contactIds)
    .where('until', 'is', null)
    .execute();
}

const NEWEST: SortOrder = {
  name: 'decisions at desc',
  value: sql.ref<string>('decision.at'),
  kind: 'string',
  direction: 'desc',
};
const ID = sql.ref<string>('decision.id');

/** Decisions, the newest first. @throws {InvalidCursor} */
export async function list(
  db: Db,
  workspaceId: string,
  filter: DecisionFilter,
  page: PageRequest,
): Promise<Page<DecisionRecord>> {
  const { contactId, accountId, contentId, from, to, at, outcome, reason } = filter;
  let query = selected(db, workspaceId).where(behind(NEWEST, ID, page));
  if (contactId !== undefined) query = query.where('decision.contact_id', '=', contactId);
  if (accountId !== undefined) query = query.where('decision.account_id', '=', accountId);
  if (contentId !== undefined) query = query.where('decision.content_id', '=', contentId);
  if (from !== undefined) query = query.where('decision.at', '>=', from);
  if (to !== undefined) query = query.where('decision.at', '<', to);
  if (outcome !== undefined) query = query.where('decision.outcome', '=', outcome);
  if (reason !== undefined) query = query.where('decision.reason', '=', reason);
  if (at !== undefined)
    query = query
      .where('decision.at', '<=', at)
      .where((eb) => eb.or([eb('decision.until', 'is', null), eb('decision.until', '>', at)]));
  const rows = await query
    .orderBy('decision.at', 'desc')
    .orderBy('decision.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page, NEWEST, recordOf);
}

const selected = (db: Db, workspaceId: string) =>
  db
    .selectFrom('decision')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'decision.workspace_id')
        .onRef('contact.id', '=', 'decision.contact_id'),
    )
    .innerJoin('content', (join) =>
      join
        .onRef('content.workspace_id', '=', 'decision.workspace_id')
        .onRef('content.id', '=', 'decision.content_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'decision.workspace_id')
        .onRef('account.id', '=', 'decision.account_id'),
    )
    .select([
      'decision.id',
      'decision.at',
      'decision.at as sort_value',
      'decision.until',
      'decision.contact_id',
      'contact.name as contact_name',
      'contact.email',
      'contact.identity',
      'contact.external_id',
      'account.id as account_id',
      'account.name as account_name',
      'decision.content_id',
      'content.name as content_name',
      'content.kind',
      'decision.source',
      'decision.outcome',
      'decision.reason',
      'decision.version',
      'decision.facts',
    ])
    .where('decision.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function recordOf(row: Row): DecisionRecord {
  return {
    id: row.id,
    at: row.at,
    until: row.until,
    contact: {
      id: row.contact_id,
      name: row.contact_name,
      email: row.email,
      externalId: row.identity === 'anonymous' ? null : row.external_id,
    },
    account:
      row.account_id === null || row.account_name === null
        ? null
        : { id: row.account_id, name: row.account_name },
    content: { id: row.content_id, name: row.content_name, kind: row.kind },
    source: row.source,
    outcome: row.outcome,
    reason: row.reason,
    version: row.version,
    because: decodeRecord(row.facts),
  };
}
