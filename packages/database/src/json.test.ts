import { describe, expect, test } from 'vitest';
import { decodeJson, decodeRecord, decodeStrings, decodeTraits, encodeJson } from './json.ts';

describe('JSON columns', () => {
  test.each([
    { read: decodeStrings, value: ['en', 'ja'] },
    { read: decodeRecord, value: { a: { b: [1] } } },
    { read: decodeTraits, value: { plan: 'pro', seats: 5, trial: false } },
  ])('give back what was put in: $value', ({ read, value }) => {
    expect(read(encodeJson(value))).toEqual(value);
  });

  test.each([
    { read: decodeStrings, text: '["a",1]' },
    { read: decodeStrings, text: '{"0":"a"}' },
    { read: decodeRecord, text: '[]' },
    { read: decodeRecord, text: 'null' },
    { read: decodeTraits, text: '{"a":null}' },
    { read: decodeTraits, text: '{"a":{}}' },
  ])('refuse to pass $text for something else', ({ read, text }) => {
    expect(() => read(text)).toThrow(TypeError);
  });

  test('refuse broken text', () => expect(() => decodeRecord('{')).toThrow(SyntaxError));

  test.each([undefined, () => 1])('refuse to store what JSON cannot say: %s', (value) => {
    expect(() => encodeJson(value)).toThrow(TypeError);
  });

  test('keep hostile names as plain fields', () => {
    const traits = decodeTraits('{"__proto__":"x","constructor":1}');
    expect(Object.keys(traits)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('are narrowed by the caller’s own decoder', () => {
    const asNumber = (value: unknown) => {
      if (typeof value !== 'number') throw new TypeError('Expected a number');
      return value;
    };
    expect(decodeJson('3', asNumber)).toBe(3);
    expect(() => decodeJson('"3"', asNumber)).toThrow(TypeError);
  });
});
