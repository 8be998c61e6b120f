import type { message } from '@banso/contract';
import type { AboutRecord, Db, MessageRecord, ThreadRecord } from '@banso/database';
import { messages } from '@banso/database';

/** What these messages are about, by the ids of the responses. */
export function aboutOf(
  db: Db,
  workspaceId: string,
  records: readonly MessageRecord[],
): Promise<ReadonlyMap<string, AboutRecord>> {
  return messages.aboutOf(
    db,
    workspaceId,
    records.flatMap(({ about }) => about ?? []),
  );
}

/** The wire form of messages. */
export async function messagesOnWire(
  db: Db,
  workspaceId: string,
  records: readonly MessageRecord[],
): Promise<message.Message[]> {
  const known = await aboutOf(db, workspaceId, records);
  return records.map(({ contact, authorId, authorName, about, ...record }) => ({
    ...record,
    contact: { id: contact.id, name: contact.name, verified: contact.identity === 'verified' },
    by: authorId === null ? null : { id: authorId, name: authorName ?? '' },
    about: (about === null ? undefined : known.get(about)) ?? null,
  }));
}

/** The wire form of a person's own thread, the oldest message first. */
export async function ownMessages(
  db: Db,
  workspaceId: string,
  records: readonly MessageRecord[],
): Promise<message.OwnThread['messages']> {
  const known = await aboutOf(db, workspaceId, records);
  return records.toReversed().map(({ id, author, authorName, text, about, sentAt, readAt }) => ({
    id,
    author,
    by: authorName,
    text,
    about: (about === null ? undefined : known.get(about)) ?? null,
    sentAt,
    readAt,
  }));
}

/** The wire form of a thread. */
export function threadOnWire(
  { account, last, ...thread }: ThreadRecord,
  nameOf: (member: string) => string | undefined,
): message.Thread {
  const { authorName, ...rest } = last;
  return {
    ...thread,
    account: account && {
      id: account.id,
      name: account.name,
      owner: account.ownerId === null ? null : (nameOf(account.ownerId) ?? null),
    },
    last: { ...rest, by: authorName },
  };
}
