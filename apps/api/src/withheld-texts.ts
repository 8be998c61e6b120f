import { isWithheld, NEEDS_READ_TEXTS, WITHHELD } from '@banso/contract';
import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';
import { AppError } from './errors.ts';

/** Puts what may be told in the place of a value. */
export type Withholding = (value: unknown) => unknown;

/** What stands in a cell of CSV in place of a text that the reader may not read. */
export const WITHHELD_CELL = '[withheld]';

/** @throws {AppError} `forbidden` unless whoever asks may read what customers write. */
export function requireTexts(c: Context<AppEnv>): void {
  if (c.var.withholdsTexts) throw new AppError('forbidden', 'You may not read what customers write.');
}

type Schema = z.core.$ZodType;

const known = new WeakMap<Schema, Withholding | undefined>();

/**
 * How the answers of a schema are told to somebody without the permission `read_texts`: `Withheld` stands in place of every
 * text that the contract calls a `CustomerText`. Undefined: there is none in such an answer. Conditions and other schemas that
 * hold themselves are not looked into; they are the team's.
 */
export function withholdingOf(schema: Schema): Withholding | undefined {
  if (!known.has(schema)) known.set(schema, made(schema as z.ZodType));
  return known.get(schema);
}

function made(schema: z.ZodType): Withholding | undefined {
  if (schema.meta()?.[NEEDS_READ_TEXTS] === true) return withheld;
  const { def } = schema as unknown as { def: Def };
  switch (def.type) {
    case 'object':
      return ofFields(def.shape);
    case 'array': {
      const each = withholdingOf(def.element);
      return each && ((value) => (Array.isArray(value) ? value.map(each) : value));
    }
    case 'record': {
      const each = withholdingOf(def.valueType);
      return (
        each &&
        ((value) =>
          isObject(value)
            ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, each(one)]))
            : value)
      );
    }
    case 'union':
      return ofOptions(def.options);
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly': {
      const inner = withholdingOf(def.innerType);
      return inner && ((value) => (value === null || value === undefined ? value : inner(value)));
    }
    default:
      return undefined;
  }
}

/** What is looked at of the schemas of zod. */
type Def =
  | { type: 'object'; shape: Record<string, Schema> }
  | { type: 'array'; element: Schema }
  | { type: 'record'; valueType: Schema }
  | { type: 'union'; options: readonly Schema[] }
  | { type: 'nullable' | 'optional' | 'default' | 'readonly'; innerType: Schema };

/** Also of an empty text, so that nobody takes it for the words. */
const withheld: Withholding = (value) => (typeof value === 'string' ? WITHHELD : value);

function ofFields(shape: Record<string, Schema>): Withholding | undefined {
  const fields = Object.entries(shape).flatMap(([name, schema]) => {
    const field = withholdingOf(schema);
    return field ? [{ name, field }] : [];
  });
  if (fields.length === 0) return undefined;
  return (value) => {
    if (!isObject(value)) return value;
    const told: Record<string, unknown> = { ...value };
    for (const { name, field } of fields) if (name in told) told[name] = field(told[name]);
    return told;
  };
}

/** The first option that a value fits says what becomes of it. */
function ofOptions(options: readonly Schema[]): Withholding | undefined {
  if (options.every((option) => withholdingOf(option) === undefined)) return undefined;
  return (value) => {
    if (isWithheld(value)) return value;
    const option = options.find((one) => (one as z.ZodType).safeParse(value).success);
    const withholding = option && withholdingOf(option);
    return withholding ? withholding(value) : value;
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
