import { invalidField } from './errors.ts';

/** One page of records that were asked for with one more than its limit. The cursor is the id of the page's last record. */
export function pageOf<R extends { id: string }, T>(
  found: readonly R[],
  limit: number,
  show: (record: R) => T,
): { data: T[]; nextCursor: string | null } {
  const records = found.slice(0, limit);
  return {
    data: records.map(show),
    nextCursor: found.length > limit ? (records.at(-1)?.id ?? null) : null,
  };
}

/**
 * The id after which a list goes on.
 * @throws {AppError} `invalid` for a cursor that is no id with this prefix.
 */
export function cursorOf(cursor: string | undefined, prefix: string): string | undefined {
  if (cursor === undefined || new RegExp(`^${prefix}_[0-9a-f-]{36}$`).test(cursor)) return cursor;
  const message = 'is not one of ours';
  throw invalidField('query.cursor', 'invalid', message);
}
