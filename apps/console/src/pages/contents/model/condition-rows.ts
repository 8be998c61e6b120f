import { type Condition, EVERYBODY, type LeafCondition } from '@banso/domain/targeting';

/** One line of an audience: a fact, or that it is not so. */
export interface ConditionRow {
  leaf: LeafCondition;
  negated: boolean;
}

/** All lines must hold, any of them, or none. */
export const JOINS = ['all', 'any', 'none'] as const;
export type Join = (typeof JOINS)[number];

/** Lines, and groups of lines, that belong together: what people can edit. */
export interface ConditionGroup {
  join: Join;
  rows: readonly (ConditionRow | ConditionGroup)[];
}

/**
 * A condition as lines and groups. `undefined` when it says something that these cannot, as conditions that came by the API can:
 * "not all of" and double negations are shown in words and left as they are.
 */
export function groupOf(condition: Condition): ConditionGroup | undefined {
  const row = rowOf(condition);
  return row ? { join: 'all', rows: [row] } : listOf(condition);
}

/** The condition that a group means. No line at all means everybody. */
export function conditionOf({ join, rows }: ConditionGroup): Condition {
  if (rows.length === 0) return EVERYBODY;
  const of = rows.map((row): Condition => {
    if ('rows' in row) return conditionOf(row);
    return row.negated ? { type: 'not', of: row.leaf } : row.leaf;
  });
  return join === 'none' ? { type: 'not', of: { type: 'any', of } } : { type: join, of };
}

/** Whether a condition lets everybody in by its form. */
export function isEverybody(condition: Condition): boolean {
  return condition.type === 'all' && condition.of.length === 0;
}

/** Where a line or group stands in a condition that is at `path`. A single line may stand there without a list around it. */
export function rowPath(condition: Condition, path: string, index: number, isNegated: boolean): string {
  const at = rowOf(condition) ? path : `${path}${condition.type === 'not' ? '.of' : ''}.of.${index}`;
  return isNegated ? `${at}.of` : at;
}

function listOf(condition: Condition): ConditionGroup | undefined {
  if (condition.type === 'not')
    return condition.of.type === 'any' ? joined('none', condition.of.of) : undefined;
  return condition.type === 'all' || condition.type === 'any'
    ? joined(condition.type, condition.of)
    : undefined;
}

function joined(join: Join, parts: readonly Condition[]): ConditionGroup | undefined {
  const rows = parts.map((part) => rowOf(part) ?? listOf(part));
  return rows.every((row) => row !== undefined) ? { join, rows } : undefined;
}

function rowOf(condition: Condition): ConditionRow | undefined {
  if (isLeaf(condition)) return { leaf: condition, negated: false };
  return condition.type === 'not' && isLeaf(condition.of) ? { leaf: condition.of, negated: true } : undefined;
}

function isLeaf(condition: Condition): condition is LeafCondition {
  return condition.type !== 'all' && condition.type !== 'any' && condition.type !== 'not';
}
