import { describe, expect, test } from 'vitest';
import { type Piece, wordsDiff } from './text-diff.ts';

/** `[-out-]`, `{+in+}` and the rest as it is. */
const drawn = (pieces: readonly Piece[]) =>
  pieces.map(({ type, text }) => ({ same: text, out: `[-${text}-]`, in: `{+${text}+}` })[type]).join('');
const older = (pieces: readonly Piece[]) =>
  pieces
    .filter(({ type }) => type !== 'in')
    .map(({ text }) => text)
    .join('');
const newer = (pieces: readonly Piece[]) =>
  pieces
    .filter(({ type }) => type !== 'out')
    .map(({ text }) => text)
    .join('');

describe('wordsDiff', () => {
  test.each([
    {
      before: 'Invite your team',
      after: 'Invite your team',
      locale: 'en',
      shown: 'Invite your team',
      because: 'nothing changed',
    },
    {
      before: 'Invite your team',
      after: 'Invite your whole team',
      locale: 'en',
      shown: 'Invite your {+whole +}team',
      because: 'a word came in',
    },
    {
      before: 'Invite your colleagues.',
      after: 'Invite three people.',
      locale: 'en',
      shown: 'Invite [-your colleagues-]{+three people+}.',
      because: 'one replacement, not two',
    },
    { before: '', after: 'Neu', locale: 'de', shown: '{+Neu+}', because: 'nothing before' },
    { before: 'Alt', after: '', locale: 'de', shown: '[-Alt-]', because: 'nothing after' },
    {
      before: 'チームを招待します',
      after: 'チームを三人招待します',
      locale: 'ja',
      shown: 'チームを{+三人+}招待します',
      because: 'Japanese has words without spaces',
    },
    {
      before: 'a a a',
      after: 'a a',
      locale: 'en',
      shown: 'a a[- a-]',
      because: 'repeated words are counted',
    },
  ])('$because: $shown', ({ before, after, locale, shown }) => {
    const pieces = wordsDiff(before, after, locale);
    expect(drawn(pieces)).toBe(shown);
    expect([older(pieces), newer(pieces)]).toEqual([before, after]);
  });

  test('says both texts whole, whatever they are', () => {
    const texts = [
      '',
      ' ',
      'one two three',
      'three two one',
      'one, two; three.\nfour',
      '二つの文。三つの文。',
      'two  two',
      'x'.repeat(50),
      '가 나 다 라',
    ];
    for (const before of texts) {
      for (const after of texts) {
        const pieces = wordsDiff(before, after, 'ja');
        expect([older(pieces), newer(pieces)]).toEqual([before, after]);
      }
    }
  });

  test('compares texts that are too long to compare word by word as one replacement', () => {
    const many = (word: string) => Array.from({ length: 700 }, (_, n) => `${word}${n} shared`).join(' ');
    expect(wordsDiff(many('a'), many('b'), 'en').map(({ type }) => type)).toEqual(['out', 'in', 'same']);
  });
});
