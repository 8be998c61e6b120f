import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionOf, mentionsIn, notePieces, spokenNote } from './mentions.ts';

const MIKA = 'mem_0195d000-0000-7000-8000-0000000000a1';
const REN = 'mem_0195d000-0000-7000-8000-0000000000a2';

describe('mentions', () => {
  test('are found once each, in the order of the text', () => {
    const text = `${mentionOf(REN)} and ${mentionOf(MIKA)}, ${mentionOf(REN)}: <@mem_nobody> @Mika`;
    expect(mentionsIn(text)).toEqual([REN, MIKA]);
  });

  test('are told by name, and somebody who left by a dot', () => {
    const text = `${mentionOf(MIKA)}、${mentionOf(REN)}さん`;
    expect(spokenNote(text, (id) => (id === MIKA ? '林 美香' : undefined))).toBe('@林 美香、@…さん');
  });

  test('and words together are the text again, and no piece is empty', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom(mentionOf(MIKA), mentionOf(REN), '<@', '>', '\n'));
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        const text = parts.join('');
        const pieces = notePieces(text).map((one) =>
          one.type === 'words' ? one.text : mentionOf(one.memberId),
        );
        expect(pieces.join('')).toBe(text);
        expect(pieces).not.toContain('');
      }),
    );
  });
});
