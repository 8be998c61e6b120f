import { describe, expect, test } from 'vitest';
import { type Mark, marked } from './markdown-marks.ts';

/** `[` and `]` in the drawing are the ends of the selection. */
const selected = (drawing: string) => {
  const start = drawing.indexOf('⟦');
  const end = drawing.indexOf('⟧') - 1;
  return { text: drawing.replace(/[⟦⟧]/g, ''), start, end };
};
const drawn = ({ text, start, end }: ReturnType<typeof selected>) =>
  `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;

describe('marked', () => {
  test.each<{ mark: Mark; from: string; to: string }>([
    { mark: 'strong', from: 'a ⟦word⟧ b', to: 'a **⟦word⟧** b' },
    { mark: 'strong', from: 'a **⟦word⟧** b', to: 'a ⟦word⟧ b' },
    { mark: 'strong', from: '⟦⟧', to: '**⟦⟧**' },
    { mark: 'emphasis', from: '**⟦word⟧**', to: '***⟦word⟧***' },
    { mark: 'emphasis', from: '***⟦word⟧***', to: '**⟦word⟧**' },
    { mark: 'emphasis', from: 'チームを*⟦招待⟧*する', to: 'チームを⟦招待⟧する' },
    { mark: 'code', from: 'run ⟦npm⟧', to: 'run `⟦npm⟧`' },
    { mark: 'code', from: 'run `⟦npm⟧`', to: 'run ⟦npm⟧' },
    { mark: 'link', from: 'see ⟦this⟧', to: 'see [this](⟦https://⟧)' },
    { mark: 'link', from: '⟦⟧', to: '[⟦⟧](https://)' },
    { mark: 'list', from: 'one\n⟦two\nthree⟧\nfour', to: 'one\n- ⟦two\n- three⟧\nfour' },
    { mark: 'list', from: '⟦- one\n- two⟧', to: '⟦one\ntwo⟧' },
    { mark: 'numbers', from: '⟦- one\n- two⟧', to: '1⟦. one\n2. two⟧' },
    { mark: 'heading', from: 'A⟦⟧', to: '## A⟦⟧' },
    { mark: 'heading', from: '## A⟦⟧', to: 'A⟦⟧' },
  ])('$mark: $from', ({ mark, from, to }) => expect(drawn(marked(selected(from), mark))).toBe(to));
});
