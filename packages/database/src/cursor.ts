/** A place in a sorted list: behind the row with this sort value and this id. */
export interface Position {
  value: string | number;
  id: string;
}

/** A cursor that no list of ours gave out for this order: the caller's mistake. */
export class InvalidCursor extends Error {
  constructor() {
    super('The cursor does not belong to this list');
    this.name = 'InvalidCursor';
  }
}

/**
 * An opaque, URL-safe text for a place in a list.
 * @param order - Names the order of the list, direction included; a cursor is of use in that order only.
 */
export function encodeCursor(order: string, { value, id }: Position): string {
  return Buffer.from(JSON.stringify([order, value, id])).toString('base64url');
}

/** @throws {InvalidCursor} for anything that `encodeCursor` did not make for this order and kind of value. */
export function decodeCursor(order: string, kind: 'string' | 'number', cursor: string): Position {
  const parts: unknown = parsed(cursor);
  if (!Array.isArray(parts) || parts.length !== 3) throw new InvalidCursor();
  const [itsOrder, value, id] = parts as unknown[];
  const isValue = kind === 'number' ? Number.isFinite(value) : isText(value);
  if (itsOrder !== order || !isValue || !isText(id)) throw new InvalidCursor();
  const position = { value: value as string | number, id };
  // one text for one place: garbage that merely decodes is refused
  if (encodeCursor(order, position) !== cursor) throw new InvalidCursor();
  return position;
}

/** Text that both databases can compare: PostgreSQL knows no NUL. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0') && value.isWellFormed();

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined; // not JSON: refused by the caller
  }
}
