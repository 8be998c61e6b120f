import { isWithheld } from '@banso/contract';
import type { ExportRecord } from '@banso/database';
import { BYTE_ORDER_MARK, csvLine } from '@banso/domain/text';
import { WITHHELD_CELL } from '../../withheld-texts.ts';
import type { Cell, Column } from './columns.ts';

/** How rows are written. */
export interface FileLines<Row> {
  /** What comes before the first row. */
  head: string;
  line: (row: Row) => string;
}

/** The lines of a file in its format. */
export function fileLines<Row>(
  { format, byteOrderMark }: Pick<ExportRecord, 'format' | 'byteOrderMark'>,
  columns: readonly Column<Row>[],
): FileLines<Row> {
  if (format === 'jsonl')
    return {
      head: '',
      line: (row) =>
        `${JSON.stringify(Object.fromEntries(columns.map(({ name, of }) => [name, of(row)])))}\n`,
    };
  return {
    head: `${byteOrderMark ? BYTE_ORDER_MARK : ''}${csvLine(columns.map(({ name }) => name))}`,
    line: (row) => csvLine(columns.map(({ of }) => textOf(of(row)))),
  };
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (Array.isArray(cell)) return cell.join('; ');
  if (isWithheld(cell)) return WITHHELD_CELL;
  return typeof cell === 'object' ? JSON.stringify(cell) : `${cell}`;
}
