import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localeOf, textIn } from './localized.ts';

describe('textIn', () => {
  test.each([
    { text: { ja: 'はい', en: 'Yes' }, locale: 'ja', found: 'はい', because: 'exact' },
    { text: { ja: 'はい', en: 'Yes' }, locale: 'ja-JP', found: 'はい', because: 'the language' },
    { text: { ja: 'はい', en: 'Yes' }, locale: 'JA_jp', found: 'はい', because: 'however it is spelt' },
    {
      text: { 'zh-Hant': '是', zh: '是的' },
      locale: 'zh-Hant-TW',
      found: '是',
      because: 'the longest part first',
    },
    {
      text: { 'pt-BR': 'Sim', en: 'Yes' },
      locale: 'pt',
      found: 'Sim',
      because: 'another variant of the language',
    },
    { text: { ko: '네', en: 'Yes' }, locale: 'fr', found: 'Yes', because: 'the default' },
    { text: { ko: '네', 'en-GB': 'Yes' }, locale: 'fr', found: 'Yes', because: 'the nearest to the default' },
    { text: { ko: '네' }, locale: 'fr', found: '네', because: 'any, rather than nothing' },
    { text: { ja: '  ', en: 'Yes' }, locale: 'ja', found: 'Yes', because: 'blanks are no words' },
    { text: { ja: '', en: '' }, locale: 'ja', found: '', because: 'nothing is written' },
    { text: {}, locale: 'ja', found: '', because: 'nothing at all' },
    { text: { en: 'Yes' }, locale: 'constructor', found: 'Yes', because: 'what objects have is no text' },
    {
      text: { en: 'Yes', eng: 'No' },
      locale: 'en-US',
      found: 'Yes',
      because: 'a language is a whole subtag',
    },
  ])('$locale of $text: $because', ({ text, locale, found }) => {
    expect(textIn(text, locale, 'en')).toBe(found);
  });

  test('always finds words where there are any', () => {
    const tag = fc.constantFrom('ja', 'ja-JP', 'ko', 'en', 'en-GB', 'zh-Hant', 'x');
    const text = fc.dictionary(tag, fc.constantFrom('', ' ', 'words', '言葉'));
    fc.assert(
      fc.property(text, tag, tag, (of, locale, fallback) => {
        const written = Object.values(of).some((words) => words.trim() !== '');
        expect(textIn(of, locale, fallback).trim() !== '').toBe(written);
      }),
    );
  });
});

describe('localeOf', () => {
  test.each([
    { wanted: ['ja-JP', 'en'], available: ['en', 'ja', 'ko'], found: 'ja' },
    { wanted: ['fr', 'ko-KR'], available: ['en', 'ja', 'ko'], found: 'ko', because: 'the second wish' },
    { wanted: ['pt-PT'], available: ['en', 'pt-BR'], found: 'pt-BR' },
    { wanted: ['fr'], available: ['en', 'ja'], found: 'en', because: 'the fallback' },
    { wanted: [], available: ['ja'], found: 'en' },
    { wanted: ['ja'], available: ['JA-jp'], found: 'JA-jp', because: 'as it is spelt there' },
  ])('$wanted of $available is $found', ({ wanted, available, found }) => {
    expect(localeOf(wanted, available, 'en')).toBe(found);
  });
});
