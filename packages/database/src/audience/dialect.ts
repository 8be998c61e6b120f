import type { TraitCondition } from '@banso/domain/targeting';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** A truth of SQL: true, false, or null where it is not known, which is how `and`, `or` and `not` take it. */
export type Truth = RawBuilder<boolean | null>;

/** Not known. */
export const UNKNOWN: Truth = sql`cast(null as boolean)`;
/** Known, and so. */
export const always = (holds: boolean): Truth => (holds ? sql`(1 = 1)` : sql`(1 = 0)`);

/** A trait as a statement finds it. Each part is read only under its own `is…`. */
export interface FoundTrait {
  isText: RawBuilder<boolean>;
  isNumber: RawBuilder<boolean>;
  isBoolean: RawBuilder<boolean>;
  text: RawBuilder<string>;
  number: RawBuilder<number>;
  boolean: RawBuilder<boolean>;
}

/** How one database reads traits and works out what is not plain SQL. */
export interface AudienceDialect {
  /** What `of` says of the trait in a column of JSON; null when there is no such trait. */
  trait(column: RawBuilder<string>, key: string, of: (found: FoundTrait) => Truth): Truth;
  hasTrait(column: RawBuilder<string>, key: string): Truth;
  /** Whether one text holds, or begins with, another that is folded already. */
  holdsText(op: 'contains' | 'starts_with', text: RawBuilder<string>, folded: string): Truth;
  /** Compares the date in a text with an instant in ISO 8601; null when the text is none. */
  compareDate(op: 'before' | 'after', text: RawBuilder<string>, instant: string): Truth;
  /** A table with the texts of a JSON array, one a row, in a column called `value`. */
  texts(array: RawBuilder<string>): RawBuilder<unknown>;
  /** Whether an id is in the stable share. */
  isSampled(percent: number, salt: string, id: RawBuilder<string>): Truth;
}

/** What a column that is asked for like a trait is found to be. */
export const textColumn = (text: RawBuilder<string>): FoundTrait => ({
  isText: sql`(1 = 1)`,
  isNumber: sql`(1 = 0)`,
  isBoolean: sql`(1 = 0)`,
  text,
  number: sql`null`,
  boolean: sql`null`,
});

/** A trait's condition, without whose it is. */
export type TraitTest = Pick<TraitCondition, 'op' | 'value'>;
