import type { Instant } from '@banso/domain/time';
import type { Chance } from './random.ts';

/** A new id of a time: prefix, underscore, UUIDv7; with an empty prefix the bare UUIDv7. */
export type IdAt = (prefix: string, at: Instant) => string;

/** Ids that are the same for the same seed (layout: RFC 9562, 5.7). Their bits can be foretold: never for secrets. */
export function seededIds(chance: Chance): IdAt {
  const hex = (value: number, digits: number) =>
    (value >>> 0).toString(16).padStart(digits, '0').slice(-digits);
  return (prefix, at) => {
    const time = Date.parse(at).toString(16).padStart(12, '0');
    const variant = (0x8 | (chance.bits() & 0x3)).toString(16);
    const id = [
      time.slice(0, 8),
      time.slice(8),
      `7${hex(chance.bits(), 3)}`,
      `${variant}${hex(chance.bits(), 3)}`,
      `${hex(chance.bits(), 8)}${hex(chance.bits(), 4)}`,
    ].join('-');
    return prefix === '' ? id : `${prefix}_${id}`;
  };
}
