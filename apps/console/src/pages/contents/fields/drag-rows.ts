import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

/** What {@link dragRows} tells while a row is carried. */
export interface DragListener {
  /** Id of the row that is carried; `undefined` when it is put down. */
  onCarry: (id: string | undefined) => void;
  /** Where it would land: before the row at this index, counted with the carried one; `undefined` outside of the list. */
  onGap: (gap: number | undefined) => void;
  onDrop: (id: string, gap: number) => void;
}

/**
 * Makes the rows of a list draggable by their grips (`[data-sort]` with an id, `[data-grip]` inside).
 * @returns the function that undoes it.
 */
export function dragRows(list: HTMLElement, { onCarry, onGap, onDrop }: DragListener): () => void {
  // A row may hold a list with rows and grips of its own.
  const rows = [...list.querySelectorAll<HTMLElement>(':scope > [data-sort]')];
  /** The gap nearest to the pointer: above the first row whose middle is below it. */
  const gapAt = (y: number) => {
    const index = rows.findIndex((row) => {
      const box = row.getBoundingClientRect();
      return y < box.top + box.height / 2;
    });
    return index < 0 ? rows.length : index;
  };
  return combine(
    dropTargetForElements({
      element: list,
      canDrop: ({ source }) => source.data['list'] === list,
      onDrag: ({ location }) => onGap(gapAt(location.current.input.clientY)),
      onDragLeave: () => onGap(undefined),
      onDrop: ({ source, location }) =>
        onDrop(source.data['id'] as string, gapAt(location.current.input.clientY)),
    }),
    ...rows.flatMap((row) => {
      const grips = [...row.querySelectorAll<HTMLElement>('[data-grip]')];
      const dragHandle = grips.find((grip) => grip.closest('[data-sort]') === row);
      const id = row.dataset['sort'];
      if (!dragHandle || id === undefined) return [];
      return [
        draggable({
          element: row,
          dragHandle,
          getInitialData: () => ({ list, id }),
          onDragStart: () => onCarry(id),
          onDrop: () => {
            onCarry(undefined);
            onGap(undefined);
          },
        }),
      ];
    }),
  );
}
