import type { JoinNode, OperationNode } from 'kysely';
import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  OperatorNode,
  ParensNode,
  ReferenceNode,
  ValueNode,
} from 'kysely';
import type { QueryNode } from './statement-sources.ts';
import { tableName, tenantAlias } from './statement-sources.ts';

/**
 * The names whose rows are of the workspace only: by `workspace_id = <the id>`, or tied by `a.workspace_id =
 * b.workspace_id` to one of them. A predicate counts only where it must hold for every row: and-ed at the top of `where`
 * or of an inner join; in a left join's `on` only for the table that is joined.
 * @param aliases - The query's tenant tables.
 * @param outer - Names from surrounding queries that are confined already; they stay so.
 */
export function confinedAliases(
  query: QueryNode,
  aliases: readonly string[],
  workspaceId: string,
  outer: ReadonlySet<string>,
): Set<string> {
  const confined = new Set(outer);
  const ties: { from: string; to: string }[] = [];
  const only = aliases.length === 1 ? aliases[0] : undefined;

  function learn(condition: OperationNode, mayConfine: (alias: string) => boolean): void {
    for (const [one, other] of conjunctsOf(condition).flatMap(equalSides)) {
      const alias = workspaceColumn(one, only);
      if (alias === undefined || !aliases.includes(alias) || !mayConfine(alias)) continue;
      const tiedTo = workspaceColumn(other, only);
      if (isValue(other, workspaceId)) confined.add(alias);
      else if (tiedTo !== undefined) ties.push({ from: tiedTo, to: alias });
    }
  }

  if ('where' in query && query.where) learn(query.where.where, () => true);
  for (const join of 'joins' in query ? (query.joins ?? []) : []) {
    if (join.on) learn(join.on.on, confinedByOn(join));
  }
  for (let isGrowing = true; isGrowing;) {
    const reached = ties.filter(({ from, to }) => confined.has(from) && !confined.has(to));
    for (const { to } of reached) confined.add(to);
    isGrowing = reached.length > 0;
  }
  return confined;
}

/** Which tables a join's condition speaks for. */
function confinedByOn({ joinType, table }: JoinNode): (alias: string) => boolean {
  if (joinType === 'InnerJoin') return () => true;
  if (joinType === 'LeftJoin') return (alias) => alias === tenantAlias(table);
  return () => false; // a right or full join keeps rows that its condition does not meet
}

function conjunctsOf(condition: OperationNode): OperationNode[] {
  if (ParensNode.is(condition)) return conjunctsOf(condition.node);
  if (AndNode.is(condition)) return [...conjunctsOf(condition.left), ...conjunctsOf(condition.right)];
  return [condition];
}

/** Both readings of an equality; nothing for any other condition. */
function equalSides(node: OperationNode): [OperationNode, OperationNode][] {
  if (!BinaryOperationNode.is(node)) return [];
  const { leftOperand: left, operator, rightOperand: right } = node;
  if (!OperatorNode.is(operator) || operator.operator !== '=') return [];
  return [
    [left, right],
    [right, left],
  ];
}

/** The table of a `workspace_id` reference; without a name it is the query's only tenant table. */
export function workspaceColumn(node: OperationNode, only: string | undefined): string | undefined {
  if (!ReferenceNode.is(node) || !ColumnNode.is(node.column) || node.column.column.name !== 'workspace_id')
    return undefined;
  return node.table ? tableName(node.table) : only;
}

/** Whether a node is exactly this value, sent as a parameter. */
export const isValue = (node: OperationNode, value: unknown): boolean =>
  ValueNode.is(node) && node.value === value;
