import type { JsonText } from './tables.ts';

/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Narrows parsed JSON to what a column holds. @throws {TypeError} when it is something else. */
export type Decoder<T> = (value: unknown) => T;

/** The text of a JSON column. */
export function encodeJson(value: unknown): JsonText {
  const text: unknown = JSON.stringify(value);
  if (typeof text !== 'string') throw new TypeError(`Not JSON: ${typeof value}`);
  return text;
}

/**
 * The value of a JSON column.
 * @throws {TypeError} when the decoder refuses it: the database holds what this code never wrote.
 * @throws {SyntaxError} when it is not JSON.
 */
export function decodeJson<T>(text: JsonText, decode: Decoder<T>): T {
  return decode(JSON.parse(text));
}

/** Whether a value is a JSON object, and neither null nor an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const asStrings: Decoder<string[]> = (value) => {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
    throw new TypeError('Expected a list of strings');
  return value;
};
/** A column that holds a list of strings. */
export const decodeStrings = (text: JsonText): string[] => decodeJson(text, asStrings);

const asNumbers: Decoder<number[]> = (value) => {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'number'))
    throw new TypeError('Expected a list of numbers');
  return value;
};
/** A column that holds a list of numbers. */
export const decodeNumbers = (text: JsonText): number[] => decodeJson(text, asNumbers);

const asRecord: Decoder<Record<string, unknown>> = (value) => {
  if (!isRecord(value)) throw new TypeError('Expected an object');
  return value;
};
/** A column that holds an object whose fields the caller narrows further. */
export const decodeRecord = (text: JsonText): Record<string, unknown> => decodeJson(text, asRecord);

type TraitValue = string | number | boolean;
const isTraits = (value: unknown): value is Record<string, TraitValue> =>
  isRecord(value) && Object.values(value).every((v) => ['string', 'number', 'boolean'].includes(typeof v));
const asTraits: Decoder<Record<string, TraitValue>> = (value) => {
  if (!isTraits(value)) throw new TypeError('Expected flat traits');
  return value;
};
/** A column that holds flat traits. Names such as `__proto__` are plain fields, as `JSON.parse` makes them. */
export const decodeTraits = (text: JsonText): Record<string, TraitValue> => decodeJson(text, asTraits);
