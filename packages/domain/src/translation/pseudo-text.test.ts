import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pseudoText } from './pseudo-text.ts';

describe('pseudoText', () => {
  test.each([
    { text: 'Save', markdown: false, pseudo: '⟦Šåṽé öñé⟧', because: 'accents, brackets, longer' },
    { text: '  ', markdown: false, pseudo: '  ', because: 'nothing to translate' },
    { text: '招待する', markdown: false, pseudo: '⟦招待する öñé⟧', because: 'other scripts stay' },
    { text: '- one\n- two', markdown: true, pseudo: '- ⟦öñé öñé⟧\n- ⟦ţŵö öñé⟧', because: 'lists stay lists' },
    {
      text: '## See [here](/path)',
      markdown: true,
      pseudo: '## ⟦Šéé [ĥéŕé](/path) öñé ţŵö⟧',
      because: 'targets stay',
    },
    { text: '**A** `code`', markdown: true, pseudo: '⟦**Å** `code` öñé⟧', because: 'signs and code stay' },
    { text: '```\nrun\n```', markdown: true, pseudo: '```\nrun\n```', because: 'a block of code stays' },
  ])('$text: $because', ({ text, markdown, pseudo }) => expect(pseudoText(text, { markdown })).toBe(pseudo));

  test('makes every text longer by 40 %, and hardly more', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), (text) => {
        fc.pre(text.trim() !== '');
        const added = Array.from(pseudoText(text)).length - Array.from(text).length;
        expect(added).toBeGreaterThanOrEqual(Math.ceil(Array.from(text).length * 0.4));
        expect(added).toBeLessThanOrEqual(Array.from(text).length * 0.4 + 11);
      }),
    );
  });

  test('turns each word round from right to left, and ends it again', () => {
    expect(pseudoText('Go on', { direction: 'rtl' })).toBe('⟦\u202EĜö\u202C \u202Eöñ\u202C \u202Eöñé\u202C⟧');
  });
});
