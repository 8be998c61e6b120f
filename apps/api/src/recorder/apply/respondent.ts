import { isDecisionMaker } from '@banso/domain/statistics';
import type { Actor, Ledger } from '../ledger.ts';
import type { Respondent } from '../projections/score-contributions.ts';

/** What is known of somebody and their account now, as it stays with a response that begins. */
export function respondentOf(
  ledger: Ledger,
  { contactId, accountId }: Pick<Actor, 'contactId' | 'accountId'>,
): Respondent {
  const company = accountId === null ? undefined : ledger.companies.get(accountId);
  return {
    accountId,
    plan: company?.plan ?? null,
    ownerId: company?.ownerId ?? null,
    lifecycle: company?.lifecycle ?? null,
    decides: isDecisionMaker(ledger.people.need(contactId).traits),
  };
}
