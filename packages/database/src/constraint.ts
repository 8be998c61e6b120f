/** Which rule of the schema a write would have broken; undefined for any other error. */
export type Constraint = 'unique' | 'foreign-key';

const CODES: Readonly<Record<string, Constraint>> = {
  '23503': 'foreign-key',
  '23505': 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign-key',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
};

/**
 * Tells a broken rule from other errors, on both databases. On PostgreSQL the transaction is lost with the statement:
 * catch around `write`, not inside it.
 */
export function brokenConstraint(error: unknown): Constraint | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? CODES[code] : undefined;
}
