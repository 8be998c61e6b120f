import { type Condition, EVERYBODY, type LeafCondition } from '@banso/domain/targeting';

/** One line of an audience: a fact, or that it is not so. */
export interface ConditionRow {
  leaf: LeafCondition;
  negated: boolean;
}

/** An audience as a list of lines, which is what people can edit. */
export interface ConditionList {
  /** All lines must hold, or any of them. */
  join: 'all' | 'any';
  rows: readonly ConditionRow[];
}

/**
 * A condition as lines; `undefined` when it is nested deeper than one level, as conditions that came by the API can be:
 * those are shown in words and left as they are.
 */
export function listOf(condition: Condition): ConditionList | undefined {
  if (condition.type !== 'all' && condition.type !== 'any') {
    const row = rowOf(condition);
    return row && { join: 'all', rows: [row] };
  }
  const rows = condition.of.map(rowOf);
  return rows.every((row) => row !== undefined) ? { join: condition.type, rows } : undefined;
}

/** The condition that the lines mean. No line at all means everybody. */
export function conditionOf({ join, rows }: ConditionList): Condition {
  if (rows.length === 0) return EVERYBODY;
  return { type: join, of: rows.map(({ leaf, negated }) => (negated ? { type: 'not', of: leaf } : leaf)) };
}

/** Whether a condition lets everybody in by its form. */
export function isEverybody(condition: Condition): boolean {
  return condition.type === 'all' && condition.of.length === 0;
}

function rowOf(condition: Condition): ConditionRow | undefined {
  if (isLeaf(condition)) return { leaf: condition, negated: false };
  return condition.type === 'not' && isLeaf(condition.of) ? { leaf: condition.of, negated: true } : undefined;
}

function isLeaf(condition: Condition): condition is LeafCondition {
  return condition.type !== 'all' && condition.type !== 'any' && condition.type !== 'not';
}
