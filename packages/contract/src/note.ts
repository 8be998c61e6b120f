// Apart from the index: only the pages that show it load what its schemas need.
import * as z from 'zod';
import { AccountId, ContactId, id, Instant, MemberId, PageQuery, ResponseId } from './common.ts';
import { CustomerText } from './customer-text.ts';

export const NoteId = id('not');

/** What notes can be about, each with its id. A further kind is a line here and one in `apps/api/src/features/notes/subjects.ts`. */
export const NOTE_SUBJECTS = {
  response: ResponseId,
  /** What is written with one person, by the id of the person. */
  thread: ContactId,
  contact: ContactId,
  case: id('cas'),
  account: AccountId,
} as const;
export type NoteSubjectKind = keyof typeof NOTE_SUBJECTS;
const KINDS = Object.keys(NOTE_SUBJECTS) as NoteSubjectKind[];

const subject = { kind: z.enum(KINDS), id: z.string() };
const isOfKind = ({ kind, id: its }: { kind: NoteSubjectKind; id: string }) =>
  NOTE_SUBJECTS[kind].safeParse(its).success;
const wrong = { path: ['id'], error: 'must be the id of such a thing' };

/** What a note is about. */
export const NoteSubject = z.strictObject(subject).refine(isOfKind, wrong);

const Text = z.string().trim().min(1).max(10_000);
const Person = z.object({ id: MemberId, name: z.string() });

/** What the team says to each other about something. Customers never get it. */
export const Note = z.object({
  id: NoteId,
  subject: z.object(subject),
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
  kind: subject.kind.optional(),
  id: subject.id.optional(),
  /** All of them: in Japanese and Korean anywhere, in other languages at the beginning of a word. */
  words: z.string().trim().min(1).max(200).optional(),
})
  .refine(({ kind, id: its }) => kind === undefined || isOfKind({ kind, id: its ?? '' }), wrong)
  .refine(({ kind, words }) => (kind === undefined) !== (words === undefined), {
    path: ['words'],
    error: 'is what is asked, or a kind and an id',
  });
export const NoteCreate = z.strictObject({ subject: NoteSubject, text: Text });
export const NoteUpdate = z.strictObject({ text: Text });
/** The notes on a subject that call whoever asks are read. */
export const NotesRead = z.strictObject({ subject: NoteSubject });
export const ReadNotes = z.object({ read: z.int() });
