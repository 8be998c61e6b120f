import { CONTENT_KINDS } from '@banso/domain/content';
import * as z from 'zod';
import { ContentId, Instant, MemberId, SegmentId, Slug } from './common.ts';
import { Condition } from './condition.ts';

export { MAX_LISTED } from './condition.ts';

/** Segments that a workspace may keep. */
export const MAX_SEGMENTS = 200;

const name = z.string().trim().min(1).max(100);
const description = z.string().trim().max(500);

export const SegmentCreate = z.strictObject({
  /** What files call it; made of the name where it is absent. */
  slug: Slug.optional(),
  name,
  description: description.default(''),
  condition: Condition,
});
export const SegmentUpdate = z.strictObject({
  slug: Slug.optional(),
  name: name.optional(),
  description: description.optional(),
  condition: Condition.optional(),
});

/** A content that needs a segment, by itself or through another segment. */
export const SegmentUse = z.object({
  id: ContentId,
  kind: z.enum(CONTENT_KINDS),
  name: z.string(),
  /** A version that customers see, or that waits for its time, needs it: a change of the segment acts on that at once. */
  isLive: z.boolean(),
});
export type SegmentUse = z.infer<typeof SegmentUse>;

/** A saved audience in a list. */
export const SegmentSummary = z.object({
  id: SegmentId,
  slug: Slug,
  name: z.string(),
  description: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  /** Null: a key changed it last, or a member who left. */
  updatedBy: z.object({ id: MemberId, name: z.string() }).nullable(),
  /** Contents that are not archived, by name. */
  contents: z.array(SegmentUse),
  /** Segments that name this one themselves, by name. */
  segments: z.array(z.object({ id: SegmentId, name: z.string() })),
});
export type SegmentSummary = z.infer<typeof SegmentSummary>;

/** A saved audience. */
export const Segment = SegmentSummary.extend({ condition: Condition });
export type Segment = z.infer<typeof Segment>;
