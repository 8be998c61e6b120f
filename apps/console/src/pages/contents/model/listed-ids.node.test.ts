import { expect, test } from 'vitest';
import { idsIn, idsInCsv } from './listed-ids.ts';

test.each([
  { text: 'u1\nu2\r\n\n u3 ', ids: ['u1', 'u2', 'u3'], because: 'one a line' },
  { text: 'u1, u2;u1\tu3', ids: ['u1', 'u2', 'u3'], because: 'with marks between, each once' },
  { text: ' \n ', ids: [], because: 'nothing is nobody' },
])('what was pasted: $because', ({ text, ids }) => expect(idsIn(text)).toEqual(ids));

test.each([
  { text: 'u1,Ann\nu2,Ben', ids: ['u1', 'u2'], because: 'the first column without a heading' },
  {
    text: '\uFEFFName;User ID\nAnn;u1\n"Ben; the 2nd";u2\n',
    ids: ['u1', 'u2'],
    because: 'the column of ids',
  },
  { text: 'external_id\r\n"a ""b"""\r\n', ids: ['a "b"'], because: 'quotes hold a cell together' },
  { text: 'Name,Id\nAnn', ids: [], because: 'a line without an id has none' },
])('a CSV file: $because', ({ text, ids }) => expect(idsInCsv(text)).toEqual(ids));
