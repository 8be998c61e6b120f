import { KnownTags } from '@banso/contract/tags';
import { useRead } from '../../../data/query.ts';

/** Where tags are read and given. */
export const TAGS_PATH = '/v1/content-tags';

/** Tags that contents of the workspace carry, the most usual first. While they are on their way there are none. */
export function useKnownTags(): readonly string[] {
  return useRead(TAGS_PATH, KnownTags).data?.data.data.map(({ tag }) => tag) ?? [];
}
