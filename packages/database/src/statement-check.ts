import type { OperationNode } from 'kysely';
import { MergeQueryNode, RawNode } from 'kysely';
import { confinedAliases } from './confined-aliases.ts';
import { checkRawSql } from './raw-sql-check.ts';
import { RefusedStatement } from './refused-statement.ts';
import type { QueryNode } from './statement-sources.ts';
import { asQuery, isTenantTable, sourceName, sourcesOf, tenantAlias } from './statement-sources.ts';
import { checkInsert, checkUpdate } from './written-workspace.ts';

/** Nodes that hold values or names of columns, and no query. */
const LEAVES: ReadonlySet<string> = new Set([
  'ColumnNode',
  'IdentifierNode',
  'OperatorNode',
  'PrimitiveValueListNode',
  'ReferenceNode',
  'SchemableIdentifierNode',
  'SelectAllNode',
  'ValueNode',
]);

/** Where a statement may go. */
export interface StatementScope {
  /** The only workspace whose rows it may touch; undefined: no tenant table at all. */
  workspaceId: string | undefined;
  /** Refuses every write. */
  readOnly: boolean;
}

/**
 * Refuses a statement unless each tenant table in it, subqueries and common table expressions included, is confined to the
 * workspace; inserts must carry its id, and updates may not change it. Schema statements, `merge` on tenant tables, and raw
 * SQL that names them as tables are refused always: what cannot be understood is not let through.
 * @throws {RefusedStatement}
 */
export function checkStatement(statement: OperationNode, scope: StatementScope): void {
  const understood = new Set<OperationNode>();
  if (!asQuery(statement) && !RawNode.is(statement) && !MergeQueryNode.is(statement))
    throw new RefusedStatement(`schema statements belong in migrations (${statement.kind})`);
  if (RawNode.is(statement)) checkRawSql(statement, { mustSelect: scope.readOnly });
  walk(statement, new Set());

  /** @param confined - Names from surrounding queries whose rows are of the workspace. */
  function walk(node: OperationNode, confined: ReadonlySet<string>): void {
    if (understood.has(node) || LEAVES.has(node.kind)) return;
    if (RawNode.is(node)) checkRawSql(node);
    // also a common table expression that is named like a table and would pass for it
    if (isTenantTable(node)) throw new RefusedStatement('a table stands where it cannot be confined');
    if (MergeQueryNode.is(node) && scope.readOnly) throw new RefusedStatement('this handle only reads');
    const query = asQuery(node);
    const known = query ? checkQuery(query, confined) : confined;
    eachChild(node, (child) => walk(child, known));
  }

  function checkQuery(query: QueryNode, outer: ReadonlySet<string>): ReadonlySet<string> {
    if (scope.readOnly && query.kind !== 'SelectQueryNode')
      throw new RefusedStatement('this handle only reads');
    const sources = sourcesOf(query);
    const names = new Set(sources.map(sourceName));
    const confined = new Set([...outer].filter((name) => !names.has(name))); // a name means the nearest source
    const tenants = sources.filter((source) => tenantAlias(source) !== undefined);
    if (tenants.length === 0) return confined;

    if (scope.workspaceId === undefined)
      throw new RefusedStatement('tenant tables are reached through forWorkspace');
    const aliases = tenants.map((source) => tenantAlias(source) ?? '');
    const inside = confinedAliases(query, aliases, scope.workspaceId, confined);
    if (query.kind === 'InsertQueryNode') {
      checkInsert(query, scope.workspaceId);
      for (const alias of aliases) inside.add(alias);
    }
    if (query.kind === 'UpdateQueryNode') checkUpdate(query.updates ?? []);
    const stray = aliases.find((alias) => !inside.has(alias));
    if (stray !== undefined) throw new RefusedStatement(`"${stray}" is not confined to the workspace`);
    for (const source of tenants) understood.add(source);
    return inside;
  }
}

/** In a loop without lists in between: this runs for every node of every statement. */
function eachChild(node: OperationNode, visit: (child: OperationNode) => void): void {
  for (const value of Object.values(node) as unknown[]) {
    if (isNode(value)) visit(value);
    else if (Array.isArray(value)) for (const item of value as unknown[]) if (isNode(item)) visit(item);
  }
}

const isNode = (value: unknown): value is OperationNode =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
