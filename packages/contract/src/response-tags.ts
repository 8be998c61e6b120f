// Apart from the index: only the pages that show it load what its schemas need.
import * as z from 'zod';
import { id, Instant, ResponseId } from './common.ts';
import { Tag as TagName, Tags as TagNames } from './tags.ts';

export const TagId = id('tag');

/** A word of the team for answers; neither case nor width tell two of them apart. Customers never get it. */
export const Tag = z.object({
  id: TagId,
  name: z.string(),
  /** How many answers carry it. */
  responses: z.int(),
  createdAt: Instant,
});
export type Tag = z.infer<typeof Tag>;

export const TagList = z.object({ data: z.array(Tag) });
export const TagCreate = z.strictObject({ name: TagName });
export const TagUpdate = z.strictObject({ name: TagName });
/** Which tag everything that carries this one shall carry. */
export const TagMerge = z.strictObject({ into: TagId });

/** What is done to several answers at once: all of it, or nothing. */
export const ResponsesChange = z
  .strictObject({
    responses: z.array(ResponseId).min(1).max(200),
    /** Tags by name; one that is not there yet is made. */
    addTags: TagNames.default([]),
    removeTags: TagNames.default([]),
    read: z.boolean().optional(),
  })
  .refine(({ addTags, removeTags, read }) => addTags.length + removeTags.length > 0 || read !== undefined, {
    path: ['addTags'],
    error: 'is needed where nothing else is changed',
  });
/** What answers are called: tests, which count nowhere, or answers again. */
export const TestMarks = z.strictObject({
  responses: z.array(ResponseId).min(1).max(200),
  test: z.boolean(),
});
/** Those that were not so already, so that it can be taken back. */
export const MarkedTests = z.object({ data: z.array(ResponseId) });

/** What was changed, answer by answer; what was so already is left out, so that it can be taken back. */
export const ChangedResponses = z.object({
  data: z.array(
    z.object({
      id: ResponseId,
      tags: z.array(z.string()),
      added: z.array(z.string()),
      removed: z.array(z.string()),
      /** Whether it was marked, as read or as unread. */
      marked: z.boolean(),
    }),
  ),
});
export type ChangedResponses = z.infer<typeof ChangedResponses>;
