/**
 * JSON that PostgreSQL can turn into text columns. It has no NUL and no half of a surrogate pair, and one such character in
 * one row would refuse the whole group: they become U+FFFD, as an encoder would make them.
 */
export function postgresJson(rows: readonly unknown[]): string {
  const text = JSON.stringify(rows);
  // JSON.stringify writes both as escapes, in small letters; inside text that is itself JSON they are merely characters
  return text.includes('\\u0000') || text.includes('\\ud') ? JSON.stringify(rows, storable) : text;
}

function storable(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value;
}
