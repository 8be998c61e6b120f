import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf, parseCsv } from './csv.ts';

const cellText = fc.string({
  unit: fc.constantFrom('a', '"', ',', '\n', '\r', "'", '=', '-', '＝', ' ', '日', ';', '\t', '@'),
});
const withLineEnds = (text: string) => text.replace(/\r\n?/g, '\n');

test('what is written is read back, whatever is in the cells', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(cellText, { maxLength: 24 }), (width, cells) => {
      const rows = Array.from({ length: Math.floor(cells.length / width) }, (_, row) =>
        cells.slice(row * width, (row + 1) * width),
      );
      // The separator is looked for in the first line, which is a heading.
      const all = [['key', 'en', 'ja', 'ko'].slice(0, width), ...rows];
      expect(parseCsv(csvOf(all))).toEqual(all.map((row) => row.map(withLineEnds)));
    }),
    { numRuns: 500 },
  );
});

test('no cell begins like a formula', () => {
  fc.assert(
    fc.property(cellText, (text) => {
      expect(csvOf([[text]])).not.toMatch(/(?:^|,)"[=+\-@＝＋－＠\t]/);
    }),
  );
});

describe('parseCsv reads what spreadsheets save', () => {
  test.each([
    { from: 'key,ko\r\na,하나\r\n', because: 'no quotes, CR LF' },
    { from: '\uFEFFkey;ko\na;하나', because: 'semicolons, no line break at the end' },
    { from: 'key\tko\ra\t하나\r', because: 'tabs, CR alone' },
    { from: '"key";ko\na;하나', because: 'semicolons beside quotes' },
  ])('$because', ({ from }) =>
    expect(parseCsv(from)).toEqual([
      ['key', 'ko'],
      ['a', '하나'],
    ]),
  );

  test('commas within quotes separate nothing', () =>
    expect(parseCsv('"Well, then, why?";ko\na;하나')).toEqual([
      ['Well, then, why?', 'ko'],
      ['a', '하나'],
    ]));
  test('an empty last cell is a cell', () => expect(parseCsv('a,')).toEqual([['a', '']]));
  test('line breaks within quotes are LF', () => expect(parseCsv('"a\r\nb"')).toEqual([['a\nb']]));
});

test.each([
  { from: 'a,b\n"c', line: 2, because: 'not closed' },
  { from: '"a"b', line: 1, because: 'goes on after the quote' },
])('a quote that is $because is refused with its line', ({ from, line }) => {
  expect(() => parseCsv(from)).toThrow(expect.objectContaining({ line }));
});
