import type { VariantKey } from './variants.ts';
import { VARIANTS } from './variants.ts';

/** What a person was shown: a version of a content, and which variant of it. */
export interface Edition {
  version: number;
  /** Null: the base, or a version without variants. */
  variant: VariantKey | null;
}

/**
 * The one number by which the widget names what it shows, and hands back with every fact about it: that of the version, and behind the
 * point which variant it is. 5.1 is variant B of version 5. So a widget needs to know nothing of variants.
 */
export function editionOf({ version, variant }: Edition): number {
  return variant === null ? version : version + (VARIANTS.indexOf(variant) + 1) / 10;
}

/** @returns `undefined` for a number that is none of {@link editionOf}. */
export function readEdition(edition: number): Edition | undefined {
  const version = Math.floor(edition);
  const tenth = Math.round((edition - version) * 10);
  const variant = tenth === 0 ? null : VARIANTS[tenth - 1];
  if (variant === undefined || version < 1 || editionOf({ version, variant }) !== edition) return undefined;
  return { version, variant };
}
