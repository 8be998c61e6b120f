import type {
  Condition,
  ContentCondition,
  EventCondition,
  LeafCondition,
  TraitCondition,
} from './condition.ts';

/**
 * Whether two things that a condition asks for at once exclude each other, so that nobody can be in the audience: another
 * value of the same trait, a number or a date in an empty range, a trait that is set and is not, something that has happened
 * and has not. `true` is certain; `false` is not: alternatives and negations are not looked into.
 */
export function excludesItself(condition: Condition): boolean {
  const leaves = askedAtOnce(condition);
  const traits = Map.groupBy(
    leaves.filter((leaf): leaf is TraitCondition => leaf.type === 'trait'),
    ({ subject, key }) => `${subject} ${key}`,
  );
  return (
    [...traits.values()].some(traitExcluded) ||
    leaves.some((one) => leaves.some((other) => excludes(one, other)))
  );
}

/** The leaves that all have to hold. */
function askedAtOnce(condition: Condition): LeafCondition[] {
  switch (condition.type) {
    case 'all':
      return condition.of.flatMap(askedAtOnce);
    case 'any':
      return condition.of.length === 1 ? condition.of.flatMap(askedAtOnce) : [];
    case 'not':
      return [];
    default:
      return [condition];
  }
}

function excludes(one: LeafCondition, other: LeafCondition): boolean {
  if (one.type === 'content' && other.type === 'content') return contentExcluded(one, other);
  return one.type === 'event' && other.type === 'event' && eventExcluded(one, other);
}

const contentExcluded = (one: ContentCondition, other: ContentCondition): boolean =>
  one.contentId === other.contentId && one.phase === other.phase && one.happened !== other.happened;

const eventExcluded = (one: EventCondition, other: EventCondition): boolean =>
  one.subject === other.subject &&
  one.name === other.name &&
  one.withinDays === other.withinDays &&
  one.op === 'at_least' &&
  other.op === 'at_most' &&
  one.count > other.count;

/** @param asked - Everything that is asked of one trait. */
function traitExcluded(asked: readonly TraitCondition[]): boolean {
  const isUnset = asked.some(({ op }) => op === 'not_set');
  if (isUnset) return asked.some(({ op }) => op !== 'not_set');
  const lists = asked.flatMap(({ op, value }) =>
    op === 'is' ? [[value]] : op === 'in' && Array.isArray(value) ? [value as readonly unknown[]] : [],
  );
  const [first, ...others] = lists;
  const left = first?.filter(
    (value) =>
      others.every((list) => list.includes(value)) &&
      !asked.some(({ op, value: refused }) => op === 'is_not' && refused === value),
  );
  return left?.length === 0 || emptyRange(asked, numberOf) || emptyRange(asked, textOf);
}

const numberOf = ({ op, value }: TraitCondition): number | undefined =>
  typeof value === 'number' && op !== 'before' && op !== 'after' ? value : undefined;

/** Dates in the same form sort as texts; others are not compared. */
const textOf = ({ op, value }: TraitCondition): string | undefined =>
  typeof value === 'string' && (op === 'before' || op === 'after') && /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? value
    : undefined;

function emptyRange<V extends number | string>(
  asked: readonly TraitCondition[],
  valueOf: (leaf: TraitCondition) => V | undefined,
): boolean {
  const valuesOf = (ops: readonly string[]) =>
    asked.flatMap((leaf) => {
      const value = ops.includes(leaf.op) ? valueOf(leaf) : undefined;
      return value === undefined ? [] : [{ value, isStrict: STRICT.includes(leaf.op) }];
    });
  const exact = valuesOf(['is']);
  const lows = [...valuesOf(['greater', 'at_least', 'after']), ...exact];
  const highs = [...valuesOf(['less', 'at_most', 'before']), ...exact];
  return lows.some((low) =>
    highs.some(
      (high) => low.value > high.value || (low.value === high.value && (low.isStrict || high.isStrict)),
    ),
  );
}

const STRICT: readonly string[] = ['greater', 'less', 'before', 'after'];
