import { common } from '@banso/contract';
import type { TraitValue } from '@banso/domain/targeting';

const MOST = 100;

/** What of some traits or properties can be kept. */
export interface KeptValues {
  /** Null: this trait is to be taken away. */
  values: Record<string, TraitValue | null>;
  /** Names of the rest. */
  ignored: string[];
}

/** Keeps what is flat and short enough; lists and things with parts of their own are left out, and nothing is lost for them. */
export function keptValues(told: Readonly<Record<string, unknown>>): KeptValues {
  const ignored: string[] = [];
  const kept = Object.entries(told).filter(([key, value], index) => {
    const isKept = index < MOST && isName(key) && (value === null || isValue(value));
    if (!isKept) ignored.push(key.slice(0, MOST));
    return isKept;
  });
  return { values: Object.fromEntries(kept) as KeptValues['values'], ignored };
}

const isName = (key: string): boolean => common.TraitKey.safeParse(key).success;
const isValue = (value: unknown): boolean => common.TraitValue.safeParse(value).success;

/** The same without what is null: a property that is not there says nothing. */
export function withoutNull(values: KeptValues['values']): Record<string, TraitValue> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, TraitValue] => entry[1] !== null),
  );
}
