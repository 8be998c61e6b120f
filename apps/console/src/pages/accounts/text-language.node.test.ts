import { expect, test } from 'vitest';
import { textLanguage } from './text-language.ts';

test.each([
  { text: '共有の権限を変える', language: 'ja' },
  { text: '온보딩 자료', language: 'ko' },
  { text: 'Search works', language: undefined },
  { text: '東雲電機', language: undefined },
])('$text is $language', ({ text, language }) => expect(textLanguage(text)).toBe(language));
