import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor, InvalidCursor } from './cursor.ts';

const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));

describe('a cursor', () => {
  test('gives back the place it was made for, in text that a URL can carry', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.integer()), text, (value, id) => {
        const cursor = encodeCursor('accounts name asc', { value, id });
        const kind = typeof value === 'number' ? 'number' : 'string';
        expect(decodeCursor('accounts name asc', kind, cursor)).toEqual({ value, id });
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
    );
  });

  test('holds the longest sort value in 500 characters', () => {
    const value = '🎉'.repeat(50); // what a sort by name cuts names to
    const id = 'con_0192f0c1-0000-7000-8000-000000000001';
    expect(encodeCursor('contacts lastSeenAt desc', { value, id }).length).toBeLessThanOrEqual(500);
  });

  const made = encodeCursor('accounts name asc', { value: 'a', id: 'acc_1' });
  const of = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  test.each([
    { cursor: '', because: 'it is empty' },
    { cursor: 'x', because: 'it is no JSON' },
    { cursor: `${made}=`, because: 'padding was added' },
    { cursor: `${made} `, because: 'a space was added' },
    { cursor: of(['accounts name desc', 'a', 'acc_1']), because: 'it is of another order' },
    { cursor: of(['accounts name asc', 1, 'acc_1']), because: 'the value is of another kind' },
    { cursor: of(['accounts name asc', null, 'acc_1']), because: 'the value is null' },
    { cursor: of(['accounts name asc', 'a', { id: 1 }]), because: 'the id is no text' },
    { cursor: of(['accounts name asc', 'a\0', 'acc_1']), because: 'PostgreSQL knows no NUL' },
    { cursor: of(['accounts name asc', 'a\ud800', 'acc_1']), because: 'half a character' },
    { cursor: of(['accounts name asc', 'a']), because: 'a part is missing' },
    { cursor: of({ 0: 'accounts name asc', 1: 'a', 2: 'acc_1', length: 3 }), because: 'it is no list' },
    { cursor: of('null'), because: 'it is nothing of ours' },
  ])('is refused when $because', ({ cursor }) => {
    expect(() => decodeCursor('accounts name asc', 'string', cursor)).toThrow(InvalidCursor);
  });

  test('of numbers refuses what is none', () => {
    for (const value of ['1', null, true])
      expect(() => decodeCursor('o', 'number', of(['o', value, 'i']))).toThrow(InvalidCursor);
    expect(() => decodeCursor('o', 'number', Buffer.from('["o",1e999,"i"]').toString('base64url'))).toThrow(
      InvalidCursor,
    );
  });

  test('of garbage is refused, whatever the garbage', () => {
    fc.assert(
      fc.property(fc.string(), (garbage) => {
        expect(() => decodeCursor('o', 'string', garbage)).toThrow(InvalidCursor);
      }),
    );
  });
});
