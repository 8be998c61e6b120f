// Apart from the index, so that only the parts of the console that need it carry it.
import { CONTENT_KINDS } from '@banso/domain/content';
import * as z from 'zod';
import { ContentId, Instant, MemberId, Slug, ThemeId } from './common.ts';
import { Theme as Look } from './widget-api.ts';

/** Themes that a workspace may keep. */
export const MAX_THEMES = 50;

const name = z.string().trim().min(1).max(100);

export const ThemeCreate = z.strictObject({
  /** What files call it; made of the name where it is absent. */
  slug: Slug.optional(),
  name,
  /** What is absent is as designed. */
  look: Look.default({}),
});
export const ThemeUpdate = z.strictObject({
  slug: Slug.optional(),
  name: name.optional(),
  look: Look.optional(),
  /** Makes it the default one. */
  isDefault: z.literal(true).optional(),
});

/** A content that chooses a theme. */
export const ThemeUse = z.object({
  id: ContentId,
  kind: z.enum(CONTENT_KINDS),
  name: z.string(),
  /** A version that customers see, or that waits for its time, wears it: a change acts on that at once. */
  isLive: z.boolean(),
});
export type ThemeUse = z.infer<typeof ThemeUse>;

/** A colour that customers see otherwise than it was chosen, so that it can be read. */
export const ThemeCorrection = z.object({
  path: z.enum(['accent', 'surface', 'surfaceDark', 'ink', 'inkDark']),
  scheme: z.enum(['light', 'dark']),
  as: z.enum(['fill', 'text', 'ground']),
  from: z.string(),
  to: z.string(),
});

/** A named look of the widget. */
export const Theme = z.object({
  id: ThemeId,
  slug: Slug,
  name: z.string(),
  /** Worn by everything that chooses none. */
  isDefault: z.boolean(),
  look: Look,
  /** What the contrast guard makes of its colours. */
  corrections: z.array(ThemeCorrection),
  createdAt: Instant,
  updatedAt: Instant,
  /** Null: a key changed it last, a member who left, or nobody yet. */
  updatedBy: z.object({ id: MemberId, name: z.string() }).nullable(),
  /** Contents that are not archived and choose it, by name. */
  contents: z.array(ThemeUse),
});
export type Theme = z.infer<typeof Theme>;
