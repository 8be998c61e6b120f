import { tagKey } from '../content/tags.ts';
import { isControl, WHOLE_WORKSPACE } from '../experiment/experiment.ts';
import type { ContentState, Facts } from '../targeting/facts.ts';
import type { FactView } from '../targeting/fact-view.ts';
import { viewOf } from '../targeting/fact-view.ts';
import { holdsIn } from '../targeting/evaluate.ts';
import { pageMatcher } from '../targeting/page-pattern.ts';
import { inSample } from '../targeting/sample.ts';
import type { Instant } from '../time/instant.ts';
import { addMs, DAY_MS } from '../time/instant.ts';
import type { LocalMoment } from '../time/local.ts';
import { localMoment } from '../time/local.ts';
import { LESS_DAYS } from './asking.ts';
import type { Interruption, Limit, QuietHours, TagLimit } from './budget.ts';
import { askableInADay, tagLimitsFor } from './budget.ts';
import type { Candidate, HoldReason, Situation } from './decision.ts';
import { opensAs } from './opens-as.ts';
import { quotaUse } from './quota.ts';
import { answeredRecently, claimedElsewhere, dismissedRecently, dueAt, shownRecently } from './recurrence.ts';
import { openTransaction } from './transaction.ts';
import { answeredInWave, waveDueAt, waveHold } from './waves.ts';

/** A situation prepared for many candidates. */
export interface Prepared extends Situation {
  view: FactView;
  isOnPage: (patterns: readonly string[]) => boolean;
  /** What the person sees on the clock. */
  local: () => LocalMoment;
}

/** Does once what all gates of all candidates need. */
export function prepare(situation: Situation): Prepared {
  const { facts, page, timeZone = 'UTC' } = situation;
  let local: LocalMoment | undefined;
  return {
    ...situation,
    view: viewOf(facts),
    isOnPage: pageMatcher(page.url),
    local: () => (local ??= momentIn(timeZone, facts.now)),
  };
}

/** One process may know a zone that another does not: nobody's commit fails for it. */
function momentIn(timeZone: string, now: Instant): LocalMoment {
  try {
    return localMoment(timeZone, now);
  } catch {
    return localMoment('UTC', now);
  }
}

/** One rule of a decision. */
export interface Gate {
  reason: HoldReason;
  /**
   * `content`: closed, the content is not given at all: the team set it so, or the person asked for it.
   * `interruption`: closed, it may not open by itself but may wait in the panel.
   */
  guards: 'content' | 'interruption';
  isClosed: (candidate: Candidate, situation: Prepared) => boolean;
}

