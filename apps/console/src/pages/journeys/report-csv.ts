import { csvOf } from '@banso/domain/text';

/** Columns of a report as text: what is on the screen and what the file holds are the same words. */
export interface ReportColumn<Row> {
  header: string;
  text: (row: Row) => string;
}

/** Rows as the lines of a CSV file, headers first. */
export function csvLines<Row>(columns: readonly ReportColumn<Row>[], rows: readonly Row[]): string[][] {
  return [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ text }) => text(row)))];
}

/** Saves lines as a file of the reader's. Its first lines tell what the numbers stand on. */
export function saveCsv(name: string, about: readonly string[], lines: readonly string[][]): void {
  const words = csvOf([...about.map((line) => [line]), ...lines]);
  const url = URL.createObjectURL(new Blob([words], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
