/**
 * Text that every database can hold: whole characters, and no NUL. Raw ones are no JSON, or no UTF-8: in a body they can only
 * come as escapes.
 */
const ESCAPES = /\\u(0000|d[89a-f])/i;

/** Whether a JSON text may hold a text that is not storable; most cannot, which one look tells. */
export const maybeUnstorable = (json: string): boolean => ESCAPES.test(json);

/** Whether every database can hold a text. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
