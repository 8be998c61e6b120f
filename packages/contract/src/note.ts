// Apart from the index: only the pages that show it load what its schemas need.
import * as z from 'zod';
import { id, Instant, MemberId, PageQuery } from './common.ts';
import { CustomerText } from './customer-text.ts';
import { isSubjectId, Subject, SubjectRef, WRONG_SUBJECT } from './subject.ts';

export const NoteId = id('not');

const Text = z.string().trim().min(1).max(10_000);
const Person = z.object({ id: MemberId, name: z.string() });

/** What the team says to each other about something. Customers never get it. */
export const Note = z.object({
  id: NoteId,
  subject: SubjectRef,
  /** A member is called as `<@mem_…>`: by id, whatever they are named. */
  text: CustomerText,
  /** The members whom the text calls; one who has left has an empty name. */
  mentions: z.array(Person),
  /** `id` is null for a note that a key wrote. */
  author: z.object({ id: MemberId.nullable(), name: z.string() }),
  createdAt: Instant,
  /** Null: it is as it was written. */
  editedAt: Instant.nullable(),
  /** It calls whoever asks, who has not read it yet. */
  unread: z.boolean(),
});
export type Note = z.infer<typeof Note>;

/** The notes on one subject, or those with words in them. */
export const NoteQuery = PageQuery.extend({
  kind: SubjectRef.shape.kind.optional(),
  id: SubjectRef.shape.id.optional(),
  /** All of them: in Japanese and Korean anywhere, in other languages at the beginning of a word. */
  words: z.string().trim().min(1).max(200).optional(),
})
  .refine(({ kind, id: its }) => kind === undefined || isSubjectId({ kind, id: its ?? '' }), WRONG_SUBJECT)
  .refine(({ kind, words }) => (kind === undefined) !== (words === undefined), {
    path: ['words'],
    error: 'is what is asked, or a kind and an id',
  });
export const NoteCreate = z.strictObject({ subject: Subject, text: Text });
export const NoteUpdate = z.strictObject({ text: Text });
/** The notes on a subject that call whoever asks are read. */
export const NotesRead = z.strictObject({ subject: Subject });
export const ReadNotes = z.object({ read: z.int() });