/** Every gate before the slot, in the order in which they are asked: that of `HOLD_REASONS`. */
export const GATES: readonly Gate[] = [
  content('not_published', ({ status }) => status !== 'published' && status !== 'scheduled'),
  content('not_started', ({ status, startsAt }, { facts }) =>
    startsAt === undefined ? status === 'scheduled' : facts.now < startsAt,
  ),
  content('ended', ({ endsAt }, { facts }) => endsAt !== undefined && facts.now >= endsAt),
  content('identity_required', ({ verifiedOnly }, { facts }) => verifiedOnly && !facts.contact.verified),
  content('audience', ({ audience }, { view }) => !holdsIn(audience, view)),
  content('page', ({ pages }, { isOnPage }) => !isOnPage(pages)),
  content('device', ({ devices }, { page }) => devices.length > 0 && !devices.includes(page.device)),

  interruption('completed', (candidate, { facts }) => isFinished(candidate, facts)),
  content(
    'already_answered',
    (candidate, { facts }) =>
      candidate.kind === 'survey' &&
      inHistory(candidate.id, facts, (state) =>
        candidate.waves === undefined
          ? answeredRecently(candidate.recurrence, state, facts.now)
          : answeredInWave(candidate, state, facts.now),
      ),
  ),
  interruption(
    'recently_shown',
    ({ id, recurrence, waves }, { facts }) =>
      waves === undefined && inHistory(id, facts, (state) => shownRecently(recurrence, state, facts.now)),
  ),
  interruption(
    'recently_dismissed',
    ({ id, recurrence, waves }, { facts }) =>
      waves === undefined && inHistory(id, facts, (state) => dismissedRecently(recurrence, state, facts.now)),
  ),
  content(
    'snoozed',
    (candidate, { facts }) =>
      !isFinished(candidate, facts) &&
      inHistory(
        candidate.id,
        facts,
        ({ snoozedUntil }) => snoozedUntil !== undefined && facts.now < snoozedUntil,
      ),
  ),
  content('opted_out', ({ id }, { facts }) => inHistory(id, facts, ({ optedOut }) => optedOut)),
  interruption(
    'max_attempts',
    ({ id, recurrence: { maxAttempts }, waves }, { facts }) =>
      waves === undefined && maxAttempts !== null && (stateOf(id, facts)?.attempts ?? 0) >= maxAttempts,
  ),
  interruption('claimed_elsewhere', ({ id }, { facts }) =>
    inHistory(id, facts, (state) => claimedElsewhere(state, facts.now)),
  ),
  content('not_in_wave', (candidate, situation) => heldInWaves(candidate, situation) === 'not_in_wave'),
  content('wave_ahead', (candidate, situation) => heldInWaves(candidate, situation) === 'wave_ahead'),
  interruption('wave_asked', (candidate, situation) => heldInWaves(candidate, situation) === 'wave_asked'),
  content('no_transaction', ({ id, transaction }, { facts, transactions, supposedEvents }) => {
    if (transaction === undefined) return false;
    const isSupposed = supposedEvents?.[transaction.event];
    if (isSupposed !== undefined) return !isSupposed;
    const known = transactions?.get(id) ?? [];
    return openTransaction(transaction, known, stateOf(id, facts), facts.now) === undefined;
  }),
  content('quota_reached', (candidate, { facts, answered }) => {
    const use = quotaUse(candidate, answered?.get(candidate.id), facts.now);
    return use !== undefined && use.count >= use.limit;
  }),

  interruption('asked_never', (_, { history }) => history.asking === 'never'),
  interruption('first_session', (_, { budget, history }) => budget.skipFirstSession && history.firstSession),
  interruption('open_case', (_, { budget, history }) => budget.skipOpenCase && history.openCase),
  interruption(
    'quiet_day',
    (_, { budget, local }) => budget.quietDays.length > 0 && budget.quietDays.includes(local().weekday),
  ),
  interruption(
    'quiet_hours',
    (_, { budget: { quietHours }, local }) => quietHours !== null && isWithin(quietHours, local().time),
  ),
  interruption(
    'session_budget',
    (_, { budget: { perSession }, history }) =>
      perSession !== null && history.interruptionsThisSession >= perSession,
  ),
  interruption(
    'person_budget',
    (_, situation) =>
      situation.budget.minDaysBetween !== null &&
      interruptedWithin(situation.budget.minDaysBetween, situation),
  ),
  interruption('person_limit', (_, situation) => isUsedUp(situation.budget.perPerson, situation)),
  interruption(
    'kind_budget',
    ({ kind }, situation) =>
      kind !== 'resource' &&
      isUsedUp(situation.budget.perKind[kind], situation, (each) => each.kind === kind),
  ),
  interruption('tag_budget', (candidate, situation) => usedUpTag(candidate, situation) !== undefined),
  interruption(
    'asked_less',
    (_, situation) => situation.history.asking === 'less' && interruptedWithin(LESS_DAYS, situation),
  ),
  interruption('reserved', isReserved),
  interruption(
    'account_budget',
    (_, { facts, budget: { accountDailyPercent }, history }) =>
      accountDailyPercent !== null &&
      facts.account !== undefined &&
      history.accountAskedToday >= askableInADay(accountDailyPercent, history.accountPeople),
  ),

  content(
    'not_sampled',
    ({ id, samplePercent }, { facts }) => !inSample(samplePercent, id, facts.contact.id),
  ),
];

