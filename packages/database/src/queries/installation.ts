import type { Instant } from '@banso/domain/time';
import type { Kysely } from 'kysely';
import type { ControlTables, Db } from '../tables.ts';

/** This installation; undefined before it was set up. */
export async function find(
  db: Kysely<ControlTables>,
): Promise<{ demo: boolean; createdAt: Instant } | undefined> {
  const row = await db.selectFrom('installation').selectAll().executeTakeFirst();
  return row && { demo: row.demo === 1, createdAt: row.created_at };
}

/** Marks the installation as set up, once and for ever; `false` when somebody else did so first. */
export async function create(db: Kysely<ControlTables>, demo: boolean, at: Instant): Promise<boolean> {
  const row = await db
    .insertInto('installation')
    .values({ id: 'this', demo: demo ? 1 : 0, created_at: at })
    .onConflict((oc) => oc.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What has arrived from the customer's pages. */
export interface Arrivals {
  lastSeenAt: Instant | null;
  lastPageUrl: string | null;
  /** Widget sessions opened since `since`, and how many of them with a checked identity. */
  sessions: number;
  verifiedSessions: number;
  contacts: number;
  /** Newest first. */
  lastEvents: ArrivedEvent[];
  /** What the customer's servers told last, newest first. */
  lastFromServers: ArrivedEvent[];
  /** Names of tracked events among the newest facts, in order. */
  eventNames: string[];
}

/** A fact that has arrived. */
export interface ArrivedEvent {
  type: string;
  /** Of a tracked event. */
  name: string | null;
  at: Instant;
  receivedAt: Instant;
  contact: string | null;
  erased: boolean;
}

const SHOWN_EVENTS = 10;
/** How far back the last page view is looked for. */
const SEARCHED_EVENTS = 100;

/** @param since - From when on sessions are counted. */
export async function arrivals(db: Db, workspaceId: string, since: Instant): Promise<Arrivals> {
  const seen = await db
    .selectFrom('contact')
    .select((eb) => [eb.fn.max('last_seen_at').as('last_seen_at'), eb.fn.countAll().as('contacts')])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  const opened = await db
    .selectFrom('widget_session')
    .select((eb) => [eb.fn.countAll().as('sessions'), eb.fn.sum('verified').as('verified')])
    .where('workspace_id', '=', workspaceId)
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow();
  // ids are UUIDv7: the newest rows without an index of their own
  const events = await arrived(db, workspaceId).orderBy('event.id', 'desc').limit(SEARCHED_EVENTS).execute();
  const fromServers = await arrived(db, workspaceId)
    .where('event.sent_by', 'is not', null)
    .orderBy('event.received_at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(SEARCHED_EVENTS)
    .execute();
  const page = events.find(({ type, sent_by }) => type === 'page' && sent_by === null);
  const tracked = [...events, ...fromServers].filter(({ type }) => type === 'track');
  return {
    lastSeenAt: seen.last_seen_at,
    lastPageUrl: page ? textOf(page.payload, 'url') : null,
    sessions: Number(opened.sessions),
    verifiedSessions: Number(opened.verified ?? 0),
    contacts: Number(seen.contacts),
    lastEvents: events.slice(0, SHOWN_EVENTS).map(arrivedEvent),
    lastFromServers: fromServers.slice(0, SHOWN_EVENTS).map(arrivedEvent),
    eventNames: [...new Set(tracked.flatMap(({ payload }) => textOf(payload, 'name') ?? []))].toSorted(),
  };
}

function arrived(db: Db, workspaceId: string) {
  return db
    .selectFrom('event')
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'event.workspace_id')
        .onRef('contact.id', '=', 'event.contact_id'),
    )
    .select([
      'event.type',
      'event.at',
      'event.received_at',
      'event.payload',
      'event.sent_by',
      'contact.name as contact',
      'contact.external_id',
      'contact.erased_at',
    ])
    .where('event.workspace_id', '=', workspaceId);
}

function arrivedEvent(
  event: Awaited<ReturnType<ReturnType<typeof arrived>['execute']>>[number],
): ArrivedEvent {
  return {
    type: event.type,
    name: textOf(event.payload, 'name'),
    at: event.at,
    receivedAt: event.received_at,
    contact: event.erased_at === null ? (event.contact ?? event.external_id) : null,
    erased: event.erased_at !== null,
  };
}

function textOf(payload: string, key: string): string | null {
  const value = (JSON.parse(payload) as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : null;
}
