/** Ids out of what was pasted or typed: one a line, or with commas, semicolons or tabs between. Each comes once. */
export function idsIn(text: string): string[] {
  return unique(text.split(/[\n\r,;\t]+/));
}

/** The ids of a CSV file: the column whose heading says that it holds them, else the first one. */
export function idsInCsv(text: string): string[] {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(cellsOf);
  const headings = (rows[0] ?? []).map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''));
  const named = headings.findIndex((heading) => HEADINGS.has(heading));
  return unique((named < 0 ? rows : rows.slice(1)).map((cells) => cells[Math.max(0, named)] ?? ''));
}

const HEADINGS: ReadonlySet<string> = new Set([
  'id',
  'userid',
  'externalid',
  'contactid',
  'accountid',
  'companyid',
  'customerid',
]);

/** The cells of one line, with commas, semicolons or tabs between; quotes hold a cell together. */
function cellsOf(line: string): string[] {
  const cells = line.matchAll(/("(?:[^"]|"")*"|[^,;\t]*)(?:[,;\t]|$)/g);
  return [...cells].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
}

const unique = (cells: readonly string[]): string[] => [
  ...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')),
];
