import { expect, test } from 'vitest';
import { fileText } from './file-text.ts';

test.each([
  { bytes: [0xef, 0xbb, 0xbf, 0xed, 0x95, 0x9c], locale: 'ko', text: '한', because: 'UTF-8 with its mark' },
  { bytes: [0xff, 0xfe, 0x5c, 0xd5], locale: 'ko', text: '한', because: 'UTF-16 as a spreadsheet saves it' },
  { bytes: [0xc7, 0xd1], locale: 'ko-KR', text: '한', because: 'the old Korean encoding' },
  { bytes: [0x93, 0xfa], locale: 'ja', text: '日', because: 'the old Japanese encoding' },
  { bytes: [0xe9], locale: 'fr', text: 'é', because: 'the old western encoding' },
])('$because', ({ bytes, locale, text }) => expect(fileText(Uint8Array.from(bytes), locale)).toBe(text));