/**
 * Asked last, after the slot: only who would get the content now can be kept without it, so that both arms of an
 * experiment begin at the same point.
 */
export const EXPERIMENT_GATES: readonly Gate[] = [
  content(
    'holdout',
    ({ id, everyone }, { facts, holdout }) =>
      everyone !== true && isControl(holdout, WHOLE_WORKSPACE, facts, stateOf(id, facts)),
  ),
  content('control', ({ id, experiment }, { facts }) => isControl(experiment, id, facts, stateOf(id, facts))),
];

function heldInWaves(candidate: Candidate, { facts }: Prepared): HoldReason | undefined {
  return waveHold(candidate, facts.contact.id, stateOf(candidate.id, facts), facts.now)?.reason;
}

function interruptedWithin(days: number, { facts, history: { lastInterruptedAt } }: Prepared): boolean {
  return lastInterruptedAt !== undefined && facts.now < addMs(lastInterruptedAt, days * DAY_MS);
}

/** The first limit by a tag of this content that one more would break, with what it counts; undefined: there is none. */
export function usedUpTag(
  { tags }: Candidate,
  situation: Situation,
): { limit: TagLimit; counted: readonly Interruption[] } | undefined {
  for (const limit of tagLimitsFor(situation.budget, tags)) {
    const key = tagKey(limit.tag);
    const counted = countedBy(limit, situation, (one) => one.tags.includes(key));
    if (counted.length >= limit.count) return { limit, counted };
  }
  return undefined;
}

/** Whether one more would break a limit. */
function isUsedUp(
  limit: Limit | null,
  situation: Situation,
  counts: (one: Interruption) => boolean = () => true,
): boolean {
  return limit !== null && countedBy(limit, situation, counts).length >= limit.count;
}

function countedBy(
  { days }: Limit,
  { facts, history }: Situation,
  counts: (one: Interruption) => boolean,
): Interruption[] {
  const since = addMs(facts.now, -days * DAY_MS);
  return history.recent.filter((one) => one.at > since && counts(one));
}

function isWithin({ from, to }: QuietHours, time: string): boolean {
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

/** The person's next wave begins within the days that are kept free for it. What is due already is left to priority. */
function isReserved(candidate: Candidate, { budget, facts, view, waves = [] }: Prepared): boolean {
  const { npsReserveDays } = budget;
  if (npsReserveDays === null || candidate.kind !== 'survey' || candidate.isWave === true) return false;
  const until = addMs(facts.now, npsReserveDays * DAY_MS);
  return waves.some((wave) => {
    const state = stateOf(wave.id, facts);
    const due = wave.waves ? waveDueAt(wave, facts.contact.id, state, facts.now) : dueAt(wave, state);
    return (
      due !== undefined &&
      facts.now < due &&
      due <= until &&
      (wave.endsAt === undefined || due < wave.endsAt) &&
      (wave.status === 'published' || wave.status === 'scheduled') &&
      opensAs(wave) !== undefined &&
      (!wave.verifiedOnly || facts.contact.verified) &&
      inSample(wave.samplePercent, wave.id, facts.contact.id) &&
      holdsIn(wave.audience, view)
    );
  });
}

/** A checklist that the person, or their account, has finished; an announcement that they have opened. */
export function isFinished({ kind, id }: Candidate, facts: Facts): boolean {
  const state = stateOf(id, facts);
  if (kind === 'announcement') return state?.openedAt !== undefined;
  return kind === 'checklist' && state?.completedAt !== undefined;
}

/** What the person has done with a content; undefined: nothing. */
export function stateOf(id: string, facts: Facts): ContentState | undefined {
  return facts.content[id];
}

function inHistory(id: string, facts: Facts, holds: (state: ContentState) => boolean): boolean {
  const state = stateOf(id, facts);
  return state !== undefined && holds(state);
}

function content(reason: HoldReason, isClosed: Gate['isClosed']): Gate {
  return { reason, guards: 'content', isClosed };
}

function interruption(reason: HoldReason, isClosed: Gate['isClosed']): Gate {
  return { reason, guards: 'interruption', isClosed };
}
