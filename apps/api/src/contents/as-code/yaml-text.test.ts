import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { parseYaml, YamlError, yamlOf } from './yaml-text.ts';

/** Each line is as far in as the one before has come. */
const stairs = (lines: number, step: string) =>
  Array.from({ length: lines }, (_, line) => `${' '.repeat(line * step.length)}${step}\n`).join('');

describe('YAML', () => {
  test('gives every JSON value back as it was', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom(
          'a',
          ' ',
          '\n',
          '\r',
          '\t',
          ':',
          '#',
          '-',
          '"',
          "'",
          '|',
          '\u2028',
          '\u0085',
          '\ufeff',
          '가',
        ),
      }),
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(
          text.filter((key) => key !== '__proto__'),
          tie('any'),
          { maxKeys: 4 },
        ),
      ),
    })).any;
    fc.assert(
      fc.property(value, (given) => {
        expect(parseYaml(yamlOf(given)).value).toEqual(given);
      }),
      { numRuns: 1_000 },
    );
  });

  test('keeps lines as lines, and quotes what an older reader would take for something else', () => {
    const text = yamlOf({
      no: 'yes',
      body: '# Welcome\n\n- one\n',
      day: '2026-01-05',
      long: 'word '.repeat(60).trim(),
    });
    expect(text).toBe(
      `"no": "yes"\nbody: |\n  # Welcome\n\n  - one\nday: "2026-01-05"\nlong: ${'word '.repeat(60).trim()}\n`,
    );
  });

  test.each([
    { text: 'a: &x [1]\nb: *x\n', says: /aliases/, because: 'aliases can be made to grow without end' },
    { text: 'a: !!js/function x\n', says: /tag/i, because: 'a tag would be a type of its own' },
    { text: 'a: 1\na: 2\n', says: /unique/, because: 'one of them would be lost' },
    { text: 'a: 1\n---\nb: 2\n', says: /multiple documents/, because: 'one file is one content' },
    { text: '['.repeat(20_000), says: /deeply/, because: 'nobody nests like that' },
    { text: '- '.repeat(20_000), says: /deeply/, because: 'this would end the process' },
    { text: 'a: !x '.repeat(20_000), says: /compact/, because: 'one line holds one mapping' },
    { text: `a: ${'!x '.repeat(20_000)}`, says: /deeply/, because: 'or this' },
    { text: stairs(120, '- '.repeat(90)), says: /deeply/, because: 'stairs of steps are deep too' },
    { text: 'a: "open\n', says: /quote/, because: 'it is not finished' },
  ])('refuses $text.length characters: $because', ({ text, says }) => {
    expect(() => parseYaml(text)).toThrow(YamlError);
    expect(() => parseYaml(text)).toThrow(says);
  });

  test('knows on which line a value stands', () => {
    const { lineOf } = parseYaml('name: A\nbody:\n  title:\n    en: Hello\n');
    expect(lineOf(['body', 'title', 'en'])).toBe(4);
    expect(lineOf(['body', 'steps', 0])).toBe(3);
    expect(lineOf(['locales'])).toBeUndefined();
  });
});
