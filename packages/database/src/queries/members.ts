import type { Day, Instant, Weekday } from '@banso/domain/time';
import type { Kysely } from 'kysely';
import { encodeJson } from '../json.ts';
import type { ControlTables, Db } from '../tables.ts';

/** A person of the team, as a member of one organisation. */
export interface MemberRecord {
  id: string;
  organisationId: string;
  userId: string;
  name: string;
  email: string;
  role: string;
  /** What is given or denied whatever the role says; null: as it says. */
  overrides: { read_texts: boolean | null; reply: boolean | null };
  /** The console's language; null: the browser's. */
  language: string | null;
  createdAt: Instant;
  lastSeenAt: Instant | null;
  /** Null: the workspace's. */
  timeZone: string | null;
  /** When the weekly digest comes, if it does; null: as for everybody. */
  digest: DigestChoice | null;
}

/** When the weekly digest comes, if it does. */
export interface DigestChoice {
  on: boolean;
  weekday: Weekday;
  /** Full hour, 0 to 23. */
  hour: number;
}

const selected = (db: Kysely<ControlTables>) =>
  db
    .selectFrom('member')
    .innerJoin('auth_user', 'auth_user.id', 'member.user_id')
    .select([
      'member.id',
      'member.organisation_id',
      'member.user_id',
      'auth_user.name',
      'auth_user.email',
      'member.role',
      'member.read_texts',
      'member.reply',
      'member.language',
      'member.created_at',
      'member.last_seen_at',
      'member.time_zone',
      'member.digest',
    ]);

const flagOf = (flag: 0 | 1 | null): boolean | null => (flag === null ? null : flag === 1);
const flagFor = (is: boolean | null): 0 | 1 | null => (is === null ? null : is ? 1 : 0);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const recordOf = (row: Row): MemberRecord => ({
  id: row.id,
  organisationId: row.organisation_id,
  userId: row.user_id,
  name: row.name,
  email: row.email,
  role: row.role,
  overrides: { read_texts: flagOf(row.read_texts), reply: flagOf(row.reply) },
  language: row.language,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  timeZone: row.time_zone,
  digest: row.digest === null ? null : (JSON.parse(row.digest) as DigestChoice),
});

export async function create(
  db: Kysely<ControlTables>,
  member: Omit<MemberRecord, 'name' | 'email' | 'overrides' | 'timeZone' | 'digest'>,
): Promise<void> {
  await db
    .insertInto('member')
    .values({
      organisation_id: member.organisationId,
      id: member.id,
      user_id: member.userId,
      role: member.role,
      read_texts: null,
      reply: null,
      language: member.language,
      created_at: member.createdAt,
      last_seen_at: member.lastSeenAt,
    })
    .execute();
}

