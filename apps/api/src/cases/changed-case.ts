import type { CaseChange } from '@banso/contract/cases';
import type { CaseRecord } from '@banso/database';
import type { CaseClock } from '@banso/domain/cases';
import { closed, reopened, snoozed, touched, woken } from '@banso/domain/cases';
import type { Instant } from '@banso/domain/time';
import { addMs, DAY_MS } from '@banso/domain/time';
import { AppError, invalidField } from '../errors.ts';

const LONGEST_WAIT_MS = 366 * DAY_MS;

/**
 * A case as a change of the team leaves it; the same one comes back when nothing is different.
 * @throws {AppError} `invalid` for a time that is past or too far, `conflict` where it does not fit a closed case.
 */
export function changedCase(
  clock: CaseClock,
  before: CaseRecord,
  change: CaseChange,
  at: Instant,
): CaseRecord {
  const { ownerId, teamId, mergedInto, priority, snoozedUntil, contacted, status, outcome } = change;
  let state = before;
  const put = (next: Partial<CaseRecord>) => {
    state = { ...state, ...next };
  };
  if (status === 'open' && state.status === 'closed') put(reopened(clock, state, at));
  if (ownerId !== undefined && ownerId !== state.ownerId) put({ ownerId });
  if (teamId !== undefined && teamId !== state.teamId) put({ teamId });
  if (mergedInto !== undefined && mergedInto !== state.mergedInto) put({ mergedInto });
  if (priority !== undefined && priority !== state.priority) put({ priority });
  if (contacted && state.contactedAt === null) put(contactedAt(state, at));
  if (snoozedUntil !== undefined && snoozedUntil !== state.snoozedUntil) {
    if (state.status === 'closed')
      throw new AppError('conflict', 'The case is closed: it waits for nothing.');
    if (snoozedUntil === null) put(woken(clock, state, at));
    else {
      if (snoozedUntil <= at || snoozedUntil > addMs(at, LONGEST_WAIT_MS)) throw wrongTime();
      put(snoozed(clock, state, snoozedUntil, at));
    }
  }
  if (status === 'closed' && outcome !== undefined) {
    if (state.status === 'open') put(closed(clock, state, outcome, at));
    else if (state.outcome !== outcome) put({ outcome });
  }
  return state;
}

/** Of a closed case only that the customer was spoken to: the clock has ended. */
function contactedAt(state: CaseRecord, at: Instant): Partial<CaseRecord> {
  return state.status === 'open' ? touched(state, at, true) : { contactedAt: at };
}

function wrongTime(): AppError {
  const message = 'must be in the future, and within a year';
  return invalidField('snoozedUntil', 'out_of_range', message);
}
