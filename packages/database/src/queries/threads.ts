import type { Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import type { Page, PageRequest, SortOrder } from '../sort-order.ts';
import { behind, pageOf } from '../sort-order.ts';
import type { Db } from '../tables.ts';

/** What one person and the team have written to each other, in sum. */
export interface ThreadRecord {
  contact: {
    id: string;
    name: string | null;
    email: string | null;
    locale: string | null;
    identity: 'verified' | 'unverified' | 'anonymous';
  };
  account: { id: string; name: string; ownerId: string | null } | null;
  last: { author: 'contact' | 'team'; authorName: string | null; text: string; readAt: Instant | null };
  lastAt: Instant;
  /** Messages of the person that nobody on the team has read. */
  unread: number;
}

/** Absent fields do not filter. */
export interface ThreadFilter {
  accountId?: string | undefined;
  /** Member who looks after the account. */
  ownerId?: string | undefined;
  unread?: boolean | undefined;
}

// The index is found by its very expression: what waits sorts before all the rest, then by time.
const PLACE = sql<string>`((case when thread.unread_by_team > 0 then '1 ' else '0 ' end) || thread.last_at)`;
const WAITING = '1 ';
const ORDER: SortOrder = { name: 'threads', value: PLACE, kind: 'string', direction: 'desc' };

const selected = (db: Db, workspaceId: string) =>
  db
    .selectFrom('thread')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'thread.workspace_id')
        .onRef('contact.id', '=', 'thread.contact_id'),
    )
    .innerJoin('message', (join) =>
      join
        .onRef('message.workspace_id', '=', 'thread.workspace_id')
        .onRef('message.id', '=', 'thread.last_message_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'contact.workspace_id')
        .onRef('account.id', '=', 'contact.account_id'),
    )
    .select([
      'thread.contact_id as id',
      'thread.last_at',
      'thread.unread_by_team',
      'contact.name as contact_name',
      'contact.email',
      'contact.locale',
      'contact.chosen_locale',
      'contact.identity',
      'account.id as account_id',
      'account.name as account_name',
      'account.owner_id',
      'message.author',
      'message.author_name',
      'message.text',
      'message.read_at',
      PLACE.as('sort_value'),
    ])
    .where('thread.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const recordOf = (row: Row): ThreadRecord => ({
  contact: {
    id: row.id,
    name: row.contact_name,
    email: row.email,
    locale: row.chosen_locale ?? row.locale,
    identity: row.identity,
  },
  account:
    row.account_id === null || row.account_name === null
      ? null
      : { id: row.account_id, name: row.account_name, ownerId: row.owner_id },
  last: { author: row.author, authorName: row.author_name, text: row.text, readAt: row.read_at },
  lastAt: row.last_at,
  unread: row.unread_by_team,
});

/**
 * Threads: those first that wait for the team, then by their last message, the newest first.
 * @throws {InvalidCursor} for a cursor of another list.
 */
export async function list(
  db: Db,
  workspaceId: string,
  { accountId, ownerId, unread }: ThreadFilter,
  page: PageRequest,
): Promise<Page<ThreadRecord>> {
  let query = selected(db, workspaceId).where(behind(ORDER, sql<string>`thread.contact_id`, page));
  if (accountId !== undefined) query = query.where('contact.account_id', '=', accountId);
  if (ownerId !== undefined) query = query.where('account.owner_id', '=', ownerId);
  if (unread !== undefined) query = query.where(PLACE, unread ? '>=' : '<', WAITING);
  const rows = await query
    .orderBy(PLACE, 'desc')
    .orderBy('thread.contact_id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page, ORDER, recordOf);
}

/** The thread of one person; undefined when nothing was written yet. */
export async function find(
  db: Db,
  workspaceId: string,
  contactId: string,
): Promise<ThreadRecord | undefined> {
  const row = await selected(db, workspaceId).where('thread.contact_id', '=', contactId).executeTakeFirst();
  return row && recordOf(row);
}

/** How many threads wait for the team. */
export async function countWaiting(db: Db, workspaceId: string): Promise<number> {
  const row = await db
    .selectFrom('thread')
    .select(({ fn }) => fn.countAll().as('waiting'))
    .where('workspace_id', '=', workspaceId)
    .where(PLACE, '>=', WAITING)
    .executeTakeFirstOrThrow();
  return Number(row.waiting);
}
