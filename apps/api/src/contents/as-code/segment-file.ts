import type { ContentFile } from '@banso/contract/as-code';
import { SegmentCreate } from '@banso/contract/segment';
import type { SegmentRecord } from '@banso/database';
import type { Condition } from '@banso/domain/targeting';
import { z } from '@hono/zod-openapi';
import type { FieldError } from '../../errors.ts';
import { ENDING, type Lookup, type ReadSegment, understood } from './read-file.ts';
import { type LostReference, segmentReference, withNames } from './references.ts';
import { yamlOf } from './yaml-text.ts';

/** What a file says of a saved segment. */
export interface FiledSegment {
  name: string;
  description: string;
  condition: Condition;
}

const { name, description, condition } = SegmentCreate.shape;
const FileSchema = z.strictObject({ name, description, condition });

/** Writes a saved segment; the same one always gives the same file, whatever order its fields are stored in. */
export function segmentFile(
  segment: SegmentRecord,
  nameOf: (id: string) => string | undefined,
): { file: ContentFile; lost: LostReference[] } {
  const { value, lost } = withNames(canonicalSegment(segment), nameOf);
  return { file: { path: `${segmentReference(segment)}${ENDING}`, text: yamlOf(value) }, lost };
}

/** @returns the segment with the ids of a workspace, or everything that is wrong with it, by file, line and field. */
export const filedSegment = (file: ReadSegment, find: Lookup): FiledSegment | FieldError[] =>
  understood<FiledSegment>(file, FileSchema, find);

/** What a file says of a segment, with its fields in the order of their schema. */
export function canonicalSegment({ name, description, condition }: FiledSegment): FiledSegment {
  const said = { name, description, condition };
  const parsed = FileSchema.safeParse(said);
  return parsed.success ? parsed.data : said;
}
