import type { LinkChannel, LinkKind } from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Db, Tables } from '../tables.ts';
import type { AudienceMoment } from './audiences.ts';
import { inAudience } from './audiences.ts';

/** A survey that is shared by link. */
export interface SurveyLinkRecord {
  id: string;
  contentId: string;
  kind: LinkKind;
  channel: LinkChannel;
  name: string;
  /** Null: never. */
  expiresAt: Instant | null;
  revokedAt: Instant | null;
  createdAt: Instant;
  /** A member's id; null: a key. */
  createdBy: string | null;
}

const recordOf = (row: Selectable<Tables['survey_link']>): SurveyLinkRecord => ({
  id: row.id,
  contentId: row.content_id,
  kind: row.kind,
  channel: row.channel,
  name: row.name,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  createdAt: row.created_at,
  createdBy: row.created_by,
});

/** Links to a survey, the newest first. */
export async function list(db: Db, workspaceId: string, contentId: string): Promise<SurveyLinkRecord[]> {
  const rows = await db
    .selectFrom('survey_link')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(recordOf);
}

/** One link; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<SurveyLinkRecord | undefined> {
  const row = await db
    .selectFrom('survey_link')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Makes a link. */
export async function create(db: Db, workspaceId: string, link: SurveyLinkRecord): Promise<void> {
  await db
    .insertInto('survey_link')
    .values({
      workspace_id: workspaceId,
      id: link.id,
      content_id: link.contentId,
      kind: link.kind,
      channel: link.channel,
      name: link.name,
      expires_at: link.expiresAt,
      revoked_at: link.revokedAt,
      created_at: link.createdAt,
      created_by: link.createdBy,
    })
    .execute();
}

/** Ends links for good. @returns the ids of those that worked until now. */
export async function revoke(
  db: Db,
  workspaceId: string,
  of: { contentId: string; id?: string },
  at: Instant,
): Promise<string[]> {
  let query = db
    .updateTable('survey_link')
    .set({ revoked_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', of.contentId)
    .where('revoked_at', 'is', null);
  if (of.id !== undefined) query = query.where('id', '=', of.id);
  return (await query.returning('id').execute()).map(({ id }) => id);
}

/** What came by a link. */
export interface LinkAnswers {
  begun: number;
  completed: number;
}

/** How many answered by each of these links, by their ids; those by which nobody did are left out. */
export async function answersBy(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, LinkAnswers>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('response')
    .select(({ fn }) => [
      'link_id',
      fn.countAll<number>().as('begun'),
      fn.count<number>('completed_at').as('completed'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('link_id', 'in', ids)
    .where('is_test', '=', 0)
    .groupBy('link_id')
    .execute();
  return new Map(
    rows.map(({ link_id, begun, completed }) => [
      link_id ?? '',
      { begun: Number(begun), completed: Number(completed) },
    ]),
  );
}

/** Somebody who may get a personal link. */
export interface Addressee {
  id: string;
  email: string | null;
  name: string | null;
  /** Their own choice, else that of the product; null: not known. */
  locale: string | null;
}

/** Whom personal links are for: an audience, or these people. */
export type AddresseesOf =
  | { condition: Condition; moment: AudienceMoment }
  | { contactIds: readonly string[] };

/** Everybody who is meant, whether or not they get an address. */
const meant = (db: Db, workspaceId: string, of: AddresseesOf) =>
  'contactIds' in of
    ? inAudience(db, workspaceId, EVERYBODY, NO_MOMENT).where('contact.id', 'in', of.contactIds)
    : inAudience(db, workspaceId, of.condition, of.moment);

const EVERYBODY: Condition = { type: 'all', of: [] };
const NO_MOMENT: AudienceMoment = { now: '', sharedChecklists: new Set(), segments: new Map() };

/** Those of them who are known by an id of the product, are not erased, and have not asked for no surveys at all; by their ids. */
export async function listAddressees(
  db: Db,
  workspaceId: string,
  of: AddresseesOf,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<Addressee[]> {
  let query = meant(db, workspaceId, of)
    .select(['contact.id', 'contact.email', 'contact.name'])
    .select((eb) => eb.fn.coalesce('contact.chosen_locale', 'contact.locale').as('locale'))
    .where('contact.identity', '!=', 'anonymous')
    .where('contact.asking', '!=', 'never');
  if (after !== undefined) query = query.where('contact.id', '>', after);
  return query.orderBy('contact.id').limit(limit).execute();
}

/** How many are meant, how many of them get an address, and how many of those have no e-mail. */
export async function countAddressees(
  db: Db,
  workspaceId: string,
  of: AddresseesOf,
): Promise<{ all: number; people: number; withoutEmail: number }> {
  const gets = sql`${sql.ref('contact.identity')} <> 'anonymous' and ${sql.ref('contact.asking')} <> 'never'`;
  const row = await meant(db, workspaceId, of)
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .select(sql<number>`count(case when ${gets} then 1 end)`.as('people'))
    .select(
      sql<number>`count(case when ${gets} and ${sql.ref('contact.email')} is null then 1 end)`.as(
        'withoutEmail',
      ),
    )
    .executeTakeFirstOrThrow();
  return { all: Number(row.all), people: Number(row.people), withoutEmail: Number(row.withoutEmail) };
}
