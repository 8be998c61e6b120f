import type { ContentState, Facts } from '../targeting/facts.ts';
import type { FactView } from '../targeting/fact-view.ts';
import { viewOf } from '../targeting/fact-view.ts';
import { holdsIn } from '../targeting/evaluate.ts';
import { pageMatcher } from '../targeting/page-pattern.ts';
import { inSample } from '../targeting/sample.ts';
import { addMs, DAY_MS } from '../time/instant.ts';
import type { Candidate, HoldReason, InterruptionHistory, Situation } from './decision.ts';
import { answeredRecently, claimedElsewhere, dismissedRecently, shownRecently } from './recurrence.ts';

/** A situation prepared for many candidates. */
export interface Prepared extends Situation {
  view: FactView;
  isOnPage: (patterns: readonly string[]) => boolean;
}

/** Does once what all gates of all candidates need. */
export function prepare(situation: Situation): Prepared {
  return { ...situation, view: viewOf(situation.facts), isOnPage: pageMatcher(situation.page.url) };
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

/** Every gate but the slot, in the order in which they are asked: that of `HOLD_REASONS`. */
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
    ({ kind, id, recurrence }, { facts }) =>
      kind === 'survey' && inHistory(id, facts, (state) => answeredRecently(recurrence, state, facts.now)),
  ),
  interruption('recently_shown', ({ id, recurrence }, { facts }) =>
    inHistory(id, facts, (state) => shownRecently(recurrence, state, facts.now)),
  ),
  interruption('recently_dismissed', ({ id, recurrence }, { facts }) =>
    inHistory(id, facts, (state) => dismissedRecently(recurrence, state, facts.now)),
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
    ({ id, recurrence: { maxAttempts } }, { facts }) =>
      maxAttempts !== null && (stateOf(id, facts)?.attempts ?? 0) >= maxAttempts,
  ),
  interruption('claimed_elsewhere', ({ id }, { facts }) =>
    inHistory(id, facts, (state) => claimedElsewhere(state, facts.now)),
  ),

  interruption('first_session', (_, { budget, history }) => budget.skipFirstSession && history.firstSession),
  interruption('open_case', (_, { history }) => history.openCase),
  interruption(
    'session_budget',
    (_, { budget, history }) => history.interruptionsThisSession >= budget.perSession,
  ),
  interruption(
    'person_budget',
    (_, { facts, budget, history: { lastInterruptedAt } }) =>
      lastInterruptedAt !== undefined && facts.now < addMs(lastInterruptedAt, budget.minDaysBetween * DAY_MS),
  ),
  interruption(
    'account_budget',
    (_, { facts, budget, history }) =>
      facts.account !== undefined &&
      history.accountAskedToday >= askableToday(budget.accountDailyPercent, history),
  ),

  content(
    'not_sampled',
    ({ id, samplePercent }, { facts }) => !inSample(samplePercent, id, facts.contact.id),
  ),
];

/** People of one account who may be interrupted in a day: their share rounded down, but always one. */
function askableToday(percent: number, { accountPeople }: InterruptionHistory): number {
  return Math.max(1, Math.floor((accountPeople * percent) / 100));
}

/** A checklist that the person, or their account, has finished. */
export function isFinished({ kind, id }: Candidate, facts: Facts): boolean {
  return kind === 'checklist' && stateOf(id, facts)?.completedAt !== undefined;
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
