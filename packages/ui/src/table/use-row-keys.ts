import { useLayoutEffect, useRef } from 'preact/hooks';
import { isTyping } from '../keys/is-typing.ts';

/** Attributes for a row that the keys can point at. */
export interface RowProps {
  'data-row': number;
  tabIndex: number;
  onFocus: (event: FocusEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** What {@link useRowKeys} needs to know. */
export interface RowKeysInput {
  count: number;
  /** Index of the row the keys point at, −1 for none. The owner keeps it, best as an id in the URL. */
  active: number;
  onActive: (index: number) => void;
  /** Enter on a row. */
  onOpen?: ((index: number) => void) | undefined;
  /** `x` on a row. */
  onToggle?: ((index: number) => void) | undefined;
  /** Default `true`. Give `false` to all lists of a page but one, so that `j` and `k` mean one thing. */
  enabled?: boolean | undefined;
}

/** Keys for a list of rows, see {@link useRowKeys}. */
export interface RowKeys {
  /** For the element around the rows. */
  containerRef: (element: HTMLElement | null) => void;
  rowProps: (index: number) => RowProps;
}

/**
 * `j` and `k` anywhere on the page walk through the rows, arrows do it within them; Enter opens, `x` selects, Home
 * and End jump. The row takes the focus and scrolls into view. Quiet while somebody types or a dialog is in front.
 */
export function useRowKeys(input: RowKeysInput): RowKeys {
  const latest = useRef(input);
  latest.current = input;
  const container = useRef<HTMLElement | null>(null);
  const { enabled = true, active } = input;
  /** A key moved the row: the focus has to follow once it is drawn. */
  const follow = useRef(false);

  const go = (index: number) => {
    const { count, onActive } = latest.current;
    if (count === 0) return;
    follow.current = true;
    const to = Math.min(Math.max(index, 0), count - 1);
    if (to === latest.current.active) focusRow(container.current, to);
    else onActive(to);
  };

  useLayoutEffect(() => {
    if (!follow.current) return;
    // In a long list the row may be drawn only by a later render.
    follow.current = !focusRow(container.current, active);
  });

  useLayoutEffect(() => {
    if (!enabled) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || hasModifier(event) || isTyping(event) || isBehindModal(container.current))
        return;
      if (event.key === 'j') go(latest.current.active + 1);
      else if (event.key === 'k') go(latest.current.active < 0 ? 0 : latest.current.active - 1);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled]);

  const onRowKey = (event: KeyboardEvent, index: number) => {
    // Keys on a button inside the row belong to the button.
    if (event.target !== event.currentTarget || hasModifier(event)) return;
    const { count, onOpen, onToggle } = latest.current;
    if (event.key === 'Enter' && onOpen) onOpen(index);
    else if (event.key === 'x' && onToggle) onToggle(index);
    else if (event.key === 'ArrowDown') go(index + 1);
    else if (event.key === 'ArrowUp') go(index - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(count - 1);
    else return;
    event.preventDefault();
  };

  return {
    containerRef: (element) => {
      container.current = element;
    },
    rowProps: (index) => ({
      'data-row': index,
      tabIndex: index === active || (active < 0 && index === 0) ? 0 : -1,
      onFocus: (event) => {
        if (event.target === event.currentTarget && index !== latest.current.active)
          latest.current.onActive(index);
      },
      onKeyDown: (event) => onRowKey(event, index),
    }),
  };
}

function focusRow(container: HTMLElement | null, index: number): boolean {
  const row = container?.querySelector<HTMLElement>(`[data-row="${index}"]`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
  return Boolean(row);
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.metaKey || event.ctrlKey || event.altKey;
}

function isBehindModal(container: HTMLElement | null): boolean {
  const modal = document.querySelector('dialog:modal');
  return modal !== null && !modal.contains(container);
}
