import { LONGEST_TAG, MOST_TAGS, tagKey } from '@banso/domain/content';
import * as z from 'zod';
import { ContentId } from './common.ts';

/** The team's own word for contents; neither case nor width tell two of them apart. Customers never get it. */
export const Tag = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_TAG)
  .regex(/^[^\p{Cc}]*$/u, { error: 'must not hold control characters' });

/** Tags of one content. */
export const Tags = z
  .array(Tag)
  .max(MOST_TAGS)
  .refine((tags) => new Set(tags.map(tagKey)).size === tags.length, {
    error: 'must not name a tag twice',
  });

/** Tags that the contents of a workspace carry. */
export const KnownTags = z.object({
  data: z.array(z.object({ tag: z.string(), contents: z.int() })),
});
export type KnownTags = z.infer<typeof KnownTags>;

/** Puts tags on contents of any kind and takes others away. */
export const TagsChange = z
  .strictObject({
    contents: z.array(ContentId).min(1).max(200),
    add: Tags.default([]),
    remove: Tags.default([]),
  })
  .refine(({ add, remove }) => add.length + remove.length > 0, {
    path: ['add'],
    error: 'is needed where nothing is removed',
  });
export type TagsChange = z.infer<typeof TagsChange>;

/** Contents with the tags that they carry now. */
export const TaggedContents = z.object({
  data: z.array(z.object({ id: ContentId, tags: z.array(z.string()) })),
});
export type TaggedContents = z.infer<typeof TaggedContents>;
