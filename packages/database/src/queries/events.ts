import type { Day, Instant } from '@banso/domain/time';
import { bulkInsertIgnore, bulkSelect, bulkUpsert } from '../bulk.ts';
import { encodeJson } from '../json.ts';
import type { Db } from '../tables.ts';

/** One fact of the log. It never changes. */
export interface EventRecord {
  /** The sender's UUIDv7; the same fact sent again has the same id. */
  id: string;
  type: string;
  contactId: string | null;
  accountId: string | null;
  contentId: string | null;
  /** When it happened, by our clock. */
  at: Instant;
  receivedAt: Instant;
  /** What its type says beyond these. */
  payload: Readonly<Record<string, unknown>>;
  /** The key with which a customer's server told it; absent: a page did. */
  sentBy?: string;
}

/** How often a tracked event happened on one UTC day. */
export interface DayCount {
  /** A contact's or an account's id. */
  subjectId: string;
  name: string;
  day: Day;
  count: number;
}

const selectKnown = bulkSelect('event', ['id'], ['workspace_id', 'id']);
const insertEvents = bulkInsertIgnore(
  'event',
  [
    'workspace_id',
    'id',
    'type',
    'contact_id',
    'account_id',
    'content_id',
    'at',
    'received_at',
    'payload',
    'sent_by',
  ],
  ['workspace_id', 'id'],
);
const addDays = bulkUpsert(
  'event_count',
  ['workspace_id', 'subject_id', 'name', 'day', 'count'],
  ['workspace_id', 'subject_id', 'name', 'day'],
  { add: ['count'] },
);
const selectCounts = bulkSelect(
  'event_count',
  ['subject_id', 'name', 'day', 'count'],
  ['workspace_id', 'subject_id', 'name'],
);

/** Those of the ids that the log holds already. */
export async function known(db: Db, workspaceId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await selectKnown(
    db,
    ids.map((id) => ({ workspace_id: workspaceId, id })),
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Appends facts; a known id is left as it is.
 * @returns how many were new.
 */
export async function append(db: Db, workspaceId: string, events: readonly EventRecord[]): Promise<number> {
  const rows = events.map((event) => ({
    workspace_id: workspaceId,
    id: event.id,
    type: event.type,
    contact_id: event.contactId,
    account_id: event.accountId,
    content_id: event.contentId,
    at: event.at,
    received_at: event.receivedAt,
    payload: encodeJson(event.payload),
    sent_by: event.sentBy ?? null,
  }));
  // two processes that meet at the same ids take them in the same order
  const inserted = await insertEvents(
    db,
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
  return inserted.length;
}

/** Adds to the day counters. */
export async function addCounts(db: Db, workspaceId: string, counts: readonly DayCount[]): Promise<void> {
  await addDays(
    db,
    counts.map(({ subjectId, name, day, count }) => ({
      workspace_id: workspaceId,
      subject_id: subjectId,
      name,
      day,
      count,
    })),
  );
}

/** The day counters of these events of these subjects, in no order. */
export async function listCounts(
  db: Db,
  workspaceId: string,
  wanted: readonly { subjectId: string; name: string }[],
): Promise<DayCount[]> {
  const rows = await selectCounts(
    db,
    wanted.map(({ subjectId, name }) => ({ workspace_id: workspaceId, subject_id: subjectId, name })),
  );
  return rows.map(({ subject_id, name, day, count }) => ({ subjectId: subject_id, name, day, count }));
}
