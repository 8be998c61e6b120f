import type { TraitCondition, TraitValue } from './condition.ts';
import type { Outcome } from './outcome.ts';
import { known } from './outcome.ts';
import { foldCase } from './fold-case.ts';
import { traitDateMs } from './trait-date.ts';

/**
 * Compares a trait with a condition. Everything but `set` and `not_set` is unknown when the trait is missing, when its
 * type is not one that the operator compares, and when the condition's own value is unusable.
 */
export function compareTrait({ op, value }: TraitCondition, found: TraitValue | undefined): Outcome {
  if (op === 'set') return known(found !== undefined);
  if (op === 'not_set') return known(found === undefined);
  if (found === undefined || value === undefined) return 'unknown';

  switch (op) {
    case 'is':
      return known(found === value);
    case 'is_not':
      return known(found !== value);
    case 'in':
      return Array.isArray(value) ? known(value.includes(found)) : 'unknown';
    case 'contains':
      return compareTexts(found, value, (text, part) => text.includes(part));
    case 'starts_with':
      return compareTexts(found, value, (text, part) => text.startsWith(part));
    case 'greater':
      return compareNumbers(found, value, (one, other) => one > other);
    case 'at_least':
      return compareNumbers(found, value, (one, other) => one >= other);
    case 'less':
      return compareNumbers(found, value, (one, other) => one < other);
    case 'at_most':
      return compareNumbers(found, value, (one, other) => one <= other);
    case 'before':
      return compareDates(found, value, (one, other) => one < other);
    case 'after':
      return compareDates(found, value, (one, other) => one > other);
    default:
      return op satisfies never;
  }
}

type Value = TraitCondition['value'];

function compareTexts(one: Value, other: Value, holds: (one: string, other: string) => boolean): Outcome {
  if (typeof one !== 'string' || typeof other !== 'string') return 'unknown';
  return known(holds(foldCase(one), foldCase(other)));
}

function compareNumbers(one: Value, other: Value, holds: (one: number, other: number) => boolean): Outcome {
  if (typeof one !== 'number' || typeof other !== 'number') return 'unknown';
  return known(holds(one, other));
}

function compareDates(one: Value, other: Value, holds: (one: number, other: number) => boolean): Outcome {
  const [first, second] = [dateOf(one), dateOf(other)];
  return first === undefined || second === undefined ? 'unknown' : known(holds(first, second));
}

const dateOf = (value: Value): number | undefined =>
  typeof value === 'string' ? traitDateMs(value) : undefined;
