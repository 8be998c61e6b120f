import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../class-names.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { useUiTexts } from '../texts/ui-texts.ts';
import { SortHeader } from './sort-header.tsx';
import type { TableColumn, TableSort } from './table-column.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useRowWindow } from './use-row-window.ts';

/** Props of {@link Table}. */
export interface TableProps<Row> {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly TableColumn<Row>[];
  /** In the order they are shown. Any number: only those near the window are drawn when there are many. */
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Name of a row, for "Select …". */
  rowName: (row: Row) => string;
  sort?: TableSort | undefined;
  onSort?: ((sort: TableSort) => void) | undefined;
  /** Keys of picked rows; with `onSelect` there is a column to pick them. */
  selected?: ReadonlySet<string> | undefined;
  onSelect?: ((selected: ReadonlySet<string>) => void) | undefined;
  /** Enter on a row, and a press on it outside of links and buttons. */
  onOpen?: ((row: Row) => void) | undefined;
  /** Key of the row the keys point at. With `onActive` the table listens to `j`, `k`, arrows, Enter and `x`. */
  active?: string | undefined;
  onActive?: ((key: string) => void) | undefined;
  /** Rows of 34 px instead of 44 px. */
  compact?: boolean | undefined;
  /** Rows of `<tr>` under the last one: sums. */
  footer?: ComponentChildren;
}

/** A table that sorts, selects and moves by keyboard; on a phone a row becomes two lines. */
export function Table<Row>(props: TableProps<Row>): JSX.Element {
  const { caption, columns, rows, rowKey, sort, onSort, onSelect, onOpen, onActive, compact, footer } = props;
  const { selected = NONE } = props;
  const texts = useUiTexts();
  const keys = rows.map(rowKey);
  const active = props.active === undefined ? -1 : keys.indexOf(props.active);
  const view = useRowWindow({ count: rows.length, rowHeight: compact ? 34 : 44, keep: active });

  const toggle = (key: string) => {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    onSelect?.(next);
  };
  const rowKeys = useRowKeys({
    count: rows.length,
    active,
    onActive: (index) => onActive?.(keys[index] ?? ''),
    onOpen: onOpen && ((index) => rows[index] !== undefined && onOpen(rows[index])),
    onToggle: onSelect && ((index) => toggle(keys[index] ?? '')),
    enabled: onActive !== undefined,
  });
  const picked = keys.filter((key) => selected.has(key)).length;
  const span = columns.length + (onSelect ? 1 : 0);

  return (
    <div class="tbl-wrap" ref={view.containerRef}>
      <table
        class={classNames('tbl', compact && 'compact', onSelect && 'picks')}
        aria-rowcount={view.windowed ? rows.length + 1 : undefined}
        ref={rowKeys.containerRef}
      >
        <caption class="vh">{caption}</caption>
        <thead>
          <tr>
            {onSelect && (
              <th scope="col" class="pick">
                <Checkbox
                  label={texts.selectAll}
                  hideLabel
                  checked={picked > 0 && picked === keys.length}
                  mixed={picked > 0}
                  onChange={(all) => onSelect(new Set(all ? keys : []))}
                />
              </th>
            )}
            {columns.map((column) => (
              <SortHeader key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {view.before > 0 && <Gap span={span} height={view.before} />}
          {rows.slice(view.from, view.to).map((row, offset) => (
            <TableRow
              key={keys[view.from + offset]}
              {...props}
              row={row}
              index={view.from + offset}
              isActive={view.from + offset === active}
              isSelected={selected.has(keys[view.from + offset] ?? '')}
              onToggle={onSelect && (() => toggle(keys[view.from + offset] ?? ''))}
              keyProps={onActive ? rowKeys.rowProps(view.from + offset) : undefined}
            />
          ))}
          {view.after > 0 && <Gap span={span} height={view.after} />}
        </tbody>
        {footer !== undefined && <tfoot>{footer}</tfoot>}
      </table>
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();

interface TableRowProps<Row> extends TableProps<Row> {
  row: Row;
  index: number;
  isActive: boolean;
  isSelected: boolean;
  onToggle: (() => void) | undefined;
  keyProps: ReturnType<ReturnType<typeof useRowKeys>['rowProps']> | undefined;
}

function TableRow<Row>(props: TableRowProps<Row>): JSX.Element {
  const { row, index, columns, rowName, onOpen, isActive, isSelected, onToggle, keyProps } = props;
  const texts = useUiTexts();
  return (
    <tr
      {...keyProps}
      class={classNames(onOpen && 'opens', isActive && 'at')}
      aria-rowindex={index + 2}
      aria-selected={onToggle ? isSelected : undefined}
      aria-current={isActive ? 'true' : undefined}
      onClick={
        onOpen &&
        ((event) => {
          const pressed =
            event.target instanceof Element && event.target.closest('a, button, input, label, select');
          if (!pressed && String(getSelection()) === '') onOpen(row);
        })
      }
    >
      {onToggle && (
        <td class="pick">
          <Checkbox
            label={texts.selectRow(rowName(row))}
            hideLabel
            checked={isSelected}
            onChange={onToggle}
          />
        </td>
      )}
      {columns.map((column) => {
        const phone = column.phone ?? (column.rowHeader ? 'title' : 'hide');
        const look = classNames(column.align === 'end' && 'r', column.wideOnly && 'wide-only', `ph-${phone}`);
        return column.rowHeader ? (
          <th key={column.id} scope="row" class={look}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} class={look}>
            {column.cell(row)}
          </td>
        );
      })}
    </tr>
  );
}

function Gap({ span, height }: { span: number; height: number }): JSX.Element {
  return (
    <tr class="gap" aria-hidden="true">
      <td colSpan={span} style={{ blockSize: `${height}px` }} />
    </tr>
  );
}
