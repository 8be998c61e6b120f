import { type Tag, TagList } from '@banso/contract/response-tags';
import { useRead } from '../../data/query.ts';
import { TAGS_PATH } from './changes.ts';

/** Every tag of answers, by its letters. While they are on their way there are none. */
export function useTags(): readonly Tag[] {
  return useRead(TAGS_PATH, TagList).data?.data.data ?? [];
}
