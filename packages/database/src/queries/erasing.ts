import type { Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import { bulkUpsert } from '../bulk.ts';
import { decodeRecord, encodeJson } from '../json.ts';
import type { Db, Tables } from '../tables.ts';
import { eraseFromLists } from './erasing-lists.ts';
import * as search from './search.ts';
import { writtenBy } from './search-fill.ts';
import * as topicAnswers from './topic-answers.ts';

/**
 * Stands where a person's words stood: something was said, and nobody can tell any more what. So an answer goes on counting
 * as one.
 */
export const ERASED_TEXT = '—';

/** What an erasure needs to know. */
export interface Erasing {
  contactId: string;
  at: Instant;
  /** What stays of an event's payload. */
  rewrite: (payload: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/**
 * Removes everything that tells who a person is and what they wrote, and ends their sessions. What was counted stays: scores,
 * steps, events by name and the times of all that. Call it in a transaction that nobody else brings facts of this person
 * into.
 */
export async function eraseContact(db: Db, workspaceId: string, erasing: Erasing): Promise<void> {
  const written = await writtenBy(db, workspaceId, erasing.contactId);
  await topicAnswers.removeContact(db, workspaceId, erasing.contactId, written);
  await search.remove(db, workspaceId, written);
  await eraseEvents(db, workspaceId, erasing);
  await eraseAnswers(db, workspaceId, erasing);
  await eraseNames(db, workspaceId, erasing);
  await eraseLines(db, workspaceId, erasing);
  await deleteRows(db, workspaceId, erasing);
  await closeCases(db, workspaceId, erasing);
  await endSessions(db, workspaceId, erasing);
  await eraseProfile(db, workspaceId, erasing);
}

/** Conditions name people by the id of the customer's product, which the profile still tells. */
async function eraseNames(db: Db, workspaceId: string, { contactId }: Erasing): Promise<void> {
  const known = await db
    .selectFrom('contact')
    .select(['external_id', 'email'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', contactId)
    .executeTakeFirst();
  await eraseFromLists(db, workspaceId, [contactId, ...(known ? [known.external_id] : [])]);
  await forgetLines(db, workspaceId, [known?.external_id ?? null, known?.email ?? null]);
}

/** Lines of files that wait or were refused are still in words, and name people by their address or id. */
async function forgetLines(db: Db, workspaceId: string, names: readonly (string | null)[]): Promise<void> {
  for (const name of names) {
    if (name === null) continue;
    const pattern = `%${JSON.stringify(name.toLowerCase())
      .slice(1, -1)
      .replace(/[\\%_]/g, '\\$&')}%`;
    await db
      .updateTable('import_row')
      .set({ cells: null, problems: null, state: 'failed' })
      .where('workspace_id', '=', workspaceId)
      .where('cells', 'is not', null)
      .where(sql<boolean>`lower(cells) like ${pattern} escape '\\'`)
      .execute();
  }
}

async function eraseProfile(db: Db, workspaceId: string, { contactId, at }: Erasing): Promise<void> {
  await db
    .updateTable('contact')
    .set((eb) => ({
      // nobody else can have it: an id of ours, in the place of the customer's
      external_id: contactId,
      name: null,
      email: null,
      vouched_email: null,
      mail_off_at: null,
      locale: null,
      chosen_locale: null,
      reserved_for: null,
      reserved_until: null,
      time_zone: null,
      traits: '{}',
      erased_at: at,
      updated_at: at,
      revision: eb('revision', '+', 1),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', contactId)
    .execute();
}

const TOGETHER = 500;
const putPayloads = bulkUpsert(
  'event',
  ['workspace_id', 'id', 'type', 'contact_id', 'account_id', 'content_id', 'at', 'received_at', 'payload'],
  ['workspace_id', 'id'],
  { replace: ['payload'] },
);

async function eraseEvents(db: Db, workspaceId: string, { contactId, rewrite }: Erasing): Promise<void> {
  let last: Pick<Tables['event'], 'at' | 'id'> | undefined;
  do {
    const rows = await eventsAfter(db, workspaceId, contactId, last);
    const rewritten = rows.map((row) => ({
      ...row,
      payload: encodeJson(rewrite(decodeRecord(row.payload))),
    }));
    await putPayloads(
      db,
      rewritten.filter(({ payload }, index) => payload !== rows[index]?.payload),
    );
    last = rows.length === TOGETHER ? rows.at(-1) : undefined;
  } while (last);
}

/** In the order of the index by person. */
async function eventsAfter(
  db: Db,
  workspaceId: string,
  contactId: string,
  last: Pick<Tables['event'], 'at' | 'id'> | undefined,
): Promise<Tables['event'][]> {
  let query = db
    .selectFrom('event')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId);
  if (last)
    query = query
      .where('at', '>=', last.at)
      .where((eb) => eb.or([eb('at', '>', last.at), eb('id', '>', last.id)]));
  return query.orderBy('at').orderBy('id').limit(TOGETHER).execute();
}

async function eraseAnswers(db: Db, workspaceId: string, { contactId }: Erasing): Promise<void> {
  await db
    .updateTable('response_answer')
    .set({ text: ERASED_TEXT })
    .where('workspace_id', '=', workspaceId)
    .where('response_id', 'in', (eb) =>
      eb
        .selectFrom('response')
        .select('response.id')
        .where('response.workspace_id', '=', workspaceId)
        .where('response.contact_id', '=', contactId),
    )
    .where('text', 'is not', null)
    .execute();
  const theirs = db
    .updateTable('response')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId);
  await theirs.set({ comment: ERASED_TEXT }).where('comment', 'is not', null).execute();
  await theirs.set({ page_url: null }).where('page_url', 'is not', null).execute();
  // a ticket or an order leads back to them
  await theirs.set({ transaction_id: null }).where('transaction_id', 'is not', null).execute();
}

/** A file's line that became theirs keeps its place, without a word. */
async function eraseLines(db: Db, workspaceId: string, { contactId }: Erasing): Promise<void> {
  await db
    .updateTable('import_row')
    .set({ cells: null, problems: null })
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .execute();
}

const DELETED = [
  'alert',
  'assignment',
  'decision',
  'delivery',
  'mail',
  'message',
  'note',
  'notice',
  'outbox',
  'survey_transaction',
  'task',
  'thread',
] as const;

/**
 * What the team wrote to the person speaks of them too, decisions hold what was known of them, and an experiment would tell them
 * from others: they go as a whole.
 */
async function deleteRows(db: Db, workspaceId: string, { contactId }: Erasing): Promise<void> {
  await db
    .deleteFrom('note_mention')
    .where('workspace_id', '=', workspaceId)
    .where('note_id', 'in', (eb) =>
      eb
        .selectFrom('note')
        .select('note.id')
        .where('note.workspace_id', '=', workspaceId)
        .where('note.contact_id', '=', contactId),
    )
    .execute();
  for (const table of DELETED)
    await db
      .deleteFrom(table)
      .where('workspace_id', '=', workspaceId)
      .where('contact_id', '=', contactId)
      .execute();
}

/** Nobody is left to answer. */
async function closeCases(db: Db, workspaceId: string, { contactId, at }: Erasing): Promise<void> {
  await db
    .updateTable('customer_case')
    .set((eb) => ({
      status: 'closed',
      outcome: 'not_needed',
      closed_at: at,
      snoozed_until: null,
      updated_at: at,
      revision: eb('revision', '+', 1),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .where('status', '=', 'open')
    .execute();
}

/** They are kept for two days, as all that ended: the share of vouched-for visits is counted from them. */
async function endSessions(db: Db, workspaceId: string, { contactId, at }: Erasing): Promise<void> {
  await db
    .updateTable('widget_session')
    .set({ expires_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .where('expires_at', '>', at)
    .execute();
}
