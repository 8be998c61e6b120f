import { response } from '@banso/contract';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { usePages } from '../../data/query.ts';
import type { Answer } from './answer-row.tsx';
import { FIELDS, INBOX, queryOf } from './inbox-state.ts';

/** A page of the server may be short where few answers fit; so many are wanted before anybody is asked to go on. */
const WANTED = 20;
/** Pages that are asked for by themselves: of each the server looks at some thousand answers. */
const MOST_PAGES = 12;

/** The list of the inbox: what is there, what is open, what is selected. */
export interface Inbox {
  list: ReturnType<typeof usePages<typeof response.ResponseRecord>>;
  rows: readonly Answer[];
  /** Id of the answer that is open. */
  selected: string | undefined;
  /** Ids of the answers that are selected to be changed together. */
  picked: ReadonlySet<string>;
  /** Further pages are being asked for by themselves. */
  isLooking: boolean;
  open: (id: string | undefined) => void;
  toggle: (id: string | undefined) => void;
  pick: (ids: readonly string[]) => void;
}

/** Reads what the address asks for. */
export function useInbox(
  state: Readonly<Record<string, string>>,
  change: (to: Readonly<Record<string, string | undefined>>) => void,
): Inbox {
  const asked = [
    INBOX.viewOf(state),
    INBOX.builtInOf(state),
    ...FIELDS.map((field) => state[field] ?? ''),
  ].join('\n');
  // what "the last seven days" are is settled when they are asked for
  const query = useMemo(() => queryOf(state, Date.now()), [asked]);
  const list = usePages('/v1/responses', response.ResponseRecord, query);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.data) ?? [], [list.data]);
  const [chosen, setChosen] = useState<{ of: string; ids: ReadonlySet<string> }>({
    of: asked,
    ids: new Set(),
  });
  // what is not in the list any more is not changed by mistake
  const picked = useMemo(
    () => new Set(chosen.of === asked ? rows.filter(({ id }) => chosen.ids.has(id)).map(({ id }) => id) : []),
    [chosen, asked, rows],
  );
  const pick = (ids: readonly string[]) => setChosen({ of: asked, ids: new Set(ids) });

  const wantsMore =
    rows.length < WANTED && list.hasNextPage && (list.data?.pages.length ?? 0) < MOST_PAGES && !list.error;
  useEffect(() => {
    if (wantsMore && !list.isFetching) void list.fetchNextPage();
  }, [wantsMore, list.isFetching]);

  return {
    list,
    rows,
    selected: state['answer'],
    picked,
    isLooking: wantsMore,
    open: (id) => change({ answer: id }),
    toggle: (id) => {
      if (id === undefined) return;
      pick(picked.has(id) ? [...picked].filter((one) => one !== id) : [...picked, id]);
    },
    pick,
  };
}
