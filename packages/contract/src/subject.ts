// Apart from the index: only the pages that show notes or tasks load it.
import * as z from 'zod';
import { AccountId, ContactId, id, ResponseId } from './common.ts';

/** What notes and tasks can be about, each with its id. A further kind is a line here and one in `apps/api/src/subjects.ts`. */
export const SUBJECTS = {
  response: ResponseId,
  /** What is written with one person, by the id of the person. */
  thread: ContactId,
  contact: ContactId,
  case: id('cas'),
  account: AccountId,
} as const;
export type SubjectKind = keyof typeof SUBJECTS;
const KINDS = Object.keys(SUBJECTS) as SubjectKind[];

/** What a note or a task is about, as it is told. */
export const SubjectRef = z.object({ kind: z.enum(KINDS), id: z.string() });
export type SubjectRef = z.infer<typeof SubjectRef>;

/** True when the id can be that of such a thing. */
export const isSubjectId = ({ kind, id: its }: SubjectRef): boolean => SUBJECTS[kind].safeParse(its).success;
/** What is wrong where it is not. */
export const WRONG_SUBJECT = { path: ['id'], error: 'must be the id of such a thing' };

/** What a note or a task is about, as it is sent. */
export const Subject = z.strictObject(SubjectRef.shape).refine(isSubjectId, WRONG_SUBJECT);
