import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REASONS, WAITS } from './reasons.ts';

test.each([
  { what: 'reason', head: '| code | meaning | what to do |', table: REASONS },
  { what: 'thing that is waited for', head: '| `waitsFor` | meaning | what to do |', table: WAITS },
])('the documentation names every $what with its meaning, and no other', ({ head, table }) => {
  const text = readFileSync(new URL('../../../../docs/embedding.md', import.meta.url), 'utf8');
  const [rows = ''] = text.slice(text.indexOf(head)).split('\n\n');
  const codes = [...rows.matchAll(/^\| `(\w+)` \| ([^|]+) \| [^|]+ \|$/gm)].map(([, code, meaning]) => [
    code,
    meaning,
  ]);
  expect(Object.fromEntries(codes.filter(([code]) => code !== 'waitsFor'))).toEqual(table);
});
