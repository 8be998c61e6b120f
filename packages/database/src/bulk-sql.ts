/** The texts of one table's bulk statements. */
export interface BulkSql {
  /** One row each; parameters in the order of the columns (insert, upsert) or of the key (select, delete). */
  sqlite: Readonly<Record<'insertIgnore' | 'upsert' | 'select' | 'delete', string>>;
  /** `$1` is a JSON list of objects. */
  postgres: Readonly<Record<'insertIgnore' | 'upsert' | 'select' | 'delete', string>>;
}

/** What the statements are about. */
export interface BulkShape {
  table: string;
  columns: readonly string[];
  key: readonly string[];
  replace: readonly string[];
  add: readonly string[];
}

const IDENTIFIER = /^[a-z][a-z0-9_]*$/;

function quoted(name: string): string {
  if (!IDENTIFIER.test(name)) throw new TypeError(`Not a plain name: ${name}`);
  return `"${name}"`;
}
const list = (names: readonly string[], of: (name: string) => string = quoted) => names.map(of).join(', ');

/** @throws {TypeError} for a name that is no plain identifier. */
export function bulkSqlOf({ table, columns, key, replace, add }: BulkShape): BulkSql {
  const name = quoted(table);
  const into = `insert into ${name} (${list(columns)})`;
  const onKey = `on conflict (${list(key)})`;
  const updates = [
    ...replace.map((column) => `${quoted(column)} = excluded.${quoted(column)}`),
    ...add.map((column) => `${quoted(column)} = ${name}.${quoted(column)} + excluded.${quoted(column)}`),
  ].join(', ');
  const upsert = `${onKey} do ${updates === '' ? 'nothing' : `update set ${updates}`}`;

  const values = `values (${list(columns, () => '?')})`;
  const matches = key.map((column) => `${quoted(column)} = ?`).join(' and ');
  // the table's own row type names every column's type
  const given = `json_populate_recordset(null::${name}, $1::json) as given`;
  const tied = key.map((column) => `own.${quoted(column)} = given.${quoted(column)}`).join(' and ');
  return {
    sqlite: {
      insertIgnore: `${into} ${values} ${onKey} do nothing`,
      upsert: `${into} ${values} ${upsert}`,
      select: `select ${list(columns)} from ${name} where ${matches}`,
      delete: `delete from ${name} where ${matches}`,
    },
    postgres: {
      insertIgnore: `${into} select ${list(columns)} from ${given} ${onKey} do nothing returning ${list(key)}`,
      upsert: `${into} select ${list(columns)} from ${given} ${upsert}`,
      // `offset 0` keeps it one look into the index for each row that is asked for, also where nothing is known of the table yet
      select: `select found.* from ${given} cross join lateral (select ${list(columns, (column) => `own.${quoted(column)}`)} from ${name} as own where ${tied} offset 0) as found`,
      delete: `delete from ${name} as own using ${given} where ${tied} returning 1`,
    },
  };
}
