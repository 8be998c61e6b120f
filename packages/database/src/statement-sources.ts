import type { OperationNode } from 'kysely';
import {
  AliasNode,
  DeleteQueryNode,
  IdentifierNode,
  InsertQueryNode,
  ListNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
} from 'kysely';
import { TENANT_TABLES } from './tables.ts';

/** A statement or a subquery: anything with tables of its own. */
export type QueryNode = SelectQueryNode | InsertQueryNode | UpdateQueryNode | DeleteQueryNode;

/** @returns undefined for a node that is no query. */
export function asQuery(node: OperationNode): QueryNode | undefined {
  if (SelectQueryNode.is(node) || InsertQueryNode.is(node)) return node;
  return UpdateQueryNode.is(node) || DeleteQueryNode.is(node) ? node : undefined;
}

/** Name of the table of a node, without its schema. */
export const tableName = (node: TableNode): string => node.table.identifier.name;

/** Whether a node names a table whose rows belong to workspaces. */
export const isTenantTable = (node: OperationNode): node is TableNode =>
  TableNode.is(node) && TENANT_TABLES.has(tableName(node));

/** What a query reads or changes, each as it stands there: a table, an aliased one, a subquery, raw SQL. */
export function sourcesOf(query: QueryNode): OperationNode[] {
  const joined = 'joins' in query ? (query.joins ?? []).map((join) => join.table) : [];
  return [...ownSourcesOf(query), ...joined].flatMap((node) => (ListNode.is(node) ? node.items : [node]));
}

function ownSourcesOf(query: QueryNode): readonly OperationNode[] {
  switch (query.kind) {
    case 'SelectQueryNode':
      return query.from?.froms ?? [];
    case 'InsertQueryNode':
      return query.into ? [query.into] : [];
    case 'UpdateQueryNode':
      return [...(query.table ? [query.table] : []), ...(query.from?.froms ?? [])];
    case 'DeleteQueryNode':
      return [...query.from.froms, ...(query.using?.tables ?? [])];
    default:
      return query satisfies never;
  }
}

/** The name by which the rest of the query speaks of a source; undefined for one without a name. */
export function sourceName(source: OperationNode): string | undefined {
  if (TableNode.is(source)) return tableName(source);
  return AliasNode.is(source) && IdentifierNode.is(source.alias) ? source.alias.name : undefined;
}

/** The same for a tenant table; undefined for any other source. */
export function tenantAlias(source: OperationNode): string | undefined {
  const table = AliasNode.is(source) ? source.node : source;
  return isTenantTable(table) ? sourceName(source) : undefined;
}
