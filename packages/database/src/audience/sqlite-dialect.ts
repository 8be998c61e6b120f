import { inSample, traitDateMs } from '@banso/domain/targeting';
import type BetterSqlite from 'better-sqlite3';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { AudienceDialect, FoundTrait } from './dialect.ts';

const FOUND: FoundTrait = {
  isText: sql`found.type = 'text'`,
  isNumber: sql`found.type in ('integer', 'real')`,
  isBoolean: sql`found.type in ('true', 'false')`,
  text: sql`found.atom`,
  // a whole number that JavaScript wrote may be another one beyond 2^53 when it is read as an integer
  number: sql`cast(found.atom as real)`,
  boolean: sql`(found.type = 'true')`,
};

/** SQLite asks the domain itself for what is not plain SQL: see `defineAudienceFunctions`. */
export const SQLITE_AUDIENCE: AudienceDialect = {
  trait: (column, key, of) =>
    sql`(select ${of(FOUND)} from json_each(${column}) as found where ${sql.ref('found.key')} = ${key})`,
  hasTrait: (column, key) =>
    sql`exists (select 1 from json_each(${column}) as found where ${sql.ref('found.key')} = ${key})`,
  holdsText: (op, text, folded) =>
    op === 'contains'
      ? sql`instr(lower(${text}), ${folded}) > 0`
      : sql`substr(lower(${text}), 1, length(${folded})) = ${folded}`,
  compareDate: (op, text, instant) => sql`trait_date_ms(${text}) ${signOf(op)} trait_date_ms(${instant})`,
  texts: (array) => sql`json_each(${array}) as texts`,
  isSampled: (percent, salt, id) => sql`in_sample(${percent}, ${salt}, ${id})`,
};

const signOf = (op: 'before' | 'after'): RawBuilder<unknown> => (op === 'before' ? sql`<` : sql`>`);

/** Gives a connection the functions that audiences are worked out with. */
export function defineAudienceFunctions(connection: BetterSqlite.Database): void {
  connection.function('trait_date_ms', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? (traitDateMs(text) ?? null) : null,
  );
  connection.function('in_sample', { deterministic: true }, (percent: number, salt: string, id: string) =>
    inSample(percent, salt, id) ? 1 : 0,
  );
}
