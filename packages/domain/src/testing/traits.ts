import fc from 'fast-check';
import type { TraitValue } from '../targeting/condition.ts';

/** Few enough keys and values that conditions and facts meet often. */
export const TRAIT_KEYS = ['plan', 'seats', 'since', 'toString'] as const;

/** Trait values of every type, some of them dates. */
export const aTraitValue: fc.Arbitrary<TraitValue> = fc.constantFrom<TraitValue>(
  'pro',
  'Pro',
  'free',
  '',
  0,
  3,
  10,
  true,
  false,
  '2026-01-05',
  '2026-01-05T10:00:00+09:00',
);
