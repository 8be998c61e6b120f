import type { ContentKind } from '@banso/domain/content';
import type { PublishedOf } from '@banso/contract';
import type { WidgetState } from '../controller.ts';

/** Contents of one kind that are on offer to this person, in the order of the decision. */
export function offers<K extends ContentKind>(state: WidgetState, kind: K): readonly PublishedOf<K>[] {
  const isIt = (content: WidgetState['contents'][string] | undefined): content is PublishedOf<K> =>
    content?.kind === kind;
  return state.show.map(({ contentId }) => state.contents[contentId]).filter(isIt);
}
