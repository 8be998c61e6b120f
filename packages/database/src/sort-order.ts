import type { Expression, RawBuilder, SqlBool } from 'kysely';
import { expressionBuilder } from 'kysely';
import type { Position } from './cursor.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Tables } from './tables.ts';

/** One page of a list and the way to the next. */
export interface Page<T> {
  data: T[];
  /** Null at the end. */
  nextCursor: string | null;
}

/** What a caller asks of a list. */
export interface PageRequest {
  limit: number;
  /** The `nextCursor` of the page before; undefined for the first. */
  cursor?: string | undefined;
}

/** An order of rows by one value and, where it is equal, by id; both in one direction. */
export interface SortOrder {
  /** Names value and direction: part of the cursor. */
  name: string;
  /** Never null: a missing value is replaced so that it comes last. At most 50 characters, for the cursor's sake. */
  value: RawBuilder<string> | RawBuilder<number>;
  kind: 'string' | 'number';
  direction: 'asc' | 'desc';
}

/**
 * Condition for the rows behind a cursor: nothing for the first page.
 * @param id - The column that breaks ties.
 * @throws {InvalidCursor}
 */
export function behind(
  order: SortOrder,
  id: RawBuilder<string>,
  { cursor }: PageRequest,
): Expression<SqlBool> {
  const eb = expressionBuilder<Tables>();
  if (cursor === undefined) return eb.and([]);
  const at = decodeCursor(order.name, order.kind, cursor);
  const [past, from] = order.direction === 'asc' ? (['>', '>='] as const) : (['<', '<='] as const);
  // the first half is implied by the second: it is what an index can start from
  return eb.and([
    eb(order.value, from, at.value),
    eb.or([eb(order.value, past, at.value), eb(id, past, at.id)]),
  ]);
}

/**
 * So many rows are looked at for one page. Where a rare combination leaves the page short after that, it ends early and goes on
 * behind the last one looked at: a page takes about as long at ten million rows as at ten thousand.
 */
export const LOOKED_AT = 5_000;
/** The same where something is looked up for each: itself, where a tag, a topic or a word leads to it, or its case. */
export const LOOKED_UP = LOOKED_AT / 10;

/** Of a cursor in a descending list: in front of every row with its value. Ids are ASCII letters, digits and underscores. */
export const AFTER_EVERY_ID = '~';

/**
 * Cuts rows that were asked for with `limit + 1` into a page.
 * @param unseen - The next value that was not looked at, of a descending list that ended early, see {@link LOOKED_AT}.
 */
export function pageOf<R extends { sort_value: string | number; id: string }, T>(
  rows: readonly R[],
  { limit }: PageRequest,
  order: SortOrder,
  recordOf: (row: R) => T,
  unseen?: R['sort_value'],
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  const early = unseen === undefined ? undefined : { value: unseen, id: AFTER_EVERY_ID };
  const position: Position | undefined = isMore ? { value: last.sort_value, id: last.id } : early;
  return { data: shown.map(recordOf), nextCursor: position ? encodeCursor(order.name, position) : null };
}
