import { common, organisation } from '@banso/contract';
import type * as z from 'zod';
import { useRead } from '../../data/query.ts';

/** Everybody in the team, who joined first comes first; empty until they were read. */
export function useMembers(): z.infer<typeof organisation.Member>[] {
  return useRead('/v1/members', common.page(organisation.Member), { limit: 200 }).data?.data.data ?? [];
}
