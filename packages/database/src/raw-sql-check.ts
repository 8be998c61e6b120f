import type { OperationNode } from 'kysely';
import { IdentifierNode, RawNode, SchemableIdentifierNode } from 'kysely';
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
  const text = textOf(node);
  if (mustSelect && !SELECT.test(text)) throw new RefusedStatement('this handle only reads');
  if (!TABLE_WORDS.test(text)) return;
  const table = (text.match(WORDS) ?? []).find((word) => TENANT_TABLES.has(word.toLowerCase()));
  if (table !== undefined) throw new RefusedStatement(`raw SQL on "${table}" cannot be confined`);
}

/** The words of raw SQL, with those of the pieces and names that were put into it; values and columns are left out. */
function textOf(node: OperationNode): string {
  if (IdentifierNode.is(node)) return node.name;
  if (SchemableIdentifierNode.is(node)) return node.identifier.name;
  if (!RawNode.is(node)) return '?';
  return node.sqlFragments
    .flatMap((fragment, at) => [fragment, ...node.parameters.slice(at, at + 1).map(textOf)])
    .join('');
}
