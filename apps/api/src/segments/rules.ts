import type { SegmentUse } from '@banso/contract/segment';
import type { SegmentRecord } from '@banso/database';
import { segmentProblems } from '@banso/domain/targeting';
import type { Condition, SegmentProblem } from '@banso/domain/targeting';
import type { FieldError } from '../errors.ts';
import { slugOf } from '../slug-of.ts';
import { conditionsIn, type Uses } from './uses-of.ts';

const SAID: Readonly<Record<SegmentProblem['code'], string>> = {
  circle: 'leads back to this segment',
  unknown_segment: 'is no segment of this workspace',
  too_large:
    'has more than 500 parts with everything in its segments, or gives as many to a segment that names it',
};

/** What keeps a condition from being that of a segment, by the fields of the segment. */
export function unfitFields(
  condition: Condition,
  id: string | undefined,
  saved: readonly Pick<SegmentRecord, 'id' | 'condition'>[],
): FieldError[] {
  return segmentProblems(condition, { id, segments: conditionsIn(saved) }).map(({ path, code }) => ({
    path: ['condition', path].filter(Boolean).join('.'),
    code,
    message: SAID[code],
  }));
}

/** Contents on which a new condition of the segment acts at once. */
export const liveUses = ({ contents }: Uses, id: string): SegmentUse[] =>
  (contents.get(id) ?? []).filter(({ isLive }) => isLive);

/** What somebody may do where a change of a segment is like a publication. */
export interface Rights {
  publish: boolean;
  approve: boolean;
}

/** Why a new condition may not act on contents that customers see; undefined where it may. */
export function actingRefusal(
  live: readonly SegmentUse[],
  rights: Rights,
  isApprovalRequired: boolean,
): 'forbidden' | 'approval_required' | undefined {
  if (live.length === 0) return undefined;
  if (!rights.publish) return 'forbidden';
  return isApprovalRequired && !rights.approve ? 'approval_required' : undefined;
}

/** A slug that none of the saved ones has. */
export function freeSegmentSlug(
  { name, id }: Pick<SegmentRecord, 'name' | 'id'>,
  saved: readonly SegmentRecord[],
): string {
  const slug = (length: number) => slugOf({ name, otherwise: 'segment', id, length });
  return slug(saved.some((one) => one.slug === slug(4)) ? 12 : 4);
}
