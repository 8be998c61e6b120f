import type { Instant } from '@banso/domain/time';
import type { Kysely } from 'kysely';
import type { ControlTables } from '../tables.ts';

/** How better-auth names the sign-in by e-mail and password. */
const BY_PASSWORD = 'credential';

export interface NewUser {
  id: string;
  name: string;
  /** In lower case, as sign-in looks it up. */
  email: string;
  passwordHash: string;
  at: Instant;
}

/** Adds somebody who can sign in with e-mail and password. @throws when the e-mail is taken. */
export async function create(db: Kysely<ControlTables>, user: NewUser): Promise<void> {
  const times = { createdAt: user.at, updatedAt: user.at };
  await db
    .insertInto('auth_user')
    .values({ id: user.id, name: user.name, email: user.email, emailVerified: 0, image: null, ...times })
    .execute();
  await db
    .insertInto('auth_account')
    .values({
      id: `${user.id}_password`,
      accountId: user.id,
      providerId: BY_PASSWORD,
      userId: user.id,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      password: user.passwordHash,
      ...times,
    })
    .execute();
}

/** The user with this e-mail, with the hash of the password; undefined when there is none. */
export async function findByEmail(
  db: Kysely<ControlTables>,
  email: string,
): Promise<{ id: string; passwordHash: string } | undefined> {
  const row = await db
    .selectFrom('auth_user')
    .innerJoin('auth_account', 'auth_account.userId', 'auth_user.id')
    .select(['auth_user.id', 'auth_account.password'])
    .where('auth_user.email', '=', email.toLowerCase())
    .where('auth_account.providerId', '=', BY_PASSWORD)
    .executeTakeFirst();
  return row && { id: row.id, passwordHash: row.password ?? '' };
}

/** The hash of a user's password; undefined when there is no such user. */
export async function findPasswordHash(db: Kysely<ControlTables>, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('auth_account')
    .select('password')
    .where('userId', '=', id)
    .where('providerId', '=', BY_PASSWORD)
    .executeTakeFirst();
  return row?.password ?? undefined;
}

export async function setPasswordHash(
  db: Kysely<ControlTables>,
  id: string,
  passwordHash: string,
  at: Instant,
): Promise<void> {
  await db
    .updateTable('auth_account')
    .set({ password: passwordHash, updatedAt: at })
    .where('userId', '=', id)
    .where('providerId', '=', BY_PASSWORD)
    .execute();
}

export async function setName(
  db: Kysely<ControlTables>,
  id: string,
  name: string,
  at: Instant,
): Promise<void> {
  await db.updateTable('auth_user').set({ name, updatedAt: at }).where('id', '=', id).execute();
}

/** Ends the sessions of a user. `except`: the token of the one that goes on. */
export async function endSessions(db: Kysely<ControlTables>, id: string, except?: string): Promise<void> {
  let query = db.deleteFrom('auth_session').where('userId', '=', id);
  if (except !== undefined) query = query.where('token', '!=', except);
  await query.execute();
}

/** Removes a user who is no longer a member of anything, with sessions and password; nobody else. */
export async function removeIfWithoutMembership(db: Kysely<ControlTables>, id: string): Promise<void> {
  const member = await db.selectFrom('member').select('id').where('user_id', '=', id).executeTakeFirst();
  if (member) return;
  await endSessions(db, id);
  await db.deleteFrom('auth_verification').where('value', '=', id).execute();
  await db.deleteFrom('auth_account').where('userId', '=', id).execute();
  await db.deleteFrom('auth_user').where('id', '=', id).execute();
}

/** How a one-time way to a new password is named among what better-auth verifies. */
const RESET = 'password-reset:';

/**
 * Opens a one-time way to a new password; an earlier one of this user is closed.
 * @param tokenHash - SHA-256 of the token in the link, hex.
 */
export async function openReset(
  db: Kysely<ControlTables>,
  { userId, tokenHash, at, until }: { userId: string; tokenHash: string; at: Instant; until: Instant },
): Promise<void> {
  await db
    .deleteFrom('auth_verification')
    .where('value', '=', userId)
    .where('identifier', 'like', `${RESET}%`)
    .execute();
  await db
    .insertInto('auth_verification')
    .values({
      id: tokenHash,
      identifier: `${RESET}${tokenHash}`,
      value: userId,
      expiresAt: until,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
}

/** Whose password this way leads to; undefined when it was used, closed, or has expired. */
export async function findReset(
  db: Kysely<ControlTables>,
  tokenHash: string,
  now: Instant,
): Promise<{ userId: string; name: string; email: string } | undefined> {
  return db
    .selectFrom('auth_verification')
    .innerJoin('auth_user', 'auth_user.id', 'auth_verification.value')
    .select(['auth_user.id as userId', 'auth_user.name', 'auth_user.email'])
    .where('auth_verification.identifier', '=', `${RESET}${tokenHash}`)
    .where('auth_verification.expiresAt', '>', now)
    .executeTakeFirst();
}

/** Uses the way up; `false` when somebody else did so first. */
export async function useReset(db: Kysely<ControlTables>, tokenHash: string): Promise<boolean> {
  const row = await db
    .deleteFrom('auth_verification')
    .where('identifier', '=', `${RESET}${tokenHash}`)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets sessions, and ways to a new password, that have expired. */
export async function pruneExpired(db: Kysely<ControlTables>, now: Instant): Promise<void> {
  await db.deleteFrom('auth_session').where('expiresAt', '<', now).execute();
  await db.deleteFrom('auth_verification').where('expiresAt', '<', now).execute();
}
