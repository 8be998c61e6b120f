import type { OperationNode, RawNode } from 'kysely';
import { IdentifierNode, SchemableIdentifierNode } from 'kysely';
import { RefusedStatement } from './refused-statement.ts';
import { TENANT_TABLES } from './tables.ts';

const TABLE_WORDS = /\b(?:from|join|into|update|delete|truncate|copy|merge|table|only)\b/i;
const WORDS = /\w+/g;
const SELECT = /^\s*select\b/i;

/**
 * Refuses raw SQL that could reach a tenant table by its name: its text cannot be confined. Raw expressions, and raw
 * statements about anything else, pass. A word such as `from` beside a tenant table's name is enough to refuse: write such
 * an expression with `sql.ref` or the expression builder.
 * @param options.mustSelect - Refuses whatever does not start with `select`. Default false.
 */
export function checkRawSql(node: RawNode, { mustSelect = false } = {}): void {
  const text = node.sqlFragments.join(' ? ');
  if (mustSelect && !SELECT.test(text)) throw new RefusedStatement('this handle only reads');
  if (!TABLE_WORDS.test(text)) return;
  const named = (text.match(WORDS) ?? []).find((word) => TENANT_TABLES.has(word.toLowerCase()));
  const given = node.parameters.map(identifierOf).find((name) => name !== undefined && TENANT_TABLES.has(name));
  const table = named ?? given;
  if (table !== undefined) throw new RefusedStatement(`raw SQL on "${table}" cannot be confined`);
}

function identifierOf(node: OperationNode): string | undefined {
  if (IdentifierNode.is(node)) return node.name;
  if (SchemableIdentifierNode.is(node)) return node.identifier.name;
  return undefined;
}
