import * as z from 'zod';
import { AccountId, ContactId, ErasureId, Instant, MemberId, PageQuery } from './common.ts';

/** `lifted` was carried out, and the user id has been let in again since. */
export const ERASURE_STATUSES = ['open', 'withdrawn', 'carried_out', 'lifted'] as const;

const Member = z.object({ id: MemberId, name: z.string().nullable() });

/** A person's wish to be erased, and what became of it. */
export const Erasure = z.object({
  id: ErasureId,
  contact: z.object({
    id: ContactId,
    /** Null for an anonymous visitor, and for somebody who is erased. */
    externalId: z.string().nullable(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    erased: z.boolean(),
  }),
  account: z.object({ id: AccountId, name: z.string() }).nullable(),
  /** Who wished it: the person in the widget, or a member of the team on their behalf. */
  source: z.enum(['contact', 'member']),
  status: z.enum(ERASURE_STATUSES),
  requestedAt: Instant,
  /** By when an open wish is to be carried out. */
  dueAt: Instant,
  withdrawnAt: Instant.nullable(),
  carriedOutAt: Instant.nullable(),
  carriedOutBy: Member.nullable(),
  liftedAt: Instant.nullable(),
  liftedBy: Member.nullable(),
});
export type Erasure = z.infer<typeof Erasure>;

export const ErasureQuery = PageQuery.extend({
  status: z.enum(ERASURE_STATUSES).optional(),
  contactId: ContactId.optional(),
});

/** `requestId` names the wish that is carried out; when it was taken back meanwhile, nothing happens. */
export const EraseRequest = z.strictObject({ requestId: ErasureId.optional() });

const Row = z.record(z.string(), z.unknown());

/** Everything that is kept of one person: rows of each kind, with their times. */
export const PersonalExport = z.object({
  exportedAt: Instant,
  contact: Row,
  account: Row.nullable(),
  /** Visits as times: when each session began and when it ends. */
  sessions: z.array(Row),
  erasures: z.array(Row),
  states: z.array(Row),
  /** Experiments in which the person takes part themselves, and not as one of an account. */
  assignments: z.array(Row),
  /** Lines of files of survey history that became theirs. */
  imports: z.array(Row),
  progress: z.array(Row),
  steps: z.array(Row),
  eventCounts: z.array(Row),
  /** Each with its answers. */
  responses: z.array(Row),
  messages: z.array(Row),
  exposures: z.array(Row),
  /** What was decided for them, with the facts that decided it. */
  decisions: z.array(Row),
  events: z.array(Row),
});
