import type { Case } from '@banso/contract/cases';
import type { ListedCase } from '@banso/database';
import { isOverdue, isWaiting } from '@banso/domain/cases';
import type { Instant } from '@banso/domain/time';

/** The wire form of a case at a moment. */
export function caseOnWire(
  record: ListedCase,
  nameOf: (member: string) => string | undefined,
  now: Instant,
): Case {
  const { contactId, contact, accountId, account, ownerId } = record;
  const waits = isWaiting(record, now);
  return {
    id: record.id,
    status: record.status === 'closed' ? 'closed' : waits ? 'waiting' : 'open',
    cause: record.cause,
    priority: record.priority,
    score: record.score,
    responseId: record.responseId,
    contact: {
      id: contactId,
      name: contact.name,
      email: contact.email,
      locale: contact.locale,
      erased: contact.erasedAt !== null,
    },
    account:
      accountId === null || account === null
        ? null
        : {
            id: accountId,
            name: account.name,
            recurringRevenue:
              account.revenueMinor === null || account.revenueCurrency === null
                ? null
                : { amountMinor: account.revenueMinor, currency: account.revenueCurrency },
            renewalDate: account.renewalDate,
          },
    words: record.words,
    owner: ownerId === null ? null : { id: ownerId, name: nameOf(ownerId) ?? '' },
    team: record.team,
    mergedInto: record.mergedInto,
    openedAt: record.openedAt,
    dueAt: record.status === 'open' ? record.dueAt : null,
    overdue: !waits && isOverdue(record, now),
    snoozedUntil: record.snoozedUntil,
    firstTouchAt: record.firstTouchAt,
    inTime: record.inTime,
    contactedAt: record.contactedAt,
    closedAt: record.closedAt,
    outcome: record.outcome,
    reopenedAt: record.reopenedAt,
    reopenings: record.reopenings,
    heardAt: record.heardAt,
    laterScore: record.laterScore,
    recovery: record.recovery,
  };
}