/** One member of the organisation; undefined when there is none. */
export async function find(
  db: Kysely<ControlTables>,
  organisationId: string,
  id: string,
): Promise<MemberRecord | undefined> {
  const row = await selected(db)
    .where('member.organisation_id', '=', organisationId)
    .where('member.id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Members of an organisation, who joined first comes first. `after` is the id after which to go on. */
export async function list(
  db: Kysely<ControlTables>,
  organisationId: string,
  page: { after?: string | undefined; limit: number },
): Promise<MemberRecord[]> {
  let query = selected(db).where('member.organisation_id', '=', organisationId);
  if (page.after !== undefined) query = query.where('member.id', '>', page.after);
  const rows = await query.orderBy('member.id').limit(page.limit).execute();
  return rows.map(recordOf);
}

/** The memberships of one user, oldest first. */
export async function listOfUser(db: Kysely<ControlTables>, userId: string): Promise<MemberRecord[]> {
  const rows = await selected(db).where('member.user_id', '=', userId).orderBy('member.id').execute();
  return rows.map(recordOf);
}

/** True when somebody with this e-mail (in any case) is a member of the organisation. */
export async function hasEmail(
  db: Kysely<ControlTables>,
  organisationId: string,
  email: string,
): Promise<boolean> {
  const row = await selected(db)
    .where('member.organisation_id', '=', organisationId)
    .where('auth_user.email', '=', email.toLowerCase())
    .executeTakeFirst();
  return row !== undefined;
}

/** How many owners the organisation has. */
export async function countOwners(db: Kysely<ControlTables>, organisationId: string): Promise<number> {
  const row = await db
    .selectFrom('member')
    .select((eb) => eb.fn.countAll().as('owners'))
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow();
  return Number(row.owners);
}

export async function setRole(
  db: Kysely<ControlTables>,
  organisationId: string,
  id: string,
  role: string,
): Promise<void> {
  await db
    .updateTable('member')
    .set({ role })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** Gives or denies a member what the role does not say. */
export async function setOverrides(
  db: Kysely<ControlTables>,
  organisationId: string,
  id: string,
  overrides: MemberRecord['overrides'],
): Promise<void> {
  await db
    .updateTable('member')
    .set({ read_texts: flagFor(overrides.read_texts), reply: flagFor(overrides.reply) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** @param language - Null: the browser's. */
export async function setLanguage(
  db: Kysely<ControlTables>,
  organisationId: string,
  id: string,
  language: string | null,
): Promise<void> {
  await db
    .updateTable('member')
    .set({ language })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** @param timeZone - Null: the workspace's. */
export async function setTimeZone(
  db: Kysely<ControlTables>,
  organisationId: string,
  id: string,
  timeZone: string | null,
): Promise<void> {
  await db
    .updateTable('member')
    .set({ time_zone: timeZone })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

export async function setDigest(
  db: Kysely<ControlTables>,
  organisationId: string,
  id: string,
  digest: DigestChoice,
): Promise<void> {
  await db
    .updateTable('member')
    .set({ digest: encodeJson(digest) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** Remembers that the member was here. */
export async function touch(
  db: Kysely<ControlTables>,
  organisationId: string,
  id: string,
  at: Instant,
): Promise<void> {
  await db
    .updateTable('member')
    .set({ last_seen_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** Ends the membership. The caller has freed the member's accounts before (see `releaseAccounts`). */
export async function remove(db: Kysely<ControlTables>, organisationId: string, id: string): Promise<void> {
  await db.deleteFrom('member').where('organisation_id', '=', organisationId).where('id', '=', id).execute();
}

/** Takes the accounts of one workspace out of a member's hands, who is about to leave, and ends their digests. */
export async function releaseAccounts(db: Db, workspaceId: string, id: string): Promise<void> {
  await db
    .deleteFrom('digest_turn')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', id)
    .execute();
  await db
    .updateTable('account')
    .set((eb) => ({ owner_id: null, revision: eb('revision', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('owner_id', '=', id)
    .execute();
}

/** Of which week members of a workspace had their digest last, by their id. */
export async function digestWeeks(db: Db, workspaceId: string): Promise<Map<string, Day>> {
  const rows = await db
    .selectFrom('digest_turn')
    .select(['member_id', 'week'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return new Map(rows.map(({ member_id, week }) => [member_id, week]));
}

/** Takes the turn of a week; `false` when it was taken before. */
export async function takeDigestTurn(
  db: Db,
  workspaceId: string,
  memberId: string,
  week: Day,
): Promise<boolean> {
  const row = await db
    .insertInto('digest_turn')
    .values({ workspace_id: workspaceId, member_id: memberId, week })
    .onConflict((oc) =>
      oc.columns(['workspace_id', 'member_id']).doUpdateSet({ week }).where('digest_turn.week', '<', week),
    )
    .returning('member_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** A function that names the members of the workspace's organisation; undefined for anybody else. */
export async function namesOf(
  db: Kysely<ControlTables>,
  workspaceId: string,
): Promise<(memberId: string) => string | undefined> {
  const rows = await db
    .selectFrom('workspace')
    .innerJoin('member', 'member.organisation_id', 'workspace.organisation_id')
    .innerJoin('auth_user', 'auth_user.id', 'member.user_id')
    .select(['member.id', 'auth_user.name'])
    .where('workspace.id', '=', workspaceId)
    .execute();
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (memberId) => names.get(memberId);
}
