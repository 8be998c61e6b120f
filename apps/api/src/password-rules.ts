import { isCommonPassword } from './common-passwords.ts';
import { invalidField } from './errors.ts';

/**
 * Refuses a password that whoever guesses tries first, or that is one's own e-mail or name. Its length is the contract's matter.
 * @param path - The field it came in.
 * @throws {AppError} `invalid`.
 */
export function requireUncommon(password: string, path: string, own: readonly string[]): void {
  const isOwn = own.some((word) => word.toLowerCase() === password.toLowerCase());
  if (!isOwn && !isCommonPassword(password)) return;
  throw invalidField(path, 'too_common', 'is too easy to guess');
}
