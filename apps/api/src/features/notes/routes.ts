import { common } from '@banso/contract';
import { Note, NoteCreate, NoteId, NoteQuery, NotesRead, NoteUpdate, ReadNotes } from '@banso/contract/note';
import type { SubjectRef } from '@banso/contract/subject';
import { audit, type Db, members, notes, type TeamNoteRecord } from '@banso/database';
import { mentionsIn } from '@banso/domain/text';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { AppError, invalidField } from '../../errors.ts';
import { erased } from '../../may-read.ts';
import { body, json, operation, router } from '../../operation.ts';
import { SUBJECTS } from '../../subjects.ts';

const tags = ['notes'];
const path = '/v1/notes';
const Params = z.object({ id: NoteId });
const noteJson = json(Note, 'The note');
const MOST_CALLED = 20;

/** What the team says to each other. Mounted at the root: `/v1/notes`. */
export const noteRoutes = ({ database, clock, newId, live }: Deps) => {
  const namesOf = (c: Context<AppEnv>) => members.namesOf(database.control, c.var.workspaceId);
  const shown = async (c: Context<AppEnv>, record: TeamNoteRecord): Promise<Note> => {
    const { workspaceId, principal } = c.var;
    const unread = await database
      .forWorkspace(workspaceId)
      .read((db) => notes.unreadAmong(db, workspaceId, principal.id, [record.id]));
    return onWire(record, await namesOf(c), unread);
  };
  const writeDown = (c: Context<AppEnv>, db: Db, act: string, record: TeamNoteRecord) =>
    audit.append(db, c.var.workspaceId, {
      at: clock.now(),
      principal: c.var.principal,
      action: `note.${act}`,
      target: record.subject.id,
      change: { note: record.id, subject: record.subject.kind },
    });
  const tell = (c: Context<AppEnv>, { subject }: TeamNoteRecord) =>
    live.publish(c.var.workspaceId, { type: 'note', subject });

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List the notes on one subject, or those with words in them, newest first',
        request: { query: NoteQuery },
        responses: { 200: json(common.page(Note), 'A page of notes') },
      }),
      async (c) => {
        const { workspaceId, principal, withholdsTexts } = c.var;
        const { kind, id = '', words = '', limit, cursor } = c.req.valid('query');
        if (withholdsTexts && kind === undefined) return c.json({ data: [], nextCursor: null }, 200);
        const nameOf = await namesOf(c);
        const page = await database.forWorkspace(workspaceId).read(async (db) => {
          const { data, nextCursor } =
            kind === undefined
              ? await notes.listSaying(db, workspaceId, words, { limit, cursor })
              : await notes.list(db, workspaceId, { kind, id }, { limit, cursor });
          const ids = data.map((note) => note.id);
          const unread = await notes.unreadAmong(db, workspaceId, principal.id, ids);
          return { data: data.map((note) => onWire(note, nameOf, unread)), nextCursor };
        });
        return c.json(page, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary: 'Write a note on an answer, a case, a thread, a person or an account',
        description:
          'Customers never see it. `<@mem_…>` in the text calls a member: the note stands in their day until they have read it.',
        request: { body: body(NoteCreate) },
        responses: { 201: noteJson },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { subject, text } = c.req.valid('json');
        const called = calledIn(text, await namesOf(c));
        const record = await database.forWorkspace(workspaceId).write(async (db) => {
          const of = await SUBJECTS[subject.kind](db, workspaceId, subject.id);
          if (!of) throw invalidField('subject.id', 'unknown', 'there is no such thing');
          if (of.isErased) throw erased();
          const note: TeamNoteRecord = {
            id: newId('not'),
            subject,
            contactId: of.contactId,
            accountId: of.accountId,
            text,
            authorId: principal.kind === 'member' ? principal.id : null,
            authorName: principal.name,
            createdAt: clock.now(),
            editedAt: null,
          };
          await notes.add(db, workspaceId, note, called);
          await writeDown(c, db, 'create', note);
          return note;
        });
        tell(c, record);
        return c.json(await shown(c, record), 201);
      },
    )
    .openapi(
      operation('read', {
        method: 'post',
        path: `${path}/read`,
        tags,
        summary: 'Say that the notes on a subject that call you are read',
        request: { body: body(NotesRead) },
        responses: { 200: json(ReadNotes, 'How many were new to you') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { subject } = c.req.valid('json');
        const at = clock.now();
        const read = await database
          .forWorkspace(workspaceId)
          .write((db) => notes.readMentions(db, workspaceId, { member: principal.id, subject, at }));
        return c.json({ read }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'patch',
        path: `${path}/{id}`,
        tags,
        summary: 'Change a note of your own',
        request: { params: Params, body: body(NoteUpdate) },
        responses: { 200: noteJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const { text } = c.req.valid('json');
        const mentions = calledIn(text, await namesOf(c));
        const at = clock.now();
        const record = await database.forWorkspace(workspaceId).write(async (db) => {
          const found = await own(c, db, id);
          await notes.edit(db, workspaceId, id, { text, mentions, at });
          await writeDown(c, db, 'update', found);
          return { ...found, text, editedAt: at };
        });
        tell(c, record);
        return c.json(await shown(c, record), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'delete',
        path: `${path}/{id}`,
        tags,
        summary: 'Delete a note of your own',
        request: { params: Params },
        responses: { 204: { description: 'It is gone' } },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const record = await database.forWorkspace(workspaceId).write(async (db) => {
          const found = await own(c, db, id);
          await notes.remove(db, workspaceId, id);
          await writeDown(c, db, 'delete', found);
          return found;
        });
        tell(c, record);
        return c.body(null, 204);
      },
    );
};

/** A note that whoever asks wrote. @throws {AppError} `not_found`, `forbidden` */
async function own(c: Context<AppEnv>, db: Db, id: string): Promise<TeamNoteRecord> {
  const { workspaceId, principal } = c.var;
  const found = await notes.find(db, workspaceId, id);
  if (!found) throw new AppError('not_found', 'There is no such note.');
  if (found.authorId !== (principal.kind === 'member' ? principal.id : null))
    throw new AppError('forbidden', 'Somebody else wrote it.');
  return found;
}

function onWire(
  record: TeamNoteRecord,
  nameOf: (member: string) => string | undefined,
  unread: ReadonlySet<string>,
): Note {
  const { id, subject, text, authorId, authorName, createdAt, editedAt } = record;
  return {
    id,
    subject: subject as SubjectRef,
    text,
    mentions: mentionsIn(text).map((member) => ({ id: member, name: nameOf(member) ?? '' })),
    author: { id: authorId, name: (authorId !== null && nameOf(authorId)) || authorName },
    createdAt,
    editedAt,
    unread: unread.has(id),
  };
}

/** The members whom a text calls. @throws {AppError} `invalid` when one is nobody here, or there are too many. */
function calledIn(text: string, nameOf: (member: string) => string | undefined): string[] {
  const called = mentionsIn(text);
  if (called.some((id) => nameOf(id) === undefined))
    throw invalidField('text', 'unknown', 'calls somebody who is not in the team');
  if (called.length > MOST_CALLED)
    throw invalidField('text', 'too_many', `calls more than ${MOST_CALLED} members`);
  return called;
}
