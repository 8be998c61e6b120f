import type { TraitCondition, TraitOperator, TraitValue } from '@banso/domain/targeting';

/** The type of value that a trait is compared with. */
export type ValueType = 'text' | 'number' | 'boolean';

/** What the value of an operator looks like: of any type, of one type, a list, a day, or nothing at all. */
export type ValueShape = 'any' | 'text' | 'number' | 'day' | 'list' | 'none';

const SHAPES: Readonly<Record<TraitOperator, ValueShape>> = {
  is: 'any',
  is_not: 'any',
  in: 'list',
  contains: 'text',
  starts_with: 'text',
  greater: 'number',
  at_least: 'number',
  less: 'number',
  at_most: 'number',
  before: 'day',
  after: 'day',
  set: 'none',
  not_set: 'none',
};

/** What the value of an operator looks like. */
export const shapeOf = (op: TraitOperator): ValueShape => SHAPES[op];

/** The type of a value; lists have that of their first item, nothing is a text. */
export function typeOf(value: TraitCondition['value']): ValueType {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'number' || typeof one === 'boolean' ? (typeof one as ValueType) : 'text';
}

/** A value as another type, as far as it makes sense there: "12" is 12, "yes" is no number and becomes 0. */
export function asType(value: TraitValue | undefined, type: ValueType): TraitValue {
  switch (type) {
    case 'text':
      return value === undefined || typeof value === 'boolean' ? '' : `${value}`;
    case 'number': {
      const number = Number(value);
      return value === undefined || value === '' || Number.isNaN(number) ? 0 : number;
    }
    case 'boolean':
      return value === true || value === 'true';
    default:
      return type satisfies never;
  }
}

/** Compares in another way. The value is kept as far as the new way can use it. */
export function withOperator(leaf: TraitCondition, op: TraitOperator): TraitCondition {
  const { value: _, ...rest } = leaf;
  const one = Array.isArray(leaf.value)
    ? (leaf.value as readonly TraitValue[])[0]
    : (leaf.value as TraitValue | undefined);
  switch (shapeOf(op)) {
    case 'none':
      return { ...rest, op };
    case 'list':
      return {
        ...rest,
        op,
        value: Array.isArray(leaf.value) ? leaf.value : one === undefined || one === '' ? [] : [one],
      };
    case 'number':
      return { ...rest, op, value: asType(one, 'number') };
    case 'text':
      return { ...rest, op, value: asType(one, 'text') };
    case 'day':
      return { ...rest, op, value: typeof one === 'string' && /^\d{4}-\d{2}-\d{2}/.test(one) ? one : '' };
    case 'any':
      return { ...rest, op, value: one ?? '' };
    default:
      throw new RangeError(`Not an operator: ${op}`);
  }
}

/** What is typed into a list of values, as the type that the list has. */
export function listValue(text: string, type: ValueType): TraitValue {
  return type === 'number' && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
