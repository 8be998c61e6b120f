import type { JSX } from 'preact';
import { classNames } from '../class-names.ts';
import { AscendingIcon, DescendingIcon, SwitchIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import type { TableColumn, TableSort } from './table-column.ts';

/** Props of {@link SortHeader}. */
export interface SortHeaderProps<Row> {
  column: TableColumn<Row>;
  sort: TableSort | undefined;
  onSort: ((sort: TableSort) => void) | undefined;
}

/** A header cell; sortable ones are buttons and say their order through `aria-sort`. */
export function SortHeader<Row>({ column, sort, onSort }: SortHeaderProps<Row>): JSX.Element {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const first = column.firstSort ?? 'ascending';
  const other = first === 'ascending' ? 'descending' : 'ascending';
  const icon =
    direction === undefined ? SwitchIcon : direction === 'ascending' ? AscendingIcon : DescendingIcon;
  return (
    <th
      scope="col"
      class={classNames(column.align === 'end' && 'r', column.wideOnly && 'wide-only')}
      aria-sort={direction}
      style={column.width === undefined ? undefined : { inlineSize: column.width }}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          class="sort"
          onClick={() => onSort({ column: column.id, direction: direction === first ? other : first })}
        >
          {column.header} <Icon of={icon} size="s" />
        </button>
      ) : (
        <>
          <span class={column.hideHeader || column.head !== undefined ? 'vh' : undefined}>
            {column.header}
          </span>
          {column.head}
        </>
      )}
    </th>
  );
}
