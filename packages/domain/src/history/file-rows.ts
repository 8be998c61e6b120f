import type { ImportSource } from './import.ts';

/** A file as a table. */
export interface FileTable {
  header: string[];
  rows: { /** Of the file, from 1. */ line: number; cells: string[] }[];
}

/**
 * Takes the parsed lines of a file apart. Cells are trimmed, empty lines are passed over, and columns without a heading are
 * called by their letter. SurveyMonkey has a second line of headings, which stands below the questions and says what their
 * columns are.
 */
export function tableOf(source: ImportSource, lines: readonly (readonly string[])[]): FileTable {
  const trimmed = lines.map((cells) => cells.map((cell) => cell.trim()));
  const [first = [], second = []] = trimmed;
  const isTwo =
    source === 'surveymonkey' && second.length > 0 && (second[0] ?? '') === '' && second.some(Boolean);
  const header = isTwo ? joined(first, second) : first;
  const rows = trimmed
    .map((cells, index) => ({ line: index + 1, cells }))
    .slice(isTwo ? 2 : 1)
    .filter(({ cells }) => cells.some(Boolean));
  return { header: header.map((heading, index) => heading || `(${letterOf(index)})`), rows };
}

/** What stands below a question where it is all there is to say. */
const PLAIN = /^(response|open-ended response|回答|自由回答|응답|자유 응답)?$/i;

function joined(first: readonly string[], second: readonly string[]): string[] {
  let above = '';
  const longer = first.length > second.length ? first : second;
  return longer.map((_, index) => {
    const [heading = '', below = ''] = [first[index], second[index]];
    if (heading !== '') above = heading;
    if (PLAIN.test(below)) return heading || (below === '' ? '' : above);
    return `${above} – ${below}`;
  });
}

/** A, B, … Z, AA, as spreadsheets call their columns. */
function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCodePoint(65 + (index % 26))}`;
}
