import type { CaseCause } from './cause.ts';
import type { CaseSettings } from './settings.ts';

/**
 * Who gets a new case: whoever looks after the account; the least busy of those who speak the customer's language; the least busy
 * of all.
 */
export const ASSIGN_RULES = ['account_owner', 'language', 'least_load'] as const;
/** One of {@link ASSIGN_RULES}. */
export type AssignRule = (typeof ASSIGN_RULES)[number];

/** Somebody who can take a case. */
export interface Assignee {
  id: string;
  /** The language in which they use the console; null: not known. */
  language: string | null;
  teamIds: readonly string[];
  /** Cases that are open in their hands. */
  load: number;
}

/** What a case tells of whom it is for. */
export interface AssignFor {
  accountOwnerId: string | null;
  /** The customer's language tag; null: not known. */
  locale: string | null;
}

/** Applies the rules in their order until one names somebody; undefined: none does, and the case is nobody's yet. */
export function assigneeOf(
  rules: readonly AssignRule[],
  { accountOwnerId, locale }: AssignFor,
  team: readonly Assignee[],
): string | undefined {
  for (const rule of rules) {
    const found = leastBusy(team.filter((one) => fits(rule, one)));
    if (found) return found.id;
  }
  return undefined;

  function fits(rule: AssignRule, { id, language }: Assignee): boolean {
    switch (rule) {
      case 'account_owner':
        return id === accountOwnerId;
      case 'language':
        return locale !== null && language !== null && baseOf(language) === baseOf(locale);
      case 'least_load':
        return true;
      default:
        return rule satisfies never;
    }
  }
}

/**
 * Whom a new case is for: the team that its cause names, and somebody of it. Where the rules name nobody of that team, the case is
 * the team's, and nobody else's.
 */
export function handedTo(
  { targets, assign }: Pick<CaseSettings, 'targets' | 'assign'>,
  cause: CaseCause,
  about: AssignFor,
  members: readonly Assignee[],
): { teamId: string | null; ownerId: string | null } {
  const teamId = targets[cause].teamId ?? null;
  const able = teamId === null ? members : members.filter(({ teamIds }) => teamIds.includes(teamId));
  return { teamId, ownerId: assigneeOf(assign, about, able) ?? null };
}

const baseOf = (tag: string): string => (tag.split('-')[0] ?? tag).toLowerCase();

/** Of equally busy people the one with the lower id, so that chance decides nothing. */
function leastBusy(team: readonly Assignee[]): Assignee | undefined {
  return team.toSorted((a, b) => a.load - b.load || (a.id < b.id ? -1 : 1))[0];
}
