import { describe, expect, test } from 'vitest';
import { derivedKey, seal, unseal } from './sealing.ts';

const SECRET = 'one-secret-of-an-installation-000';

describe('sealed texts', () => {
  test('open in their place', () => {
    const sealed = seal(SECRET, 'key.material:key_1', 'bis_秘密');
    expect(sealed).not.toContain('bis_');
    expect(unseal(SECRET, 'key.material:key_1', sealed)).toBe('bis_秘密');
  });

  test('are another text each time', () => {
    expect(seal(SECRET, 'p', 'x')).not.toBe(seal(SECRET, 'p', 'x'));
  });

  test.each([
    { what: 'in another row', open: (s: string) => unseal(SECRET, 'key.material:key_2', s) },
    { what: 'with another secret', open: (s: string) => unseal('another-secret', 'key.material:key_1', s) },
    { what: 'when a bit was changed', open: (s: string) => unseal(SECRET, 'key.material:key_1', flipped(s)) },
    { what: 'when it was cut', open: (s: string) => unseal(SECRET, 'key.material:key_1', s.slice(0, 20)) },
    { what: 'without its version', open: (s: string) => unseal(SECRET, 'key.material:key_1', s.slice(3)) },
  ])('do not open $what', ({ open }) => {
    expect(() => open(seal(SECRET, 'key.material:key_1', 'bis_x'))).toThrow();
  });
});

test('each purpose has a key of its own', () => {
  const keys = (['sessions', 'sealing', 'addresses'] as const).map((purpose) => derivedKey(SECRET, purpose));
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(3);
});

function flipped(sealed: string): string {
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  return `v1.${bytes.toString('base64url')}`;
}
