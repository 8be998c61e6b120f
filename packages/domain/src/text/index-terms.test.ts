import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasTerms, indexTerms, indexWords, wantedTerms } from './index-terms.ts';

const finds = (query: string, text: string) => hasTerms(indexWords(text), wantedTerms(query));

describe('a text is found', () => {
  test.each([
    { query: '解約', text: '来月で解約する予定です。', found: true },
    { query: '解約方法', text: '解約の申請方法を知りたい', found: false, because: '約方 does not occur' },
    { query: '約', text: '予約', found: true, because: 'one character, at the end of a run' },
    { query: '約', text: '約束', found: true, because: 'and at its beginning' },
    { query: '해지', text: '구독을 해지하고 싶어요', found: true },
    { query: '결제 오류', text: '결제할 때마다 오류가 나요', found: true },
    { query: '환불', text: '구독을 해지하고 싶어요', found: false },
    { query: 'ｃｓｖ', text: 'CSV出力が遅い', found: true, because: 'width and case do not matter' },
    { query: 'export', text: 'Exporting takes minutes', found: true, because: 'the beginning of a word' },
    { query: 'port', text: 'Exporting takes minutes', found: false, because: 'not its inside' },
    { query: 'ﾃﾝﾌﾟﾚ', text: 'テンプレートが足りない', found: true },
    { query: '—!', text: 'anything', found: true, because: 'no word was asked for' },
  ])('$query in $text: $found', ({ query, text, found }) => expect(finds(query, text)).toBe(found));

  test('by any piece of itself that begins with a word, or lies in unspaced script', () => {
    const unit = fc.constantFrom('a', 'B', ' ', '解', '約', 'プ', '해', '지', 'ｶ', 'É', '1', '。');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), fc.nat(20), fc.nat(20), (text, from, length) => {
        const words = indexWords(text);
        const piece = words.slice(from, from + length);
        const before = words[from - 1] ?? ' ';
        fc.pre(!/[a-z0-9é]/.test(before) || !/^[a-z0-9é]/.test(piece));
        expect(hasTerms(words, wantedTerms(piece))).toBe(true);
      }),
    );
  });
});

test('the words of a text are the same once they are made', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(indexWords(indexWords(text))).toBe(indexWords(text));
    }),
  );
});

test('terms are pairs, last characters and whole words, each once', () => {
  expect(indexTerms(indexWords('CSV出力、CSV 出力'))).toEqual(['csv', '出力', '力']);
  expect(indexTerms('')).toEqual([]);
});
