import { SegmentSummary } from '@banso/contract/segment';
import * as z from 'zod';
import { useRead } from '../../../data/query.ts';

/** A saved segment, as far as a condition tells it. */
export interface NamedSegment {
  id: string;
  name: string;
}

const List = z.object({ data: z.array(SegmentSummary) });

/** The saved segments of the workspace, by name. */
export function useSegmentNames(): readonly NamedSegment[] {
  return useRead('/v1/segments', List).data?.data.data ?? [];
}
