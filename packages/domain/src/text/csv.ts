/** In front of a file it tells spreadsheets that it is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * One line of CSV (RFC 4180): every cell in quotes, CR LF at its end. Line breaks within a cell are LF. What a spreadsheet would
 * take for a formula gets an apostrophe in front; {@link parseCsv} takes it off again.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** Rows as a file of {@link csvLine}s, with a {@link BYTE_ORDER_MARK}. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map(csvLine).join('')}`;
}

/**
 * Reads CSV as {@link csvOf} writes it and as spreadsheets save it: with or without quotes, byte order mark and CR; a line break
 * within quotes becomes LF. Separated by commas, semicolons or tabs, whichever stands most often outside of quotes in the first line.
 *
 * @throws {CsvError} when a quote is not closed, or something follows a closing one.
 */
export function parseCsv(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = separatorOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < source.length) {
    const read = source[at] === '"' ? quoted(source, at) : plain(source, at, separator);
    row.push(unguarded(read.value));
    at = read.end;
    const next = source[at];
    if (next !== undefined && next !== separator && next !== '\n')
      throw new CsvError(lineOf(source, at), 'Something follows a closing quote.');
    at += 1;
    if (next === separator && at >= source.length) row.push('');
    if (next !== separator || at >= source.length) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** A text that is no CSV, and the number of the line where that shows. */
export class CsvError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

// Full-width signs too: spreadsheets take them for formulas where people write Japanese.
const FORMULA = /^'*[=+\-@＝＋－＠\t]/;

function cell(text: string): string {
  // Readers make LF of every line break; a CR in front would hide what the guard was for.
  const value = text.replace(/\r\n?/g, '\n');
  const guarded = FORMULA.test(value) ? `'${value}` : value;
  return `"${guarded.replaceAll('"', '""')}"`;
}

function unguarded(value: string): string {
  return value.startsWith("'") && FORMULA.test(value) ? value.slice(1) : value;
}

function separatorOf(source: string): string {
  // a heading may hold any of them, and a line break, within its quotes
  const first =
    /^(?:"(?:[^"]|"")*"|[^"\n])*/.exec(source.slice(0, 100_000))?.[0].replaceAll(/"(?:[^"]|"")*"/g, '') ?? '';
  const counts = [',', ';', '\t'].map((each) => [each, first.split(each).length - 1] as const);
  return counts.reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

function quoted(source: string, start: number): { value: string; end: number } {
  let value = '';
  for (let at = start + 1; ;) {
    const quote = source.indexOf('"', at);
    if (quote < 0) throw new CsvError(lineOf(source, start), 'A quote is not closed.');
    value += source.slice(at, quote);
    if (source[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function plain(source: string, start: number, separator: string): { value: string; end: number } {
  let end = start;
  while (end < source.length && source[end] !== separator && source[end] !== '\n') end += 1;
  return { value: source.slice(start, end), end };
}

const lineOf = (source: string, at: number): number => source.slice(0, at).split('\n').length;
