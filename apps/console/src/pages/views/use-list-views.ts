import type { View } from '@banso/contract/view';
import { useUrlState } from '../../data/url-state.ts';
import type { ListState } from './list-state.ts';
import { useViews } from './use-views.ts';
import type { ViewMenuProps } from './view-menu.tsx';

/** The views of a list and the one that is chosen, see {@link useListViews}. */
export interface ListViews<B extends string> {
  /** What the list starts from. */
  builtIn: B;
  /** The tab that is chosen: a built-in view, or the id of a saved one. */
  current: string;
  /** Those that were saved, the oldest first. */
  saved: readonly View[];
  choose: (id: string) => void;
  showAll: () => void;
  menu: ViewMenuProps;
}

/**
 * The views of one list, the built-in and the saved ones; which is chosen is in the address.
 * @param opened - The field of the address that says what is open beside the list: another view closes it.
 */
export function useListViews<B extends string>(
  page: View['page'],
  list: ListState<B>,
  opened: string,
): ListViews<B> {
  const [state, change] = useUrlState();
  const saved = useViews(page);
  const current = list.viewOf(state);
  const view = saved.find(({ id }) => id === current);
  const open = (one: View) => change({ ...list.cleared, ...one.query, view: one.id, [opened]: undefined });
  const showAll = () => change({ ...list.cleared, view: undefined, [opened]: undefined });
  return {
    builtIn: list.builtInOf(state),
    current: view || list.isBuiltIn(current) ? current : list.standard,
    saved,
    choose(id) {
      const one = saved.find((known) => known.id === id);
      if (one) return open(one);
      // the filters of a saved view are its own; those that were chosen by hand stay
      const from = current.startsWith('viw_') ? list.cleared : {};
      return change({ ...from, view: id === list.standard ? undefined : id, [opened]: undefined });
    },
    showAll,
    menu: {
      page,
      view,
      query: list.kept(state),
      changed: view !== undefined && list.isChanged(state, view.query),
      onChosen: open,
      onGone: showAll,
    },
  };
}
