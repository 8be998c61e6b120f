import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REASONS } from './reasons.ts';

test('the documentation names every reason with its meaning, and no other', () => {
  const text = readFileSync(new URL('../../../../docs/embedding.md', import.meta.url), 'utf8');
  const table = text.slice(text.indexOf('| code | meaning |'));
  const rows = [...table.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, code, meaning]) => [code, meaning]);
  expect(Object.fromEntries(rows)).toEqual(REASONS);
});
