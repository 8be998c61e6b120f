import type { Delivery, Recurrence } from '../content/delivery.ts';
import type { ContentState } from '../targeting/facts.ts';
import type { Instant } from '../time/instant.ts';
import { addMs, DAY_MS, MINUTE_MS, msBetween } from '../time/instant.ts';

/**
 * How long a granted interruption waits for the tab that asked for it. A tab that vanishes in between gives the person up
 * to others after this time.
 */
export const CLAIM_LEASE_MS = 5 * MINUTE_MS;

/** The clock after an answer; `null` days: an answer is the last word. */
export function answeredRecently(
  { afterAnsweredDays }: Recurrence,
  state: ContentState,
  now: Instant,
): boolean {
  return isRunning(lastAnswer(state), afterAnsweredDays, now);
}

/** The clock after a dismissal; `null` days: it stays dismissed, unless it was answered afterwards. */
export function dismissedRecently(
  { afterDismissedDays }: Recurrence,
  state: ContentState,
  now: Instant,
): boolean {
  return isRunning(state.lastDismissedAt, afterDismissedDays, now, [lastAnswer(state)]);
}

/** The clock after a showing; `null` days: it is not shown again, unless the person reacted, which has its own clocks. */
export function shownRecently({ afterShownDays }: Recurrence, state: ContentState, now: Instant): boolean {
  return isRunning(state.lastShownAt, afterShownDays, now, [state.lastDismissedAt, lastAnswer(state)]);
}

/** An interruption was granted a moment ago and nothing has been heard of it since. */
export function claimedElsewhere(state: ContentState, now: Instant): boolean {
  const { lastClaimedAt, lastShownAt, lastDismissedAt, lastAnsweredAt } = state;
  if (lastClaimedAt === undefined || msBetween(lastClaimedAt, now) >= CLAIM_LEASE_MS) return false;
  return !isFollowed(lastClaimedAt, [lastShownAt, lastDismissedAt, lastAnsweredAt]);
}

/**
 * From when on a content may open again by its own clocks and what the person said to it, if nothing else happens; in the
 * past: it may. Undefined: never, or nothing has to pass.
 */
export function dueAt(
  { recurrence, startsAt }: Pick<Delivery, 'recurrence' | 'startsAt'>,
  state: ContentState | undefined,
): Instant | undefined {
  if (state === undefined) return startsAt;
  const { attempts, optedOut, snoozedUntil, lastShownAt, lastDismissedAt } = state;
  if (optedOut || (recurrence.maxAttempts !== null && attempts >= recurrence.maxAttempts)) return undefined;
  const after = (since: Maybe, days: number | null): Maybe =>
    since === undefined || days === null ? undefined : addMs(since, days * DAY_MS);
  const due = [
    startsAt,
    snoozedUntil,
    after(lastAnswer(state), recurrence.afterAnsweredDays),
    after(lastDismissedAt, recurrence.afterDismissedDays),
    after(lastShownAt, recurrence.afterShownDays),
  ]
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);
  // a clock without an end runs at any time
  const runs = [answeredRecently, dismissedRecently, shownRecently];
  return due === undefined || runs.some((isOn) => isOn(recurrence, state, due)) ? undefined : due;
}

type Maybe = Instant | undefined;

/** Every clock must run out by itself; one without an end ends with a stronger reaction. */
function isRunning(
  since: Maybe,
  days: number | null,
  now: Instant,
  reactions: readonly Maybe[] = [],
): boolean {
  if (since === undefined) return false;
  return days === null ? !isFollowed(since, reactions) : now < addMs(since, days * DAY_MS);
}

function isFollowed(at: Instant, later: readonly Maybe[]): boolean {
  return later.some((instant) => instant !== undefined && instant >= at);
}

/** When the person last answered, or came to the end. */
export function lastAnswer({ lastAnsweredAt, completedAt }: ContentState): Maybe {
  if (lastAnsweredAt === undefined || completedAt === undefined) return lastAnsweredAt ?? completedAt;
  return lastAnsweredAt > completedAt ? lastAnsweredAt : completedAt;
}
