import type { content } from '@banso/contract';
import type { ContentBodies, ContentKind, Delivery, VariantBodies } from '@banso/domain/content';
import type * as z from 'zod';

/** What is edited: a content before it is published. */
export interface Draft<K extends ContentKind = ContentKind> {
  /** Readers of a language without a text get this one's. */
  defaultLocale: string;
  locales: readonly string[];
  delivery: Delivery;
  body: ContentBodies[K];
  /** The bodies of variants beside it. */
  variants?: VariantBodies<K> | undefined;
}

/** A content without its draft, as lists show it; the same for every kind. */
export type ContentSummary = z.infer<typeof content.checklist.Summary>;

/** A content with its draft. */
export type ContentRecord<K extends ContentKind = ContentKind> = ContentSummary & { draft: Draft<K> };

/** What was published once; it never changes. */
export interface ContentVersion<K extends ContentKind = ContentKind> {
  version: number;
  publishedAt: string;
  publishedBy: { id: string; name: string } | null;
  note: string;
  /** Earlier versions that people stay with beside it, newest first. */
  staying: number[];
  draft: Draft<K>;
}

/** A content as the server gave it; the ETag guards the next change. */
export interface Stored<K extends ContentKind = ContentKind> {
  record: ContentRecord<K>;
  etag: string | undefined;
}
