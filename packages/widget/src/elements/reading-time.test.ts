import { expect, test } from 'vitest';
import { readingMinutes } from './reading-time.ts';
import { paragraph } from './testing/contents.ts';

test.each([
  { text: '', minutes: 1, because: 'opening it takes a moment too' },
  { text: 'word '.repeat(880), minutes: 4, because: '220 words a minute' },
  { text: '文字'.repeat(1000), minutes: 4, because: '500 characters a minute' },
  { text: '글자 '.repeat(500), minutes: 2, because: 'blanks are not read' },
  { text: `${'word '.repeat(220)}${'字'.repeat(500)}`, minutes: 2, because: 'both add up' },
])('$minutes min: $because', ({ text, minutes }) => {
  expect(readingMinutes(paragraph(text))).toBe(minutes);
});
