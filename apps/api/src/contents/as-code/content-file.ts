import { content } from '@banso/contract';
import type { ContentFile } from '@banso/contract/as-code';
import { Tags } from '@banso/contract/tags';
import type { ContentDraft, ContentRecord } from '@banso/database';
import {
  bodiesOf,
  type ContentBodies,
  type ContentKind,
  type LocalizedText,
  textFields,
  tidyTags,
} from '@banso/domain/content';
import { withValueAt } from '@banso/domain/editing';
import { z } from '@hono/zod-openapi';
import type { FieldError } from '../../errors.ts';
import { type Kind, KINDS } from '../kinds.ts';
import { ENDING, type Lookup, type ReadContent, understood } from './read-file.ts';
import { type LostReference, referenceOf, withNames } from './references.ts';
import { yamlOf } from './yaml-text.ts';

/** What a file says of a content: everything but how it stands with customers. */
export interface FiledContent {
  name: string;
  /** It was put away where the file was written. */
  archived: boolean;
  /** Undefined: the file is older than tags and says nothing of them. */
  tags: string[] | undefined;
  draft: ContentDraft;
}

/** Writes the draft of a content; the same draft always gives the same file, whatever order its fields are stored in. */
export function contentFile(
  {
    kind,
    slug,
    name,
    status,
    tags,
    draft,
  }: Pick<ContentRecord, 'kind' | 'slug' | 'name' | 'status' | 'tags' | 'draft'>,
  nameOf: (id: string) => string | undefined,
): { file: ContentFile; lost: LostReference[] } {
  const { defaultLocale, locales, body, variants, delivery } = canonicalDraft(kind, draft);
  const { value, lost } = withNames(
    {
      name,
      ...(status === 'archived' && { archived: true }),
      tags,
      defaultLocale,
      locales,
      body,
      ...(variants && { variants }),
      delivery,
    },
    nameOf,
  );
  return { file: { path: `${referenceOf({ kind, slug })}${ENDING}`, text: yamlOf(value) }, lost };
}

/** @returns the content with the ids of a workspace, or everything that is wrong with it, by file, line and field. */
export function filedContent(file: ReadContent, find: Lookup): FiledContent | FieldError[] {
  const read = understood(file, fileSchema(file.kind), find);
  if (Array.isArray(read)) return read;
  const { name, archived = false, tags, ...draft } = read;
  return { name, archived, tags: tags && tidyTags(tags), draft: canonicalDraft(file.kind.kind, draft) };
}

/** A draft with its fields in the order of its schema, and its texts in that of its languages. */
export function canonicalDraft(kind: ContentKind, draft: ContentDraft): ContentDraft {
  const parsed = KINDS[kind].schemas.Draft.safeParse(draft);
  const known = parsed.success ? (parsed.data as ContentDraft) : draft;
  const ordered = (body: ContentBodies[ContentKind]) =>
    textFields(kind, body).reduce(
      (to, { path, text }) => withValueAt(to, path, byLocale(text, known.locales)),
      body,
    );
  const others = bodiesOf(known).flatMap(({ variant, body }) =>
    variant === null ? [] : [[variant, ordered(body)] as const],
  );
  return {
    ...known,
    body: ordered(known.body),
    ...(others.length > 0 && { variants: Object.fromEntries(others) }),
  };
}

function byLocale(text: LocalizedText, locales: readonly string[]): LocalizedText {
  const placeOf = (tag: string) => (locales.includes(tag) ? locales.indexOf(tag) : locales.length);
  const tags = Object.keys(text).toSorted((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(tags.map((tag) => [tag, text[tag] ?? '']));
}

const fileSchema = ({ schemas }: Kind) =>
  z
    .strictObject({
      name: schemas.Create.shape.name,
      archived: z.literal(true).optional(),
      tags: Tags.optional(),
      ...(
        schemas.Draft as unknown as z.ZodObject<{ [K in keyof ContentDraft]-?: z.ZodType<ContentDraft[K]> }>
      ).shape,
    })
    .superRefine((draft, context) => content.checkVariants(draft, context));
