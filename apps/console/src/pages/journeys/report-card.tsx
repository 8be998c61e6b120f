import { Button, Card, Table } from '@banso/ui';
import type { TableColumn, TableSort } from '@banso/ui';
import type { ComponentChildren } from 'preact';
import { textsOf } from '../../texts/use-texts.ts';
import { csvLines, saveCsv } from './report-csv.ts';
import { reportTexts } from './texts/report.ts';

/** A column with the words of its cells; `cell` draws them otherwise. */
export type CardColumn<Row> = Omit<TableColumn<Row>, 'cell'> & {
  text: (row: Row) => string;
  cell?: (row: Row) => ComponentChildren;
};

/** Props of {@link ReportCard}. */
export interface ReportCardProps<Row> {
  title: string;
  /** What the rows stand on: period, zone, filter, n. Stands over the table and in the file. */
  about: string;
  columns: readonly CardColumn<Row>[];
  rows: readonly Row[];
  /** Every row for the file, where the table shows some of them. */
  allRows?: (() => Promise<readonly Row[]>) | undefined;
  rowKey: (row: Row) => string;
  rowName: (row: Row) => string;
  sort?: TableSort | undefined;
  onSort?: ((sort: TableSort) => void) | undefined;
  actions?: ComponentChildren;
  footer?: ComponentChildren;
}

/** A table of a report that can be saved as CSV with the very words that it shows. */
export function ReportCard<Row>(props: ReportCardProps<Row>) {
  const { title, about, columns, rows, allRows, rowKey, rowName, sort, onSort, actions, footer } = props;
  const texts = textsOf(reportTexts);
  const save = async () => saveCsv(title, [title, about], csvLines(columns, (await allRows?.()) ?? rows));
  return (
    <Card
      class="wide"
      title={title}
      meta={about}
      flush
      actions={
        <>
          {actions}
          <Button small variant="ghost" onClick={() => void save()}>
            {texts.csv}
          </Button>
        </>
      }
      footer={footer}
    >
      <Table
        caption={title}
        columns={columns.map(({ text, cell, ...column }) => ({ ...column, cell: cell ?? text }))}
        rows={rows}
        rowKey={rowKey}
        rowName={rowName}
        sort={sort}
        onSort={onSort}
      />
    </Card>
  );
}
