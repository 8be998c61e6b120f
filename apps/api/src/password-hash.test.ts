import { describe, expect, test } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

describe('a password hash', { timeout: 30_000 }, () => {
  test('fits its password only, and tells how it was made', async () => {
    const hash = await hashPassword('correct horse バッテリー');
    expect(hash).toMatch(/^scrypt\$17\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await verifyPassword(hash, 'correct horse バッテリー')).toBe(true);
    expect(await verifyPassword(hash, 'correct horse バッテリ')).toBe(false);
  });

  test('is the same text however the letters are composed', async () => {
    const hash = await hashPassword('caf\u00e9 de nuit');
    expect(await verifyPassword(hash, 'cafe\u0301 de nuit')).toBe(true);
  });

  test.each(['', 'none', 'bcrypt$x', 'scrypt$17$8$1$abc'])('%j is no hash of ours', async (hash) => {
    expect(await verifyPassword(hash, 'anything')).toBe(false);
  });
});

test.each([
  { password: 'password1', common: true },
  { password: 'QwErTyUiOp', common: true },
  { password: '00000000000', common: true },
  { password: 'zzzzzzzzzz', common: true },
  { password: 'three quiet lanterns', common: false },
])('$password is common: $common', ({ password, common }) => {
  expect(isCommonPassword(password)).toBe(common);
});
