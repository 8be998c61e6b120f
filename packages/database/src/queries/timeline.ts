import type { Instant } from '@banso/domain/time';
import type { Db } from '../tables.ts';

/** One fact of the log with whom and what it is about. */
export interface TimelineRecord {
  id: string;
  at: Instant;
  type: string;
  contact: { id: string; name: string | null; erased: boolean } | null;
  content: { id: string; name: string; kind: string } | null;
  payload: Readonly<Record<string, unknown>>;
}

/** Whose facts: one person's, or those of everybody in a company. */
export type TimelineOf = { contactId: string } | { accountId: string };

/** Facts of these types, newest first. `after` is the last one of the page before. */
export async function list(
  db: Db,
  workspaceId: string,
  of: TimelineOf,
  types: readonly string[],
  page: { after?: { at: Instant; id: string } | undefined; limit: number },
): Promise<TimelineRecord[]> {
  let query = db
    .selectFrom('event')
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'event.workspace_id')
        .onRef('contact.id', '=', 'event.contact_id'),
    )
    .leftJoin('content', (join) =>
      join
        .onRef('content.workspace_id', '=', 'event.workspace_id')
        .onRef('content.id', '=', 'event.content_id'),
    )
    .select([
      'event.id',
      'event.at',
      'event.type',
      'event.contact_id',
      'contact.name as contact_name',
      'contact.erased_at',
      'event.content_id',
      'content.name as content_name',
      'content.kind as content_kind',
      'event.payload',
    ])
    .where('event.workspace_id', '=', workspaceId)
    .where('event.type', 'in', types);
  query =
    'contactId' in of
      ? query.where('event.contact_id', '=', of.contactId)
      : query.where('event.account_id', '=', of.accountId);
  const { after } = page;
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('event.at', '<', after.at),
        eb.and([eb('event.at', '=', after.at), eb('event.id', '<', after.id)]),
      ]),
    );
  const rows = await query
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    type: row.type,
    contact:
      row.contact_id === null
        ? null
        : { id: row.contact_id, name: row.contact_name, erased: row.erased_at !== null },
    content:
      row.content_id === null || row.content_name === null || row.content_kind === null
        ? null
        : { id: row.content_id, name: row.content_name, kind: row.content_kind },
    payload: JSON.parse(row.payload) as Record<string, unknown>,
  }));
}
