import type { ColumnUpdateNode, InsertQueryNode, OperationNode, ValuesItemNode } from 'kysely';
import {
  AliasNode,
  ColumnNode,
  PrimitiveValueListNode,
  ReferenceNode,
  SelectQueryNode,
  ValuesNode,
} from 'kysely';
import { isValue, workspaceColumn } from './confined-aliases.ts';
import { RefusedStatement } from './refused-statement.ts';
import { tenantAlias, sourcesOf } from './statement-sources.ts';

/**
 * Refuses an insert into a tenant table unless every row carries the workspace: as a value or, in `insert … select`, as
 * the `workspace_id` of a tenant table, which the check of that select confines.
 */
export function checkInsert(insert: InsertQueryNode, workspaceId: string): void {
  if (insert.replace || insert.orAction?.action === 'replace')
    throw new RefusedStatement('replace could remove a row of another workspace');
  const at = insert.columns?.findIndex((column) => column.column.name === 'workspace_id') ?? -1;
  if (at < 0 || !insert.values) throw new RefusedStatement('the new row names no workspace');
  const isOwn = ValuesNode.is(insert.values)
    ? insert.values.values.every((row) => rowCarries(row, at, workspaceId))
    : selectCarries(insert.values, at, workspaceId);
  if (!isOwn) throw new RefusedStatement('a new row is of another workspace');

  const { onConflict } = insert;
  if (!onConflict?.updates) return;
  checkUpdate(onConflict.updates);
  if (!onConflict.columns?.some((column) => column.column.name === 'workspace_id'))
    throw new RefusedStatement('the conflicting row may be of another workspace');
}

/** Refuses to move rows of a tenant table to another workspace, and updates of what is not plainly a column. */
export function checkUpdate(updates: readonly ColumnUpdateNode[]): void {
  for (const { column } of updates) {
    const name = columnName(column);
    if (name === undefined) throw new RefusedStatement('an update of something else than a column');
    if (name === 'workspace_id') throw new RefusedStatement('a row stays in its workspace');
  }
}

function columnName(node: OperationNode): string | undefined {
  if (ColumnNode.is(node)) return node.column.name;
  return ReferenceNode.is(node) && ColumnNode.is(node.column) ? node.column.column.name : undefined;
}

function rowCarries(row: ValuesItemNode, at: number, workspaceId: string): boolean {
  if (PrimitiveValueListNode.is(row)) return row.values[at] === workspaceId;
  const node = row.values[at];
  return node !== undefined && isValue(node, workspaceId);
}

function selectCarries(values: OperationNode, at: number, workspaceId: string): boolean {
  if (!SelectQueryNode.is(values) || values.setOperations) return false;
  const selected = values.selections?.[at]?.selection;
  // a list that holds `*` has no certain position
  const hasStar = values.selections?.some(
    ({ selection }) =>
      selection.kind === 'SelectAllNode' || (ReferenceNode.is(selection) && !ColumnNode.is(selection.column)),
  );
  if (!selected || hasStar) return false;
  const expression = AliasNode.is(selected) ? selected.node : selected;
  const aliases = sourcesOf(values).flatMap((source) => tenantAlias(source) ?? []);
  const alias = workspaceColumn(expression, aliases.length === 1 ? aliases[0] : undefined);
  return isValue(expression, workspaceId) || (alias !== undefined && aliases.includes(alias));
}
