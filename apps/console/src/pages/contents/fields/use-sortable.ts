import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What {@link useSortable} needs to know. */
export interface SortableInput {
  /** Ids of the rows in their order. */
  ids: readonly string[];
  onMove: (from: number, to: number) => void;
  enabled: boolean;
}

/** Rows that can be put into another order. */
export interface Sortable {
  /** For the element around the rows; each row carries `data-sort` with its id and holds a `[data-grip]`. */
  listRef: (element: HTMLElement | null) => void;
  /** Id of the row that is carried. */
  carried: string | undefined;
  /** Where it would land: before the row at this index; the length of the list for the end. */
  gap: number | undefined;
  /** For the grip: arrows move the row by one, Home and End to the ends. The focus stays on the grip. */
  onGripKey: (event: KeyboardEvent, id: string) => void;
}

/** The new index of a row that is dropped into a gap; the gap is counted with the row still in its place. */
export function landingOf(from: number, gap: number): number {
  return gap > from ? gap - 1 : gap;
}

/** Where a key moves a row; `undefined` for other keys, and at the ends. */
export function keyTarget(key: string, at: number, count: number): number | undefined {
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: count - 1 }[key];
  return to === undefined || to < 0 || to >= count || to === at ? undefined : to;
}

/** Puts rows into another order, by dragging their grips and by keyboard. */
export function useSortable({ ids, onMove, enabled }: SortableInput): Sortable {
  const list = useRef<HTMLElement | null>(null);
  const latest = useRef({ ids, onMove });
  latest.current = { ids, onMove };
  const [carried, setCarried] = useState<string>();
  const [gap, setGap] = useState<number>();
  const refocus = useRef<string | undefined>(undefined);

  useEffect(() => {
    const element = list.current;
    if (!element || !enabled) return undefined;
    let stop = () => {};
    let gone = false;
    // Only who drags needs its code; until it is here, and if it never comes, the keys move the rows.
    import('./drag-rows.ts').then(
      ({ dragRows }) => {
        if (gone) return;
        stop = dragRows(element, {
          onCarry: setCarried,
          onGap: setGap,
          onDrop: (id, to) => {
            const from = latest.current.ids.indexOf(id);
            if (from >= 0 && landingOf(from, to) !== from) latest.current.onMove(from, landingOf(from, to));
          },
        });
      },
      () => undefined,
    );
    return () => {
      gone = true;
      stop();
    };
  }, [enabled, ids.join(' ')]);

  useLayoutEffect(() => {
    if (refocus.current === undefined) return;
    list.current
      ?.querySelector<HTMLElement>(`[data-sort="${CSS.escape(refocus.current)}"] [data-grip]`)
      ?.focus();
    refocus.current = undefined;
  });

  return {
    listRef: (element) => {
      list.current = element;
    },
    carried,
    gap,
    onGripKey(event, id) {
      const at = ids.indexOf(id);
      const to = keyTarget(event.key, at, ids.length);
      if (['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) event.preventDefault();
      if (to === undefined || !enabled) return;
      refocus.current = id;
      onMove(at, to);
    },
  };
}
