import { expect, test } from 'vitest';
import { unsafeLinks } from './unsafe-links.ts';

test.each([
  { markdown: 'See [this](https://example.com) and [that](/path)', found: [] },
  { markdown: '[run](javascript:alert(1))', found: ['javascript:alert(1)'] },
  { markdown: '[half](https://)', found: ['https://'], because: 'the toolbar writes this first' },
  { markdown: '[none]()', found: [''] },
  { markdown: '[page](settings/team)', found: ['settings/team'] },
  { markdown: '[a](x) [b](x) [c](y)', found: ['x', 'y'], because: 'each once' },
  { markdown: '[a](<javascript:1>) <vbscript:2>', found: ['javascript:1', 'vbscript:2'] },
  { markdown: '[a](https://example.com "A title")', found: [] },
  { markdown: '`[a](javascript:1)`', found: [], because: 'code is no link' },
  { markdown: 'no [link] (here)', found: [] },
])('$markdown', ({ markdown, found }) => expect(unsafeLinks(markdown)).toEqual(found));
