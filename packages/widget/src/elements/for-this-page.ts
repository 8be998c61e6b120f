import { matchesPages } from '@banso/domain/targeting';
import type { PublishedResource } from '@banso/contract';
import type { WidgetState } from '../controller.ts';
import { offers } from './offers.ts';

/** Resources meant for the page the person is on; one for every page is meant for none in particular. */
export function forThisPage(state: WidgetState): readonly PublishedResource[] {
  const meant = new Set(
    state.show
      .filter(({ when }) => when.pages.length > 0 && matchesPages(when.pages, state.pageUrl))
      .map(({ contentId }) => contentId),
  );
  return offers(state, 'resource').filter(({ id }) => meant.has(id));
}
