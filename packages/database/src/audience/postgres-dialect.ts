import { FNV_PRIME, saltHash } from '@banso/domain/targeting';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { AudienceDialect, FoundTrait } from './dialect.ts';
import { always } from './dialect.ts';

const FOUND: FoundTrait = {
  isText: sql`json_typeof(found.value) = 'string'`,
  isNumber: sql`json_typeof(found.value) = 'number'`,
  isBoolean: sql`json_typeof(found.value) = 'boolean'`,
  text: sql`(found.value #>> '{}')`,
  number: sql`cast(found.value #>> '{}' as double precision)`,
  boolean: sql`((found.value #>> '{}') = 'true')`,
};

/** What PostgreSQL needs to read the dates of `traitDateMs`, and no others. */
const ISO =
  '^(?!0000)\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,6})?)?(Z|[+-](0\\d|1[0-4]):[0-5]\\d))?$';

export const POSTGRES_AUDIENCE: AudienceDialect = {
  trait: (column, key, of) =>
    sql`(select ${of(FOUND)} from (select cast(${column} as json) -> ${key} as value) as found where found.value is not null)`,
  hasTrait: (column, key) => sql`((cast(${column} as json) -> ${key}) is not null)`,
  holdsText: (op, text, folded) =>
    op === 'contains'
      ? sql`strpos(lower(${text} collate "C"), ${folded}) > 0`
      : sql`starts_with(lower(${text} collate "C"), ${folded})`,
  compareDate(op, text, instant) {
    const day = sql`cast(substr(${text}, 9, 2) as integer)`;
    const month = sql`make_date(cast(substr(${text}, 1, 4) as integer), cast(substr(${text}, 6, 2) as integer), 1)`;
    const lastDay = sql`extract(day from ${month} + interval '1 month - 1 day')`;
    const at = sql`cast(case when length(${text}) = 10 then ${text} || 'T00:00Z' else ${text} end as timestamptz)`;
    const holds = sql`date_trunc('milliseconds', ${at}) ${op === 'before' ? sql`<` : sql`>`} cast(${instant} as timestamptz)`;
    // one inside the other: what is read is a date by then
    return sql`(case when ${text} ~ ${ISO} then case when ${day} <= ${lastDay} then ${holds} end end)`;
  },
  texts: (array) => sql`json_array_elements_text(cast(${array} as json)) as texts(value)`,
  isSampled: (percent, salt, id) =>
    percent >= 100
      ? always(true)
      : sql`(cast(${sampleHash(salt, id)} as double precision) / 4294967296 * 100 < ${percent})`,
};

/** Ids are shorter, a prefix and a UUID, and a byte a letter. */
const MAX_ID_LENGTH = 48;

/** The domain's `sampleBucket` before it is made a percentage, in 64 bits of which 32 are used. */
function sampleHash(salt: string, id: RawBuilder<string>): RawBuilder<number> {
  let hash: RawBuilder<number> = sql`cast(${saltHash(salt) >>> 0} as bigint)`;
  for (let at = 0; at < MAX_ID_LENGTH; at += 1) {
    const byte = sql`(case when ${at} < size then get_byte(bytes, ${at}) else 0 end)`;
    hash = sql`(((${hash} # ${byte}) * (case when ${at} < size then ${PRIME} else 1 end)) & 4294967295)`;
  }
  // `offset 0`: each step is worked out once, and not put into every place that speaks of it
  const named = sql`select convert_to(${id}, 'UTF8') as bytes, octet_length(${id}) as size offset 0`;
  const first = sql`select ${hash} as h from (${named}) as named offset 0`;
  const second = sql`select ${product(sql`(h # (h >> 16))`, 0x85ebca6b)} as h from (${first}) as mixed offset 0`;
  const third = sql`select ${product(sql`(h # (h >> 13))`, 0xc2b2ae35)} as h from (${second}) as mixed offset 0`;
  return sql`(select h # (h >> 16) from (${third}) as mixed)`;
}

const PRIME = sql`cast(${FNV_PRIME} as bigint)`;

/** The low 32 bits of a product of two numbers of 32 bits, whose whole 64 would not fit. */
function product(one: RawBuilder<unknown>, other: number): RawBuilder<number> {
  const [high, low] = [other >>> 16, other & 0xffff].map((half) => sql`cast(${half} as bigint)`);
  return sql`((${one} * ${low} + (((${one} * ${high}) & 65535) << 16)) & 4294967295)`;
}
