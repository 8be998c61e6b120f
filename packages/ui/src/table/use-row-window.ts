import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What {@link useRowWindow} needs to know. */
export interface RowWindowInput {
  count: number;
  /** Expected height of a row in pixels; measured as soon as rows are there. */
  rowHeight: number;
  /** Index of a row that must be drawn although it is out of sight, −1 for none. */
  keep: number;
}

/** Which rows are worth drawing, see {@link useRowWindow}. */
export interface RowWindow {
  /** For the element around the rows. */
  containerRef: (element: HTMLElement | null) => void;
  windowed: boolean;
  /** Half-open range of indexes. */
  from: number;
  to: number;
  /** Height in pixels of what is left out above and below. */
  before: number;
  after: number;
}

/** Up to this many rows everything is drawn: simpler, and find-in-page works. */
const DRAW_ALL = 120;
/** Rows drawn beyond the edges of the window. */
const SPARE = 12;

/** Draws only the rows near the visible part of a long list. Rows of about the same height. */
export function useRowWindow({ count, rowHeight, keep }: RowWindowInput): RowWindow {
  const windowed = count > DRAW_ALL;
  const container = useRef<HTMLElement | null>(null);
  const [range, setRange] = useState({ from: 0, to: DRAW_ALL, height: rowHeight });

  useEffect(() => {
    if (!windowed) return undefined;
    const look = () => {
      const element = container.current;
      const body = element?.querySelector('tbody') ?? element;
      if (!body) return;
      const rows = body.querySelectorAll('[data-row], [aria-rowindex]');
      const first = rows.item(0) as Element | null;
      const last = rows.item(rows.length - 1) as Element | null;
      const tall =
        first && last
          ? (last.getBoundingClientRect().bottom - first.getBoundingClientRect().top) / rows.length
          : 0;
      const height = tall > 0 ? tall : rowHeight;
      const top = body.getBoundingClientRect().top;
      const from = Math.min(Math.max(Math.floor(-top / height) - SPARE, 0), Math.max(count - 1, 0));
      const to = Math.min(Math.ceil((innerHeight - top) / height) + SPARE, count);
      setRange((old) =>
        old.from === from && old.to === to && Math.abs(old.height - height) < 0.5
          ? old
          : { from, to: Math.max(to, from + 1), height },
      );
    };
    look();
    addEventListener('scroll', look, { capture: true, passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look, { capture: true });
      removeEventListener('resize', look);
    };
  }, [windowed, count, rowHeight]);

  // A key can move far: draw around that row at once, so that it can take the focus.
  useLayoutEffect(() => {
    if (!windowed || keep < 0) return;
    setRange((old) =>
      keep >= old.from && keep < old.to
        ? old
        : { ...old, from: Math.max(keep - SPARE, 0), to: Math.min(keep + 2 * SPARE, count) },
    );
  }, [windowed, keep, count]);

  const containerRef = (element: HTMLElement | null) => {
    container.current = element;
  };
  if (!windowed) return { containerRef, windowed, from: 0, to: count, before: 0, after: 0 };
  const from = Math.min(range.from, count);
  const to = Math.min(Math.max(range.to, from), count);
  return {
    containerRef,
    windowed,
    from,
    to,
    before: from * range.height,
    after: (count - to) * range.height,
  };
}
