import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { richText } from './rich-text.ts';

const text = (value: string) => ({ type: 'text', text: value });
const paragraph = (...of: unknown[]) => ({ type: 'paragraph', of });

describe('richText', () => {
  test.each([
    { markdown: 'Plain.', tree: [paragraph(text('Plain.'))], because: 'a paragraph is a paragraph' },
    {
      markdown: '# A\n\n#### B',
      tree: [
        { type: 'heading', level: 2, of: [text('A')] },
        { type: 'heading', level: 3, of: [text('B')] },
      ],
      because: 'the page keeps its own first heading',
    },
    {
      markdown: '**a** *b* `c`',
      tree: [
        paragraph(
          { type: 'strong', of: [text('a')] },
          text(' '),
          { type: 'emphasis', of: [text('b')] },
          text(' '),
          { type: 'code', text: 'c' },
        ),
      ],
      because: 'the three marks are known',
    },
    {
      markdown: '- a\n- b',
      tree: [{ type: 'list', ordered: false, items: [[paragraph(text('a'))], [paragraph(text('b'))]] }],
      because: 'lists are known',
    },
    {
      markdown: '[x](https://example.com/a)',
      tree: [paragraph({ type: 'link', href: 'https://example.com/a', of: [text('x')] })],
      because: 'web links are kept',
    },
    {
      markdown: '[x](javascript:alert(1))',
      tree: [paragraph(text('x'))],
      because: 'other schemes lose their target',
    },
    {
      markdown: '<img src=x onerror=alert(1)>',
      tree: [paragraph(text('<img src=x onerror=alert(1)>'))],
      because: 'HTML is text',
    },
    {
      markdown: '![a cat](https://example.com/cat.png)',
      tree: [paragraph(text('a cat'))],
      because: 'a picture is its description',
    },
  ])('reads $markdown: $because', ({ markdown, tree }) => expect(richText(markdown)).toEqual(tree));

  test('never lets a link out with a scheme of its own', () => {
    const target = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.constantFrom('javascript:', 'data:', 'vbscript:', 'blob:', 'file:').map((scheme) => `${scheme}x`),
    );
    fc.assert(
      fc.property(fc.string(), target, (label, href) => {
        for (const found of JSON.stringify(richText(`${label} [a](<${href}>) <${href}>`)).matchAll(
          /"href":"([^"]*)"/g,
        )) {
          expect(found[1]).toMatch(/^(https?:|mailto:|tel:|\/)/);
        }
      }),
    );
  });
});
