import type { ContentKind } from '@banso/domain/content';
import type { Day, Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import { decodeRecord } from '../json.ts';
import type { Db } from '../tables.ts';

/** A fact of the log as far as it is counted. */
export interface CountedFact {
  type: string;
  contactId: string;
  accountId: string | null;
  contentId: string | null;
  at: Instant;
  /** Of a tracked event. */
  name: string | undefined;
}

/** People whose facts are counted together. */
export interface CountedPerson {
  id: string;
  verified: boolean;
  lastScore: number | null;
  lastScoreAt: Instant | null;
}

/** Some people in the order of their ids, after one of them. */
export async function listPeople(
  db: Db,
  workspaceId: string,
  after: string,
  limit: number,
): Promise<CountedPerson[]> {
  const rows = await db
    .selectFrom('contact')
    .select(['id', 'identity', 'last_score', 'last_score_at'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    verified: row.identity === 'verified',
    lastScore: row.last_score,
    lastScoreAt: row.last_score_at,
  }));
}

/** Ids of some accounts in their order, after one of them. */
export async function listAccounts(
  db: Db,
  workspaceId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

const fact = (db: Db, workspaceId: string) =>
  db
    .selectFrom('event')
    .select(['event.type', 'event.contact_id', 'event.account_id', 'event.content_id', 'event.at'])
    // the rest of what was said is not read into memory for nothing
    .select(sql<string | null>`case when event.type = 'track' then event.payload end`.as('tracked'))
    .where('event.workspace_id', '=', workspaceId);
type Row = Awaited<ReturnType<ReturnType<typeof fact>['executeTakeFirstOrThrow']>>;

const recordOf = ({ contact_id, account_id, content_id, tracked, ...row }: Row): CountedFact => ({
  type: row.type,
  at: row.at,
  contactId: contact_id ?? '',
  accountId: account_id,
  contentId: content_id,
  name: tracked === null ? undefined : nameIn(tracked),
});

function nameIn(payload: string): string | undefined {
  const { name } = decodeRecord(payload);
  return typeof name === 'string' ? name : undefined;
}

/** Everything that these people told, in no order. */
export async function listFactsOf(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<CountedFact[]> {
  if (contactIds.length === 0) return [];
  const rows = await fact(db, workspaceId).where('event.contact_id', 'in', contactIds).execute();
  return rows.map(recordOf);
}

/** What people for whom a token vouches tracked as members of these accounts, in no order. */
export async function listTrackedFor(
  db: Db,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<CountedFact[]> {
  if (accountIds.length === 0) return [];
  const rows = await fact(db, workspaceId)
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'event.workspace_id')
        .onRef('contact.id', '=', 'event.contact_id'),
    )
    .where('event.account_id', 'in', accountIds)
    .where('event.type', '=', 'track')
    .where('contact.identity', '=', 'verified')
    .execute();
  return rows.map(recordOf);
}

/** How many checklists were finished, by content and UTC day. */
export async function countFinished(
  db: Db,
  workspaceId: string,
): Promise<{ contentId: string; day: Day; count: number }[]> {
  const day = sql<Day>`substr(completed_at, 1, 10)`;
  const rows = await db
    .selectFrom('checklist_progress')
    .select(({ fn }) => ['content_id', day.as('day'), fn.countAll().as('count')])
    .where('workspace_id', '=', workspaceId)
    .where('completed_at', 'is not', null)
    .groupBy(['content_id', day])
    .execute();
  return rows.map((row) => ({ contentId: row.content_id, day: row.day, count: Number(row.count) }));
}

/** The kind of every content by its id. */
export async function listKinds(db: Db, workspaceId: string): Promise<Map<string, ContentKind>> {
  const rows = await db
    .selectFrom('content')
    .select(['id', 'kind'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

/** How many responses nobody on the team has read. */
export async function countUnread(db: Db, workspaceId: string): Promise<number> {
  const row = await db
    .selectFrom('response')
    .select(({ fn }) => fn.countAll().as('unread'))
    .where('workspace_id', '=', workspaceId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.unread);
}

/** When a response was followed by the next score of its person, in the place of `known`. @returns `false` when that is not so any more. */
export async function putSuperseded(
  db: Db,
  workspaceId: string,
  { id, known, at }: { id: string; known: Instant | null; at: Instant | null },
): Promise<boolean> {
  const row = await db
    .updateTable('response')
    .set({ superseded_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('superseded_at', known === null ? 'is' : '=', known)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** A person's last score, in the place of the one that was given at `known`. @returns `false` when that is not so any more. */
export async function putLastScore(
  db: Db,
  workspaceId: string,
  { id, known, score, at }: { id: string; known: Instant | null; score: number | null; at: Instant | null },
): Promise<boolean> {
  const row = await db
    .updateTable('contact')
    .set({ last_score: score, last_score_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('last_score_at', known === null ? 'is' : '=', known)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
