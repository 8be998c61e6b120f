import { common, message } from '@banso/contract';
import type { Db, MessagePlace } from '@banso/database';
import { audit, contacts, members, messages, recordedMessages, threads } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { caseAnswered } from '../../cases/case-answered.ts';
import { AppError, invalidField } from '../../errors.ts';
import { requirePresent } from '../../may-read.ts';
import { body, json, operation, router } from '../../operation.ts';
import { flag } from '../../query-flag.ts';
import { writeAlone } from '../../write-alone.ts';
import { messagesOnWire, threadOnWire } from './records.ts';

const tags = ['messages'];
const ThreadParams = z.object({ contactId: common.ContactId });

/** What customers and the team write to each other: one thread a person. Mounted at the root: `/v1/messages`. */
export const messageRoutes = ({ database, clock, newId, live }: Deps) =>
  router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/messages',
        tags,
        summary: 'List messages, newest first',
        description: 'Of one person, of the people of an account, or of everybody.',
        request: { query: message.MessageQuery },
        responses: { 200: json(common.page(message.Message), 'A page of messages') },
      }),
      async (c) => {
        const { workspaceId, withholdsTexts } = c.var;
        const { contactId, accountId, author, unread, words, cursor, limit } = c.req.valid('query');
        if (withholdsTexts && words !== undefined) return c.json({ data: [], nextCursor: null }, 200);
        const page = await database.forWorkspace(workspaceId).read(async (db) => {
          const filter = { contactId, accountId, author, unread: flag(unread), words };
          const { data, nextCursor } = await messages.list(db, workspaceId, filter, { cursor, limit });
          return { data: await messagesOnWire(db, workspaceId, data), nextCursor };
        });
        return c.json(page, 200);
      },
    )
    .openapi(
      operation('reply', {
        method: 'post',
        path: '/v1/messages',
        tags,
        summary: 'Write to a person, who reads it in the widget',
        description:
          'What the person wrote before counts as read. The name of the member, or of the key, stands beside the message.',
        request: { body: body(message.MessageCreate) },
        responses: { 201: json(message.Message, 'The message') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { contactId, text, about = null } = c.req.valid('json');
        const at = clock.now();
        const id = newId('msg');
        const written = await writeAlone(database, workspaceId, [contactId], async (db) => {
          const contact = await contacts.find(db, workspaceId, contactId);
          if (!contact) throw unknown('contactId', 'contact');
          requirePresent(contact);
          await checkAbout(db, workspaceId, contactId, about);
          const { id: authorId, name } = principal;
          const author = { id: authorId, name };
          await messages.addReply(db, workspaceId, { id, contactId, author, text, about, at });
          const answered = await caseAnswered(db, workspaceId, { contactId, at, principal });
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'message.create',
            target: contactId,
            change: { message: id },
          });
          const record = await messages.find(db, workspaceId, id);
          return { sent: await messagesOnWire(db, workspaceId, record ? [record] : []), answered };
        });
        live.publish(workspaceId, { type: 'message', contactId });
        if (written.answered) live.publish(workspaceId, { type: 'case', id: written.answered });
        const [sent] = written.sent;
        if (!sent) throw new Error('A message was written and is not there');
        return c.json(sent, 201);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/messages/threads',
        tags,
        summary: 'List threads: those first that wait for the team, then by their last message',
        request: { query: message.ThreadQuery },
        responses: { 200: json(common.page(message.Thread), 'A page of threads') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { accountId, ownerId, unread, cursor, limit } = c.req.valid('query');
        const nameOf = await members.namesOf(database.control, workspaceId);
        const { data, nextCursor } = await database
          .forWorkspace(workspaceId)
          .read((db) =>
            threads.list(db, workspaceId, { accountId, ownerId, unread: flag(unread) }, { cursor, limit }),
          );
        return c.json({ data: data.map((thread) => threadOnWire(thread, nameOf)), nextCursor }, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/messages/waiting',
        tags,
        summary: 'Count the threads with messages that nobody on the team has read',
        responses: { 200: json(message.WaitingThreads, 'How many') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const waiting = await database
          .forWorkspace(workspaceId)
          .read((db) => threads.countWaiting(db, workspaceId));
        return c.json({ waiting }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'patch',
        path: '/v1/messages/threads/{contactId}',
        tags,
        summary: 'Mark a thread as read or unread for the whole team',
        request: { params: ThreadParams, body: body(message.ThreadUpdate) },
        responses: { 200: json(message.Thread, 'The thread') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { contactId } = c.req.valid('param');
        const update = c.req.valid('json');
        const at = clock.now();
        const nameOf = await members.namesOf(database.control, workspaceId);
        const { thread, isChanged } = await database.forWorkspace(workspaceId).write(async (db) => {
          if (!(await threads.find(db, workspaceId, contactId))) throw noThread();
          const changed = update.read
            ? (await messages.markReadByTeam(
                db,
                workspaceId,
                contactId,
                await placeOf(db, workspaceId, contactId, update.upTo),
                at,
              )) > 0
            : await messages.markUnreadByTeam(db, workspaceId, contactId);
          if (changed)
            await audit.append(db, workspaceId, {
              at,
              principal,
              action: 'thread.update',
              target: contactId,
              change: { read: update.read },
            });
          return { thread: await threads.find(db, workspaceId, contactId), isChanged: changed };
        });
        if (!thread) throw noThread();
        if (isChanged) live.publish(workspaceId, { type: 'message', contactId });
        return c.json(threadOnWire(thread, nameOf), 200);
      },
    );

const noThread = () => new AppError('not_found', 'There is no such thread.');

/** A foreign thing answers exactly like an absent one. */
function unknown(path: string, what: string): AppError {
  const error = `there is no such ${what}`;
  return invalidField(path, 'unknown', error);
}

/** @throws {AppError} `invalid` unless the response is this person's. */
async function checkAbout(
  db: Db,
  workspaceId: string,
  contactId: string,
  about: string | null,
): Promise<void> {
  if (about === null) return;
  const owner = (await recordedMessages.ownersOf(db, workspaceId, [about])).get(about);
  if (owner !== contactId) throw unknown('about', 'response of this person');
}

/** @throws {AppError} `invalid` unless the message is of this thread. */
async function placeOf(
  db: Db,
  workspaceId: string,
  contactId: string,
  id: string | undefined,
): Promise<MessagePlace | undefined> {
  if (id === undefined) return undefined;
  const found = await messages.find(db, workspaceId, id);
  if (found?.contact.id !== contactId) throw unknown('upTo', 'message in this thread');
  return found;
}
