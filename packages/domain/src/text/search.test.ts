import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from './plain-text.ts';
import type { RichText } from './rich-text.ts';
import { matchesSearch, searchText } from './search.ts';

const guide = ['How to cancel your plan', '解約の手順：プランを解約する方法', '요금제를 해지하는 방법'].map(
  searchText,
);

describe('matchesSearch', () => {
  test.each([
    { query: 'cancel', found: true },
    { query: 'CANCEL Plan', found: true, because: 'case and order do not matter' },
    { query: 'ancel', found: true, because: 'the inside of a word counts while typing' },
    { query: 'cancel invoice', found: false, because: 'every word must occur' },
    { query: '解約', found: true, because: 'two characters are a word' },
    { query: '約', found: true, because: 'so can one be' },
    { query: '解約する', found: true },
    { query: '解約方法', found: false, because: '約方 does not occur' },
    { query: '解約 方法', found: true, because: 'two words do' },
    { query: 'ﾌﾟﾗﾝ', found: true, because: 'half-width kana are kana' },
    { query: 'プラン解約', found: false },
    { query: '해지', found: true, because: 'Korean endings are no obstacle' },
    { query: '해지하는 방법', found: true },
    { query: '환불', found: false },
    { query: '해지'.normalize('NFD'), found: true, because: 'loose jamo are the same syllables' },
    { query: 'ｐｌａｎ', found: true, because: 'full-width letters are letters' },
    { query: 'plan解約', found: true, because: 'scripts part words' },
    { query: '  ', found: true, because: 'nothing asked, everything found' },
  ])('$query: $found', ({ query, found }) => expect(matchesSearch(query, guide)).toBe(found));

  test('finds nothing in nothing, unless nothing is asked', () => {
    expect(matchesSearch('x', [])).toBe(false);
    expect(matchesSearch('', [])).toBe(true);
  });

  test('finds every text by any piece of itself', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', ' ', '解', '約', 'プ', '해', '지', 'ｶ', 'É', '1'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, fc.nat(20), fc.nat(20), (whole, from, length) => {
        expect(matchesSearch(whole.slice(from, from + length), [searchText(whole)])).toBe(true);
      }),
    );
  });

  test('finds less, never more, when a word is added', () => {
    const word = fc.constantFrom('cancel', 'plan', '解約', '方法', '해지', 'x');
    fc.assert(
      fc.property(fc.array(word), word, (words, another) => {
        if (matchesSearch([...words, another].join(' '), guide))
          expect(matchesSearch(words.join(' '), guide)).toBe(true);
      }),
    );
  });
});

describe('searchText', () => {
  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(searchText(searchText(text))).toBe(searchText(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test('composes what only its lower case can', () => expect(searchText('J\u030C')).toBe('\u01F0'));

  test('is the same for Ａ１ ﾊﾟ and a1 パ', () => expect(searchText('Ａ１　ﾊﾟ')).toBe('a1 パ'));
});

test('plainText keeps the words of every kind of block', () => {
  const text: RichText = [
    { type: 'heading', level: 2, of: [{ type: 'text', text: 'First week' }] },
    {
      type: 'paragraph',
      of: [
        { type: 'text', text: 'Read ' },
        { type: 'strong', of: [{ type: 'emphasis', of: [{ type: 'text', text: 'this' }] }] },
        { type: 'break' },
        {
          type: 'link',
          href: '/x',
          of: [
            { type: 'text', text: 'page' },
            { type: 'code', text: '()' },
          ],
        },
      ],
    },
    {
      type: 'list',
      ordered: false,
      items: [
        [{ type: 'paragraph', of: [{ type: 'text', text: 'one' }] }],
        [{ type: 'quote', of: [{ type: 'code', text: 'two' }] }],
      ],
    },
  ];
  expect(plainText(text)).toBe('First week\nRead this\npage()\none\ntwo');
  expect(plainText([])).toBe('');
});
