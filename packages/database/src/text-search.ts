import { foldCase } from '@banso/domain/targeting';

/**
 * A `like` pattern (with `escape '\'`) for text that contains what was typed, whatever the case of its Latin letters. Both
 * databases fold ASCII only, so that is all that is folded here.
 */
export function containing(typed: string): string {
  const folded = foldCase(typed.trim());
  return `%${folded.replace(/[\\%_]/g, '\\$&')}%`;
}
