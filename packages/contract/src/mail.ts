// Apart from the index: only the page that shows it loads what its schemas need.
import * as z from 'zod';
import { Instant, WorkspaceId } from './common.ts';

/** A mail on its way, or what became of it. What it said is not kept. */
export const Mail = z.object({
  id: z.string(),
  /** Null: it concerns all of the organisation, such as an invitation. */
  workspaceId: WorkspaceId.nullable(),
  /** What it is for: `invitation`, `password`, `reply`, `alert`, `digest` or `test`. */
  purpose: z.string(),
  to: z.string(),
  state: z.enum(['waiting', 'sent', 'failed']),
  /** How often it was tried. */
  attempts: z.int(),
  /** What the mail server said the last time; null: it took the mail, or was not asked yet. */
  error: z.string().nullable(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  /** When it is tried (again); null: never. */
  nextAt: Instant.nullable(),
});
export type Mail = z.infer<typeof Mail>;

/** Whether this installation sends mails, and what became of the last ones. */
export const MailState = z.object({
  /** The sender; null: there is no mail server. */
  from: z.string().nullable(),
  /** The newest first: of the organisation and of its workspaces. */
  mails: z.array(Mail),
});
export type MailState = z.infer<typeof MailState>;
