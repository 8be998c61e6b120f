import type { Instant } from '@banso/domain/time';
import { bulkInsertIgnore } from '../bulk.ts';
import type { Db } from '../tables.ts';

/** A widget session: who speaks, as checked when it was opened. */
export interface SessionRecord {
  /** SHA-256 of the token, hex. The token itself is never stored. */
  tokenHash: string;
  contactId: string;
  accountId: string | null;
  verified: boolean;
  locale: string;
  createdAt: Instant;
  expiresAt: Instant;
}

const insertSessions = bulkInsertIgnore(
  'widget_session',
  [
    'workspace_id',
    'token_hash',
    'contact_id',
    'account_id',
    'verified',
    'locale',
    'created_at',
    'expires_at',
  ],
  ['workspace_id', 'token_hash'],
);

/** Keeps sessions. */
export async function add(db: Db, workspaceId: string, sessions: readonly SessionRecord[]): Promise<void> {
  await insertSessions(
    db,
    sessions.map((session) => ({
      workspace_id: workspaceId,
      token_hash: session.tokenHash,
      contact_id: session.contactId,
      account_id: session.accountId,
      verified: session.verified ? (1 as const) : (0 as const),
      locale: session.locale,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })),
  );
}

/** The session with this token hash that has not ended, or that an erasure has ended; undefined when there is none. */
export async function find(
  db: Db,
  workspaceId: string,
  tokenHash: string,
  now: Instant,
): Promise<(SessionRecord & { erased: boolean }) | undefined> {
  const row = await db
    .selectFrom('widget_session')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'widget_session.workspace_id')
        .onRef('contact.id', '=', 'widget_session.contact_id'),
    )
    .selectAll('widget_session')
    .select('contact.erased_at')
    .where('widget_session.workspace_id', '=', workspaceId)
    .where('widget_session.token_hash', '=', tokenHash)
    .where((eb) =>
      eb.or([eb('widget_session.expires_at', '>', now), eb('contact.erased_at', 'is not', null)]),
    )
    .executeTakeFirst();
  return (
    row && {
      tokenHash: row.token_hash,
      contactId: row.contact_id,
      accountId: row.account_id,
      verified: row.verified === 1,
      locale: row.locale,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      erased: row.erased_at !== null,
    }
  );
}

/** Forgets sessions that ended before a moment. @returns how many there were. */
export async function removeEnded(db: Db, workspaceId: string, before: Instant): Promise<number> {
  const removed = await db
    .deleteFrom('widget_session')
    .where('workspace_id', '=', workspaceId)
    .where('expires_at', '<', before)
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}
