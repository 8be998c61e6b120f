/**
 * Text that every database can hold: whole characters, and no NUL. Raw ones are no JSON, or no UTF-8: in a body they can only
 * come as escapes.
 */
const ESCAPES = /\\u(0000|d[89a-f])/i;

/** Whether a JSON text may hold a text that is not storable; most cannot, which one look tells. */
export const maybeUnstorable = (json: string): boolean => ESCAPES.test(json);

/** Whether every database can hold a text. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Where the first text or name is that not every database can hold, as `a.b.0`; undefined when there is none. */
export function unstorableAt(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path.join('.') || 'body';
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (!isStorable(name)) return path.join('.') || 'body';
    const found = unstorableAt(inner, [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value whose texts every database can hold: a NUL and half a surrogate pair become U+FFFD. */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return mended(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [mended(key), storable(inner)]));
}

/** A text that every database can hold: a NUL and half a surrogate pair become U+FFFD. */
export function mended(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
