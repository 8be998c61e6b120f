import type { Instant } from '@banso/domain/time';
import type { Db } from '../tables.ts';

/** Which replies are mailed: written since a moment, and unread since another one. */
export interface ReplyWindow {
  since: Instant;
  writtenBefore: Instant;
}

/** Somebody with replies that they have not read, and where they can be mailed. */
export interface UnreadReplies {
  contactId: string;
  email: string;
  /** What they chose, or what their product told. */
  locale: string | null;
  /** Oldest first. */
  messages: { id: string; authorName: string | null; text: string; sentAt: Instant }[];
}

/**
 * People who are to be mailed that a reply waits: only where a token names their address, since anybody can write any address into
 * a visit of their own. Once, until they have read something again.
 */
export async function listWaiting(
  db: Db,
  workspaceId: string,
  { since, writtenBefore }: ReplyWindow,
  limit: number,
): Promise<string[]> {
  const rows = await waiting(db, workspaceId, { since, writtenBefore })
    .orderBy('thread.contact_id')
    .limit(limit)
    .execute();
  return rows.map(({ contact_id }) => contact_id);
}

/** What one of them has not read; undefined when nothing is to be mailed to them (any more). */
export async function find(
  db: Db,
  workspaceId: string,
  contactId: string,
  window: ReplyWindow,
): Promise<UnreadReplies | undefined> {
  const row = await waiting(db, workspaceId, window)
    .where('thread.contact_id', '=', contactId)
    .executeTakeFirst();
  if (!row || row.vouched_email === null) return undefined;
  const messages = await db
    .selectFrom('message')
    .select(['id', 'author_name', 'text', 'sent_at'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .where('author', '=', 'team')
    .where('read_at', 'is', null)
    .where('sent_at', '>=', window.since)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return {
    contactId,
    email: row.vouched_email,
    locale: row.chosen_locale ?? row.locale,
    messages: messages.map(({ id, author_name, text, sent_at }) => ({
      id,
      authorName: author_name,
      text,
      sentAt: sent_at,
    })),
  };
}

/** Remembers that somebody was mailed. */
export async function markMailed(db: Db, workspaceId: string, contactId: string, at: Instant): Promise<void> {
  await db
    .updateTable('thread')
    .set({ mailed_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .execute();
}

/** Remembers that somebody wants no mails, or wants them again. @param offAt - Null: they want them. */
export async function setOff(
  db: Db,
  workspaceId: string,
  contactId: string,
  offAt: Instant | null,
): Promise<void> {
  await db
    .updateTable('contact')
    .set({ mail_off_at: offAt })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', contactId)
    .where('erased_at', 'is', null)
    .execute();
}

const waiting = (db: Db, workspaceId: string, { since, writtenBefore }: ReplyWindow) =>
  db
    .selectFrom('thread')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'thread.workspace_id')
        .onRef('contact.id', '=', 'thread.contact_id'),
    )
    .select(['thread.contact_id', 'contact.vouched_email', 'contact.locale', 'contact.chosen_locale'])
    .where('thread.workspace_id', '=', workspaceId)
    .where('thread.unread_by_contact', '>', 0)
    .where('contact.vouched_email', 'is not', null)
    .where('contact.mail_off_at', 'is', null)
    .where('contact.erased_at', 'is', null)
    .where((eb) => {
      const told = () =>
        eb
          .selectFrom('message')
          .select('message.id')
          .where('message.workspace_id', '=', workspaceId)
          .whereRef('message.contact_id', '=', 'thread.contact_id')
          .where('message.author', '=', 'team');
      return eb.and([
        eb.exists(
          told()
            .where('message.read_at', 'is', null)
            .where('message.sent_at', '>=', since)
            .where('message.sent_at', '<=', writtenBefore),
        ),
        eb.or([
          eb('thread.mailed_at', 'is', null),
          eb.exists(told().whereRef('message.read_at', '>=', 'thread.mailed_at')),
        ]),
      ]);
    });
