import type { Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import { decodeRecord } from '../json.ts';
import type { Db } from '../tables.ts';
import * as responseTags from './response-tags.ts';

/** A fact of one person about one content, as far as their state depends on it. */
export interface StateFact {
  id: string;
  type: string;
  contactId: string;
  contentId: string;
  at: Instant;
  payload: Readonly<Record<string, unknown>>;
}

/** What these people were shown, answered and completed of these contents, and what of it was replaced. */
export async function listStateFacts(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
  contentIds: readonly string[],
): Promise<StateFact[]> {
  if (contactIds.length === 0) return [];
  const rows = await db
    .selectFrom('event')
    .select(['id', 'type', 'contact_id', 'content_id', 'at', 'payload'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', 'in', contactIds)
    .where('content_id', 'in', contentIds)
    .where('type', 'in', ['content_shown', 'survey_answered', 'survey_completed', 'response_replaced'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    contactId: row.contact_id ?? '',
    contentId: row.content_id ?? '',
    at: row.at,
    payload: decodeRecord(row.payload),
  }));
}

/** When these people were interrupted last, but for these times; who was not is not in it. */
export async function lastInterruptions(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
  exceptIds: readonly string[],
): Promise<Map<string, Instant>> {
  if (contactIds.length === 0) return new Map();
  let query = db
    .selectFrom('exposure')
    .select((eb) => ['contact_id', eb.fn.max('granted_at').as('at')])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', 'in', contactIds);
  if (exceptIds.length > 0) query = query.where('id', 'not in', exceptIds);
  const rows = await query.groupBy('contact_id').execute();
  return new Map(rows.map(({ contact_id, at }) => [contact_id, at]));
}

/**
 * Takes responses out as if they had never been given: with their answers, facts and interruptions. What was counted of them must
 * have been taken off before. What the team wrote about them stays, about the person.
 *
 * Another table that holds something of a response takes it out here.
 */
export async function takeOut(
  db: Db,
  workspaceId: string,
  { responseIds, factIds }: { responseIds: readonly string[]; factIds: readonly string[] },
): Promise<void> {
  if (responseIds.length === 0) return;
  await db
    .updateTable('message')
    .set({ about: null })
    .where('workspace_id', '=', workspaceId)
    .where('about', 'in', responseIds)
    .execute();
  await db
    .updateTable('customer_case')
    .set({ response_id: null })
    .where('workspace_id', '=', workspaceId)
    .where('response_id', 'in', responseIds)
    .execute();
  await db
    .updateTable('note')
    .set((eb) => ({ subject_kind: 'contact', subject_id: eb.ref('contact_id').$notNull() }))
    .where('workspace_id', '=', workspaceId)
    .where('subject_kind', '=', 'response')
    .where('subject_id', 'in', responseIds)
    .where('contact_id', 'is not', null)
    .execute();
  await responseTags.takeAll(db, workspaceId, responseIds);
  await db
    .deleteFrom('response_answer')
    .where('workspace_id', '=', workspaceId)
    .where('response_id', 'in', responseIds)
    .execute();
  await db
    .deleteFrom('response')
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', responseIds)
    .execute();
  await takeOutFacts(db, workspaceId, { factIds, exposureIds: factIds });
}

/** Takes facts out of the log, and interruptions. */
export async function takeOutFacts(
  db: Db,
  workspaceId: string,
  { factIds, exposureIds }: { factIds: readonly string[]; exposureIds: readonly string[] },
): Promise<void> {
  for (const [table, ids] of [
    ['event', factIds],
    ['exposure', exposureIds],
  ] as const)
    if (ids.length > 0)
      await db.deleteFrom(table).where('workspace_id', '=', workspaceId).where('id', 'in', ids).execute();
}

/** Takes out states in which nothing ever happened. */
export async function dropUntouchedStates(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<void> {
  if (contactIds.length === 0) return;
  let query = db
    .deleteFrom('content_state')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', 'in', contactIds)
    .where('attempts', '=', 0)
    .where('opted_out', '=', 0);
  for (const column of [
    'last_claimed_at',
    'last_shown_at',
    'opened_at',
    'last_dismissed_at',
    'last_answered_at',
    'completed_at',
    'snoozed_until',
  ] as const)
    query = query.where(column, 'is', null);
  await query.execute();
}

/** Tables with rows of a person under their id; another one stands here too. */
const OF_PERSON = [
  'assignment',
  'contact_alias',
  'content_state',
  'customer_case',
  'decision',
  'erasure',
  'event',
  'exposure',
  'message',
  'note',
  'response',
  'survey_transaction',
  'thread',
  'widget_session',
] as const;

/** Tables with rows of an account under its id; another one stands here too. */
const OF_ACCOUNT = [
  'assignment',
  'contact',
  'customer_case',
  'decision',
  'event',
  'exposure',
  'note',
  'renewal',
  'response',
] as const;

/**
 * Takes out people and accounts whom nobody but an import knows: nobody came, nothing else is kept of them, and nobody on the team
 * has touched them.
 */
export async function takeOutUnknown(
  db: Db,
  workspaceId: string,
  { contactIds, accountIds }: { contactIds: readonly string[]; accountIds: readonly string[] },
): Promise<void> {
  if (contactIds.length > 0) {
    let query = db
      .deleteFrom('contact')
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', contactIds)
      .where('revision', '=', 1)
      .where('first_seen_at', 'is', null)
      .where('erased_at', 'is', null);
    for (const table of OF_PERSON)
      query = query.where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom(table as 'event')
              .select(sql<number>`1`.as('one'))
              .where(`${table as 'event'}.workspace_id`, '=', workspaceId)
              .whereRef(`${table as 'event'}.contact_id`, '=', 'contact.id'),
          ),
        ),
      );
    await query.execute();
  }
  if (accountIds.length === 0) return;
  let query = db
    .deleteFrom('account')
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', accountIds)
    .where('revision', '=', 1)
    .where('owner_id', 'is', null)
    .where('last_seen_at', 'is', null);
  for (const table of OF_ACCOUNT)
    query = query.where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom(table as 'contact')
            .select(sql<number>`1`.as('one'))
            .where(`${table as 'contact'}.workspace_id`, '=', workspaceId)
            .whereRef(`${table as 'contact'}.account_id`, '=', 'account.id'),
        ),
      ),
    );
  await query.execute();
}
