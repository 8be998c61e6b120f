import type { CaseRecord, FollowUp } from '@banso/database';
import type { Instant } from '@banso/domain/time';

/** What others are told of a case that was changed; `before` undefined: it is new. */
export function caseFollowUp(
  before: Pick<CaseRecord, 'status'> | undefined,
  after: Pick<CaseRecord, 'id' | 'status' | 'contactId'>,
  at: Instant,
): Omit<FollowUp, 'id'> {
  const isOpening = after.status === 'open' && before?.status !== 'open';
  const isClosing = after.status === 'closed' && before?.status === 'open';
  const type = isOpening ? 'case.opened' : isClosing ? 'case.closed' : 'case.changed';
  return { type, subject: after.id, contactId: after.contactId, at };
}
