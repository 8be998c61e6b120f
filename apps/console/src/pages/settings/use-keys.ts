import { common, organisation } from '@banso/contract';
import type * as z from 'zod';
import { useRead } from '../../data/query.ts';
import { may } from '../../data/session.ts';

/** A key of the workspace, without what is secret of it. */
export type Key = z.infer<typeof organisation.Key>;

/** The keys that work, oldest first; not asked for by members who may not see them. */
export function useKeys() {
  return useRead('/v1/keys', common.page(organisation.Key), { limit: 200 }, { enabled: may('administer') });
}
