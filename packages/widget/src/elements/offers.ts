import { matchesPages } from '@banso/domain/targeting';
import type { ContentKind } from '@banso/domain/content';
import type { PublishedOf, PublishedResource } from '@banso/contract';
import type { WidgetState } from '../controller.ts';

/** Contents of one kind that are on offer to this person, in the order of the decision. */
export function offers<K extends ContentKind>(state: WidgetState, kind: K): readonly PublishedOf<K>[] {
  const isIt = (content: WidgetState['contents'][string] | undefined): content is PublishedOf<K> =>
    content?.kind === kind;
  return state.show.map(({ contentId }) => state.contents[contentId]).filter(isIt);
}

/** Resources meant for the page the person is on; one for every page is meant for none in particular. */
export function forThisPage(state: WidgetState): readonly PublishedResource[] {
  const meant = new Set(
    state.show
      .filter(({ when }) => when.pages.length > 0 && matchesPages(when.pages, state.pageUrl))
      .map(({ contentId }) => contentId),
  );
  return offers(state, 'resource').filter(({ id }) => meant.has(id));
}
