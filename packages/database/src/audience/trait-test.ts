import type { TraitValue } from '@banso/domain/targeting';
import { foldCase, traitDateMs } from '@banso/domain/targeting';
import { sql } from 'kysely';
import type { AudienceDialect, FoundTrait, TraitTest, Truth } from './dialect.ts';
import { always, UNKNOWN } from './dialect.ts';

type Value = TraitTest['value'];

const SIGNS = { greater: sql`>`, at_least: sql`>=`, less: sql`<`, at_most: sql`<=` };

/** The domain's `compareTrait` as SQL, for a trait that was found. `set` and `not_set` do not ask what it is. */
export function traitTest({ op, value }: TraitTest, found: FoundTrait, dialect: AudienceDialect): Truth {
  switch (op) {
    case 'set':
      return always(true);
    case 'not_set':
      return always(false);
    case 'is':
      return value === undefined ? UNKNOWN : equals(value, found);
    case 'is_not':
      return value === undefined ? UNKNOWN : sql`(not ${equals(value, found)})`;
    case 'in':
      return isList(value) ? anyOf(value, found) : UNKNOWN;
    case 'contains':
    case 'starts_with':
      if (typeof value !== 'string') return UNKNOWN;
      return sql`(case when ${found.isText} then ${dialect.holdsText(op, found.text, foldCase(value))} end)`;
    case 'greater':
    case 'at_least':
    case 'less':
    case 'at_most':
      if (typeof value !== 'number') return UNKNOWN;
      return sql`(case when ${found.isNumber} then ${found.number} ${SIGNS[op]} ${numeric(value)} end)`;
    case 'before':
    case 'after': {
      const ms = typeof value === 'string' ? traitDateMs(value) : undefined;
      if (ms === undefined) return UNKNOWN;
      const instant = new Date(ms).toISOString();
      return sql`(case when ${found.isText} then ${dialect.compareDate(op, found.text, instant)} end)`;
    }
    default:
      return op satisfies never;
  }
}

const isList = (value: Value): value is readonly TraitValue[] => Array.isArray(value);

function anyOf(values: readonly TraitValue[], found: FoundTrait): Truth {
  if (values.length === 0) return always(false);
  return sql`(${sql.join(
    values.map((value) => equals(value, found)),
    sql` or `,
  )})`;
}

/** A list is no trait's value. */
function equals(value: TraitValue | readonly TraitValue[], found: FoundTrait): Truth {
  switch (typeof value) {
    case 'string':
      return sql`(case when ${found.isText} then ${found.text} = ${value} else 1 = 0 end)`;
    case 'number':
      return sql`(case when ${found.isNumber} then ${found.number} = ${numeric(value)} else 1 = 0 end)`;
    case 'boolean':
      return sql`(case when ${found.isBoolean} then ${value ? found.boolean : sql`not ${found.boolean}`} else 1 = 0 end)`;
    default:
      return always(false);
  }
}

/** PostgreSQL would take a parameter for what it is compared with; SQLite takes numbers for what they are. */
const numeric = (value: number) => sql<number>`cast(${value} as double precision)`;
