import type { Instant } from '@banso/domain/time';
import type { Kysely } from 'kysely';
import type { ControlTables } from '../tables.ts';

export interface InvitationRecord {
  id: string;
  organisationId: string;
  email: string;
  role: string;
  /** The inviting member's id. */
  invitedBy: string;
  createdAt: Instant;
  expiresAt: Instant;
}

const COLUMNS = ['id', 'organisation_id', 'email', 'role', 'invited_by', 'created_at', 'expires_at'] as const;

const recordOf = (row: Pick<ControlTables['invitation'], (typeof COLUMNS)[number]>): InvitationRecord => ({
  id: row.id,
  organisationId: row.organisation_id,
  email: row.email,
  role: row.role,
  invitedBy: row.invited_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

/** @param tokenHash - SHA-256 of the token in the link, hex. */
export async function create(
  db: Kysely<ControlTables>,
  invitation: InvitationRecord,
  tokenHash: string,
): Promise<void> {
  await db
    .insertInto('invitation')
    .values({
      organisation_id: invitation.organisationId,
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      token_hash: tokenHash,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
      accepted_at: null,
    })
    .execute();
}

/** Invitations that can still be accepted, oldest first. `after` is the id after which to go on. */
export async function listOpen(
  db: Kysely<ControlTables>,
  organisationId: string,
  now: Instant,
  page: { after?: string | undefined; limit: number },
): Promise<InvitationRecord[]> {
  let query = db
    .selectFrom('invitation')
    .select(COLUMNS)
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  const rows = await query.orderBy('id').limit(page.limit).execute();
  return rows.map(recordOf);
}

/** The invitation with this token; undefined when there is none, it was accepted, or it has expired. */
export async function findOpenByToken(
  db: Kysely<ControlTables>,
  tokenHash: string,
  now: Instant,
): Promise<InvitationRecord | undefined> {
  const row = await db
    .selectFrom('invitation')
    .select(COLUMNS)
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Uses the invitation up; `false` when somebody else did so first, or it has expired. */
export async function accept(
  db: Kysely<ControlTables>,
  organisationId: string,
  id: string,
  now: Instant,
): Promise<boolean> {
  const row = await db
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Withdraws an invitation that was not accepted; answers its e-mail, or undefined when there is none. */
export async function withdraw(
  db: Kysely<ControlTables>,
  organisationId: string,
  id: string,
): Promise<string | undefined> {
  const row = await db
    .deleteFrom('invitation')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .returning('email')
    .executeTakeFirst();
  return row?.email;
}

/** Withdraws what else this e-mail was invited to here: the newest link alone works. */
export async function withdrawAllOf(
  db: Kysely<ControlTables>,
  organisationId: string,
  email: string,
): Promise<void> {
  await db
    .deleteFrom('invitation')
    .where('organisation_id', '=', organisationId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .execute();
}

/** Forgets invitations that ended before `before`, accepted or not. */
export async function prune(db: Kysely<ControlTables>, before: Instant): Promise<void> {
  await db.deleteFrom('invitation').where('expires_at', '<', before).execute();
}
