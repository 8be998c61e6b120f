import type { Instant } from '../time/instant.ts';
import { DAY_MS, MINUTE_MS, msBetween } from '../time/instant.ts';
import type { CaseCause, CasePriority } from './cause.ts';
import { isGraver } from './cause.ts';
import type { OfficeHours } from './office-hours.ts';
import { addOfficeMs, businessDayMs, officeMsBetween } from './office-hours.ts';
import type { CaseSettings } from './settings.ts';

/** What became of a case. `withdrawn`: the person changed the answer before anybody had touched it; nobody chooses that. */
export const CASE_OUTCOMES = ['resolved', 'no_answer', 'not_needed', 'duplicate', 'withdrawn'] as const;
/** One of {@link CASE_OUTCOMES}. */
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** As far as its clock and its standing go. Who it is about and who works on it is kept beside it. */
export interface CaseState {
  status: 'open' | 'closed';
  cause: CaseCause;
  priority: CasePriority;
  /** The answer that it is about; null: a message, or nothing in particular. */
  responseId: string | null;
  /** NPS, or the mark for satisfaction, that gave cause; null: none. */
  score: number | null;
  /** It waits until then; a time that is past: it is back. Null: it does not wait. */
  snoozedUntil: Instant | null;
  outcome: CaseOutcome | null;
  openedAt: Instant;
  /** When the team has to answer; null: it has. Of a closed case: what it was. */
  dueAt: Instant | null;
  /** Whether the first touch came in time; null: there was none. */
  inTime: boolean | null;
  /** When somebody on the team first did something about it: answered, told that they had, or closed it. */
  firstTouchAt: Instant | null;
  /** When the customer was first spoken to. */
  contactedAt: Instant | null;
  closedAt: Instant | null;
  reopenedAt: Instant | null;
  /** How often it was opened again. */
  reopenings: number;
  /** When the customer last said something. */
  heardAt: Instant;
}

/** By what the clock of a case runs. */
export interface CaseClock {
  hours: OfficeHours;
  targets: CaseSettings['targets'];
}

/** When the team has to answer something that was heard at `at`. */
export function dueFor({ hours, targets }: CaseClock, cause: CaseCause, at: Instant): Instant {
  return addOfficeMs(hours, at, Math.round(targets[cause].days * businessDayMs(hours)));
}

/** What a customer said that gives cause. */
export interface Heard {
  cause: CaseCause;
  responseId: string | null;
  score: number | null;
}

/** A case that opens now. */
export function openedCase(clock: CaseClock, heard: Heard, priority: CasePriority, at: Instant): CaseState {
  return {
    status: 'open',
    ...heard,
    priority,
    snoozedUntil: null,
    outcome: null,
    openedAt: at,
    dueAt: dueFor(clock, heard.cause, at),
    inTime: null,
    firstTouchAt: null,
    contactedAt: null,
    closedAt: null,
    reopenedAt: null,
    reopenings: 0,
    heardAt: at,
  };
}

/** Causes that want an answer; better scores are only noted. */
const WANTS_ANSWER: ReadonlySet<CaseCause> = new Set(['detractor', 'low_csat', 'message']);

/**
 * An open case of a customer who said something again. What wants an answer ends the waiting, and is due by its own target unless
 * something else is due sooner; a graver cause takes the place of the old one.
 */
export function joined(clock: CaseClock, of: CaseState, heard: Heard, at: Instant): CaseState {
  if (!WANTS_ANSWER.has(heard.cause)) return { ...of, heardAt: at };
  const awake = woken(clock, of, at);
  const due = dueFor(clock, heard.cause, at);
  const named = isGraver(heard.cause, of.cause)
    ? { cause: heard.cause, responseId: heard.responseId ?? of.responseId, score: heard.score ?? of.score }
    : {};
  return {
    ...awake,
    ...named,
    heardAt: at,
    dueAt: awake.dueAt !== null && awake.dueAt < due ? awake.dueAt : due,
  };
}

/** Whether the answer that gave cause may take the case back with it: nobody has touched it, and nothing else has joined it. */
export function isWithdrawable(of: CaseState, responseId: string): boolean {
  return (
    of.status === 'open' &&
    of.responseId === responseId &&
    of.firstTouchAt === null &&
    of.heardAt === of.openedAt &&
    of.snoozedUntil === null &&
    (of.cause === 'detractor' || of.cause === 'low_csat')
  );
}

