import { message } from '@banso/contract';
import { useEffect, useRef } from 'preact/hooks';
import { forget, usePages } from '../../data/query.ts';
import { api, may } from '../../data/session.ts';

/** What is being written, by person; kept while other threads are looked at. */
const drafts = new Map<string, string>();
export const draftFor = (contactId: string): string => drafts.get(contactId) ?? '';
export function keepDraft(contactId: string, text: string): void {
  if (text) drafts.set(contactId, text);
  else drafts.delete(contactId);
}

/** Sends a message to a person. @throws {ApiError} */
export async function sendReply(contactId: string, text: string, about: string | undefined): Promise<void> {
  await api.call('POST', '/v1/messages', {
    schema: message.Message,
    body: { contactId, text, ...(about !== undefined && { about }) },
  });
  forget('/v1/messages');
}

async function mark(contactId: string, body: { read: boolean; upTo?: string }): Promise<void> {
  await api.call('PATCH', `/v1/messages/threads/${contactId}`, { schema: message.Thread, body });
  forget('/v1/messages');
}

/** A person's thread, the oldest message first. What is on the screen is marked as read for the team. */
export function useThread(contactId: string) {
  const list = usePages('/v1/messages', message.Message, { contactId });
  const messages = (list.data?.pages.flatMap((page) => page.data) ?? []).toReversed();
  const unread = messages.findLast(({ author, readAt }) => author === 'contact' && readAt === null)?.id;
  /** Put back among the unread by hand: it stays so until something new comes. */
  const putBack = useRef<string | undefined>(undefined);

  useEffect(() => {
    if (unread === undefined || !may('write')) return undefined;
    const read = () => {
      if (document.hidden || unread === putBack.current) return;
      mark(contactId, { read: true, upTo: unread }).catch(() => undefined); // it stays unread, as the list shows
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [contactId, unread]);

  return {
    list,
    messages,
    /** Puts the person's last message back among the unread. @throws {ApiError} */
    async markUnread(): Promise<void> {
      putBack.current = messages.findLast(({ author }) => author === 'contact')?.id;
      await mark(contactId, { read: false });
    },
  };
}
