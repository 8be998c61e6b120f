import type { Condition, LeafCondition, SegmentCondition, Segments } from './condition.ts';

/** Parts that a condition may have with everything in its segments: databases take no statement of any length. */
export const MAX_PARTS = 500;

/** Where a condition names a saved segment. */
export interface SegmentReference {
  segmentId: string;
  /** The field, from the condition on: `of.1.segmentId`. */
  path: string;
}

/** Every part that looks at a fact, also those in saved segments, each segment once. */
export function leavesIn(condition: Condition, segments: Segments): LeafCondition[] {
  const seen = new Set<string>();
  const walk = (part: Condition): LeafCondition[] => {
    switch (part.type) {
      case 'all':
      case 'any':
        return part.of.flatMap(walk);
      case 'not':
        return walk(part.of);
      case 'segment': {
        const inside = seen.has(part.segmentId) ? undefined : segments.get(part.segmentId);
        seen.add(part.segmentId);
        return inside ? [part, ...walk(inside)] : [part];
      }
      default:
        return [part];
    }
  };
  return walk(condition);
}

/** The saved segments that a condition names itself, in order. */
export function segmentsNamedIn(condition: Condition, path = ''): SegmentReference[] {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part, index) => segmentsNamedIn(part, `${path}of.${index}.`));
    case 'not':
      return segmentsNamedIn(condition.of, `${path}of.`);
    case 'segment':
      return [{ segmentId: condition.segmentId, path: `${path}segmentId` }];
    default:
      return [];
  }
}

/** Whether a condition needs a saved segment, by itself or through others. */
export function needsSegment(condition: Condition, segmentId: string, segments: Segments): boolean {
  return leavesIn(condition, segments).some(
    (leaf) => leaf.type === 'segment' && leaf.segmentId === segmentId,
  );
}

/** How many parts a condition has with everything in its segments; more than {@link MAX_PARTS} are not counted on. */
export function partsIn(condition: Condition, segments: Segments): number {
  const count = (part: Condition, left: number): number => {
    if (left <= 0) return 1;
    const inner = partsOf(part, segments);
    return inner.reduce((sum, one) => (sum > left ? sum : sum + count(one, left - sum)), 1);
  };
  return count(condition, MAX_PARTS);
}

function partsOf(part: Condition, segments: Segments): readonly Condition[] {
  if (part.type === 'all' || part.type === 'any') return part.of;
  if (part.type === 'not') return [part.of];
  const inside = part.type === 'segment' ? segments.get(part.segmentId) : undefined;
  return inside ? [inside] : [];
}

/** A condition with what its segments ask for in their places. One that is gone, or leads back to itself, stays as it is. */
export function spelledOut(
  condition: Condition,
  segments: Segments,
  within: readonly string[] = [],
): Condition {
  switch (condition.type) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map((part) => spelledOut(part, segments, within)) };
    case 'not':
      return { ...condition, of: spelledOut(condition.of, segments, within) };
    case 'segment':
      return spelledOutSegment(condition, segments, within);
    default:
      return condition;
  }
}

function spelledOutSegment(leaf: SegmentCondition, segments: Segments, within: readonly string[]): Condition {
  const { segmentId } = leaf;
  const inside = within.includes(segmentId) ? undefined : segments.get(segmentId);
  return inside ? spelledOut(inside, segments, [...within, segmentId]) : leaf;
}

/** Why a segment cannot be saved like this, and the field to point at. */
export interface SegmentProblem {
  /** A field of the condition, or empty: the condition as a whole. */
  path: string;
  code: 'unknown_segment' | 'circle' | 'too_large';
}

/**
 * What keeps a condition from being that of a segment: it names a segment that is not there, or one that needs the segment
 * itself, or it has too many parts, or gives too many to a segment that uses it.
 *
 * @param id - The segment; undefined: it is new.
 * @param segments - The saved ones, with the segment as it was.
 */
export function segmentProblems(
  condition: Condition,
  { id, segments }: { id?: string | undefined; segments: Segments },
): SegmentProblem[] {
  const named = segmentsNamedIn(condition).flatMap(({ segmentId, path }): SegmentProblem[] => {
    if (segmentId === id) return [{ path, code: 'circle' }];
    const inside = segments.get(segmentId);
    if (!inside) return [{ path, code: 'unknown_segment' }];
    return id !== undefined && needsSegment(inside, id, segments) ? [{ path, code: 'circle' }] : [];
  });
  if (named.length > 0) return named;
  const after = new Map(segments);
  if (id !== undefined) after.set(id, condition);
  const isTooLarge = [condition, ...after.values()].some((each) => partsIn(each, after) > MAX_PARTS);
  return isTooLarge ? [{ path: '', code: 'too_large' }] : [];
}
