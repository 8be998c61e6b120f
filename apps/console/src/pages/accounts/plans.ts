import * as z from 'zod';
import { useRead } from '../../data/query.ts';

const Plans = z.object({ data: z.array(z.string()) });

/** Plans that accounts of this workspace have, in order; empty until they were read. */
export function usePlans(): string[] {
  return useRead('/v1/accounts/plans', Plans).data?.data.data ?? [];
}
