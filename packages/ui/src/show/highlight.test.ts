import { describe, expect, test } from 'vitest';
import { highlight } from './highlight.ts';

const SNIPPET = `<script async src="https://x.example/w.js"></script>\n<script>\n  banso.push(['track', 'a']); // later\n</script>`;

describe('highlight', () => {
  test.each(['html', 'js', 'sh', 'text'] as const)('loses nothing as %s', (language) => {
    expect(
      highlight(SNIPPET, language)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(SNIPPET);
  });

  test('knows names, attributes, strings and comments of a snippet', () => {
    const pieces = highlight(SNIPPET, 'html');
    const of = (kind: string) => pieces.filter((piece) => piece.kind === kind).map((piece) => piece.text);
    expect(of('k')).toEqual(['script', 'script', 'script', 'script']);
    expect(of('a')).toEqual(['async', 'src']);
    expect(of('s')).toEqual(['"https://x.example/w.js"', "'track'", "'a'"]);
    expect(of('c')).toEqual(['// later']);
  });
});
