// Apart from the index, so that only the parts of the console that need it carry it.
import { CONTENT_KINDS } from '@banso/domain/content';
import * as z from 'zod';
import { CommentId, ContentId, Instant } from './common.ts';
import { Colleague } from './content.ts';

/** What is worth a look before publishing; it keeps nobody from it. */
export const PublishWarning = z.object({
  path: z.string(),
  code: z.string(),
  about: z.object({ id: ContentId, kind: z.enum(CONTENT_KINDS), name: z.string() }).optional(),
  count: z.int().optional(),
});
export const Checks = z.object({
  /** What has to be mended first; empty: it can be published. */
  problems: z.array(z.object({ path: z.string(), code: z.string() })),
  warnings: z.array(PublishWarning),
  /** Of a checklist: people, or accounts where it is shared, who have begun it. */
  midway: z.object({ unfinished: z.int(), finished: z.int() }).nullable(),
});
export type Checks = z.infer<typeof Checks>;

export const Comment = z.object({
  id: CommentId,
  author: Colleague.nullable(),
  /** The field of the draft that it is about; null: the whole content. */
  path: z.string().nullable(),
  text: z.string(),
  createdAt: Instant,
  resolvedAt: Instant.nullable(),
  resolvedBy: Colleague.nullable(),
});
export type Comment = z.infer<typeof Comment>;
export const CommentCreate = z.strictObject({
  text: z.string().trim().min(1).max(4_000),
  path: z.string().min(1).max(300).optional(),
});

/** One open editor. */
export const Editing = z.strictObject({
  /** Made by the tab for as long as it is open. */
  tab: z.string().regex(/^[\w-]{8,40}$/, { error: '8 to 40 letters, digits, - or _' }),
  /** The editor was closed. */
  left: z.boolean().default(false),
});

/** What was done with a content, in the order in which it can happen. */
export const LOG_ACTS = [
  'request_review',
  'request_changes',
  'approve',
  'publish',
  'schedule',
  'unschedule',
  'rollback',
  'pause',
  'resume',
  'archive',
  'import',
] as const;
export const LogEntry = z.object({
  id: z.string(),
  at: Instant,
  by: z.object({ kind: z.enum(['member', 'key', 'system']), name: z.string() }),
  act: z.enum(LOG_ACTS),
  /** What was published by it. */
  version: z.int().nullable(),
  /** What was said about it; of a rollback the version that came back, such as `v2`. */
  note: z.string(),
});
export type LogEntry = z.infer<typeof LogEntry>;
