import type { Instant } from '../time/instant.ts';
import { MINUTE_MS, msBetween } from '../time/instant.ts';
import type { InterruptionHistory } from './decision.ts';

/** Silence after which the next sign of life begins a new visit. */
export const VISIT_GAP_MS = 30 * MINUTE_MS;

/** When a person was here, by the server's clock, and how often they were interrupted. */
export interface Presence {
  firstSeenAt: Instant | null;
  lastSeenAt: Instant | null;
  /** Visits so far. */
  visits: number;
  /** Interruptions granted in the present visit. */
  visitInterruptions: number;
  lastInterruptedAt: Instant | null;
}

/** Heard from the person at `at`, when the server received it. */
export function seen<P extends Presence>(presence: P, at: Instant): P {
  const { firstSeenAt, lastSeenAt } = presence;
  const isNewVisit = lastSeenAt === null || msBetween(lastSeenAt, at) > VISIT_GAP_MS;
  return {
    ...presence,
    firstSeenAt: firstSeenAt ?? at,
    lastSeenAt: lastSeenAt !== null && lastSeenAt > at ? lastSeenAt : at,
    ...(isNewVisit && { visits: presence.visits + 1, visitInterruptions: 0 }),
  };
}

/** An interruption of the person was granted. */
export function interrupted<P extends Presence>(presence: P, at: Instant): P {
  return { ...presence, visitInterruptions: presence.visitInterruptions + 1, lastInterruptedAt: at };
}

type Told = 'lastInterruptedAt' | 'interruptionsThisSession' | 'firstSession';

/** The history of a person who is here, with what their presence does not tell. */
export function historyOf(
  { lastInterruptedAt, visitInterruptions, visits }: Presence,
  rest: Omit<InterruptionHistory, Told>,
): InterruptionHistory {
  return {
    ...rest,
    lastInterruptedAt: lastInterruptedAt ?? undefined,
    interruptionsThisSession: visitInterruptions,
    firstSession: visits <= 1,
  };
}
