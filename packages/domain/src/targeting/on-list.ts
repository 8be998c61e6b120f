import type { ListCondition } from './condition.ts';
import type { Facts } from './facts.ts';
import type { Outcome } from './outcome.ts';
import { known } from './outcome.ts';

/** A list may hold thousands of ids, and stands in conditions that are looked at again and again. */
const kept = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Whether the person, or their account, is on a list; unknown without an account. */
export function listOutcome(list: ListCondition, facts: Facts): Outcome {
  return facts[list.subject] ? known(idOnList(list, facts) !== undefined) : 'unknown';
}

/** The id under which the person, or their account, stands on a list; undefined: under none. */
export function idOnList({ subject, ids }: ListCondition, facts: Facts): string | undefined {
  const { id, externalId } = facts[subject] ?? {};
  const listed = kept.get(ids) ?? new Set(ids);
  kept.set(ids, listed);
  return [externalId, id].find((one) => one !== undefined && listed.has(one));
}