/** The person thought better of the answer. */
export function withdrawn(of: CaseState, at: Instant): CaseState {
  return { ...of, status: 'closed', outcome: 'withdrawn', closedAt: at };
}

/** Somebody on the team did something about it. @param contacted - The customer was spoken to. */
export function touched(of: CaseState, at: Instant, contacted: boolean): CaseState {
  return {
    ...of,
    firstTouchAt: of.firstTouchAt ?? at,
    inTime: of.inTime ?? (of.dueAt === null || at <= of.dueAt),
    contactedAt: of.contactedAt ?? (contacted ? at : null),
    dueAt: null,
  };
}

/**
 * Lets a case wait. Its clock stands still meanwhile: as much working time is left then as now. What is overdue stays so.
 *
 * @param until - Later than `at`.
 */
export function snoozed(clock: CaseClock, of: CaseState, until: Instant, at: Instant): CaseState {
  const awake = woken(clock, of, at);
  const isRunning = awake.dueAt !== null && awake.dueAt > at;
  return {
    ...awake,
    snoozedUntil: until,
    dueAt: isRunning ? addOfficeMs(clock.hours, until, leftAt(clock, awake, at)) : awake.dueAt,
  };
}

/** Ends the waiting, before its time or after it. */
export function woken(clock: CaseClock, of: CaseState, at: Instant): CaseState {
  const { snoozedUntil, dueAt } = of;
  if (snoozedUntil === null) return of;
  const isPaused = snoozedUntil > at && dueAt !== null && dueAt >= snoozedUntil;
  return {
    ...of,
    snoozedUntil: null,
    dueAt: isPaused ? addOfficeMs(clock.hours, at, leftAt(clock, of, snoozedUntil)) : dueAt,
  };
}

function leftAt({ hours }: CaseClock, { dueAt }: CaseState, at: Instant): number {
  return dueAt === null ? 0 : officeMsBetween(hours, at, dueAt);
}

/** Closes a case; of one that nobody had touched this is the first touch. */
export function closed(
  clock: CaseClock,
  of: CaseState,
  outcome: Exclude<CaseOutcome, 'withdrawn'>,
  at: Instant,
): CaseState {
  const { dueAt, ...awake } = woken(clock, of, at);
  return { ...touched({ ...awake, dueAt }, at, false), dueAt, status: 'closed', outcome, closedAt: at };
}

/** Who opens a case again this soon had closed it by mistake: it is as it was, and does not count as opened again. */
export const MISTAKE_MS = MINUTE_MS;

/** Opens a closed case again; its clock begins anew. */
export function reopened(clock: CaseClock, of: CaseState, at: Instant): CaseState {
  const open = { ...of, status: 'open', outcome: null, closedAt: null } as const;
  if (of.closedAt !== null && msBetween(of.closedAt, at) <= MISTAKE_MS) {
    const wasUntouched = of.firstTouchAt === of.closedAt;
    return wasUntouched ? { ...open, firstTouchAt: null, inTime: null } : open;
  }
  return {
    ...open,
    dueAt: dueFor(clock, of.cause, at),
    reopenedAt: at,
    reopenings: of.reopenings + 1,
  };
}

/** A customer who writes this soon after a case was closed goes on about the same thing. */
const SAME_THING_MS = 7 * DAY_MS;

/** Whether what a customer writes now belongs to a case that was closed. */
export function goesOn({ status, outcome, closedAt }: CaseState, at: Instant): boolean {
  return (
    status === 'closed' &&
    outcome !== 'withdrawn' &&
    closedAt !== null &&
    msBetween(closedAt, at) <= SAME_THING_MS
  );
}

/** A closed case whose customer goes on about it; it is heard of now. */
export function resumed(clock: CaseClock, of: CaseState, at: Instant): CaseState {
  return {
    ...of,
    status: 'open',
    outcome: null,
    closedAt: null,
    heardAt: at,
    dueAt: dueFor(clock, 'message', at),
    reopenedAt: at,
    reopenings: of.reopenings + 1,
  };
}

/** Whether a case waits at this moment. */
export function isWaiting({ status, snoozedUntil }: CaseState, at: Instant): boolean {
  return status === 'open' && snoozedUntil !== null && snoozedUntil > at;
}

/** Whether the team is late with a case at this moment. */
export function isOverdue({ status, dueAt }: Pick<CaseState, 'status' | 'dueAt'>, at: Instant): boolean {
  return status === 'open' && dueAt !== null && dueAt < at;
}
