// Apart from the index: only the pages that show it load what its schemas need.
import * as z from 'zod';
import { AccountId, ContactId, Day, id, Instant, MemberId, PageQuery } from './common.ts';
import { Subject, SubjectRef } from './subject.ts';

export const TaskId = id('tsk');

const Title = z.string().trim().min(1).max(200);
const Author = z.object({ id: MemberId.nullable(), name: z.string() });

/** Something that the team has set itself to do, until a day or some time. Customers never get it. */
export const Task = z.object({
  id: TaskId,
  /** The team's own words, which every member reads; what customers write belongs into a note. */
  title: z.string(),
  /** Null: nothing in particular. */
  subject: SubjectRef.nullable(),
  /** The person whom it is about, with whom it is erased. */
  contact: z.object({ id: ContactId, name: z.string().nullable() }).nullable(),
  account: z.object({ id: AccountId, name: z.string() }).nullable(),
  /** Null: nobody's yet. */
  owner: z.object({ id: MemberId, name: z.string() }).nullable(),
  /** The last day on which it is in time; null: some time. */
  dueOn: Day.nullable(),
  /** Null: it is still to be done. */
  doneAt: Instant.nullable(),
  /** `id` is null for a key. */
  doneBy: Author.nullable(),
  createdAt: Instant,
  createdBy: Author,
});
export type Task = z.infer<typeof Task>;

export const TaskQuery = PageQuery.extend({
  view: z.enum(['open', 'done']).default('open'),
  /** `none`: nobody's yet. */
  ownerId: z.union([MemberId, z.literal('none')]).optional(),
  contactId: ContactId.optional(),
  accountId: AccountId.optional(),
  /** This day is the last that counts; `none`: those without a day. */
  dueTo: z.union([Day, z.literal('none')]).optional(),
});

export const TaskCreate = z.strictObject({
  title: Title,
  subject: Subject.nullable().default(null),
  /** Default: whoever asks; of a key nobody. */
  ownerId: MemberId.nullable().optional(),
  dueOn: Day.nullable().default(null),
});

/** What is left out stays as it is. */
export const TaskChange = z
  .strictObject({
    title: Title.optional(),
    ownerId: MemberId.nullable().optional(),
    dueOn: Day.nullable().optional(),
    done: z.boolean().optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    error: 'must change something',
  });
export type TaskChange = z.infer<typeof TaskChange>;

/** The same change of several tasks. */
export const TaskBulkChange = z.strictObject({ tasks: z.array(TaskId).min(1).max(200), change: TaskChange });
export const TaskBulkChanged = z.object({
  changed: z.array(TaskId),
  /** Of those that were asked for, the ones that are not there. */
  missing: z.array(TaskId),
});
