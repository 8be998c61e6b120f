import { content } from '@banso/contract';
import type { ContentKind } from '@banso/domain/content';
import type * as z from 'zod';
import type { ContentRecord, ContentVersion, Draft } from './model/content-draft.ts';

/** Where the contents of a kind are, in the API (`/v1/…`) and in the console (`/console/…`). */
export const NOUNS = {
  checklist: 'checklists',
  survey: 'surveys',
  resource: 'resources',
  announcement: 'announcements',
} as const;

/** The API path of a kind's list. */
export const listPath = (kind: ContentKind): string => `/v1/${NOUNS[kind]}`;

/** The API path of one content. */
export const recordPath = (kind: ContentKind, id: string): string => `/v1/${NOUNS[kind]}/${id}`;

/** The console's address of one content's editor. */
export const editorHref = (kind: ContentKind, id: string): string => `/console/${NOUNS[kind]}/${id}`;

interface Schemas<K extends ContentKind> {
  Summary: z.ZodType<z.infer<typeof content.checklist.Summary>>;
  Record: z.ZodType<ContentRecord<K>>;
  Version: z.ZodType<ContentVersion<K>>;
  Draft: z.ZodType<Draft<K>>;
}

const SCHEMAS: { readonly [K in ContentKind]: Schemas<K> } = {
  checklist: content.checklist,
  survey: content.survey,
  resource: content.resource,
  announcement: content.announcement,
};

/** What the API's answers about one kind look like. */
export function schemasOf<K extends ContentKind>(kind: K): Schemas<K> {
  return SCHEMAS[kind];
}
