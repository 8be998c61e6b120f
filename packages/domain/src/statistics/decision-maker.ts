import type { Traits } from '../targeting/condition.ts';

/** Values of the trait `role` of people who decide for their account, whatever their case. */
export const DECIDING_ROLES: readonly string[] = ['admin', 'decision_maker', 'executive', 'owner'];

/**
 * Whether a person decides for their account: their trait `decision_maker` is true, or without that trait their `role` is one of
 * {@link DECIDING_ROLES}.
 */
export function isDecisionMaker(traits: Traits): boolean {
  const told = traits['decision_maker'];
  if (typeof told === 'boolean') return told;
  const role = traits['role'];
  return typeof role === 'string' && DECIDING_ROLES.includes(role.toLowerCase());
}
