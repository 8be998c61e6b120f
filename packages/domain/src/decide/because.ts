import type { DecisiveLeaf } from '../targeting/decisive-leaves.ts';
import { decisiveLeaves } from '../targeting/decisive-leaves.ts';
import { explain } from '../targeting/explain.ts';
import type { ContentState } from '../targeting/facts.ts';
import type { LeafCondition, TraitValue } from '../targeting/condition.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { unitOf, WHOLE_WORKSPACE } from '../experiment/experiment.ts';
import type { VariantKey } from '../experiment/variants.ts';
import { shareOf } from '../experiment/variants.ts';
import { sampleBucket } from '../targeting/sample.ts';
import type { Instant } from '../time/instant.ts';
import { addMs, DAY_MS } from '../time/instant.ts';
import { LESS_DAYS } from './asking.ts';
import type { Candidate, Decision, HoldReason, Situation } from './decision.ts';
import { mayClaim } from './decide.ts';
import { usedUpTag } from './gates.ts';
import { opensAs } from './opens-as.ts';
import type { DecisionOutcome, DecisionReason } from './outcome-of.ts';
import { quotaUse } from './quota.ts';
import { lastAnswer } from './recurrence.ts';
import { waveHold } from './waves.ts';

/** The facts that the deciding rule looked at, and no others. What is absent did not matter. */
export interface Because {
  /** Parts of the audience that decided, each with what was found; at most {@link MOST}. */
  leaves?: readonly DecisiveLeaf[] | undefined;
  /** When a clock began to run, or when it happened. */
  since?: Instant | undefined;
  /** When the clock runs out; null: never. */
  until?: Instant | null | undefined;
  /** How long it runs, in days; null: for ever. */
  days?: number | null | undefined;
  /** How much there was, and how much may be. */
  count?: number | undefined;
  limit?: number | undefined;
  /** Another content that stands in the way. */
  contentId?: string | undefined;
  /** The tag whose limit is used up. */
  tag?: string | undefined;
  /** The tracked event that there has to be. */
  event?: string | undefined;
  /** Where the person was: the address without what follows `?` or `#`, or the kind of device. */
  place?: string | undefined;
  /** Where it may be shown instead. */
  places?: readonly string[] | undefined;
  /** Share of people in the sample, 0–100, and the person's own place in it. */
  percent?: number | undefined;
  bucket?: number | undefined;
  /** What waits in the panel could open by itself: why it does not. */
  waits?: HoldReason | undefined;
  /** The variant of the content that the person gets, as its plan calls it; absent: it has none. */
  variant?: { key: VariantKey | null; name: string } | undefined;
  /** The numbers of the workspace's rules and of the person's history, for a rule that is not told in any other way. */
  numbers?: Readonly<Record<string, TraitValue>> | undefined;
}

/** What a reason is told from. */
interface Judged {
  situation: Situation;
  /** Undefined: the content is not live any more. */
  candidate: Candidate | undefined;
  /** Undefined for a claim, which looks at one content. */
  decision?: Decision | undefined;
}

/** Of every list so many are kept. */
const MOST = 5;
/** Of every text so much. */
const LONGEST = 80;

/** Why a decision came out as it did. */
export function becauseOf(
  { outcome, reason }: Pick<DecisionOutcome, 'outcome' | 'reason'>,
  judged: Judged,
): Because {
  const { candidate, situation } = judged;
  if (!candidate) return {};
  const state = situation.facts.content[candidate.id];
  const told = tellOf(reason)({ ...judged, candidate, state });
  const because = outcome === 'held' ? told : { ...told, ...variantIn(candidate, situation) };
  if (outcome !== 'panel' || opensAs(candidate) === undefined) return because;
  return { ...because, waits: mayClaim(candidate, situation) ?? 'lower_priority' };
}

interface Told extends Judged {
  candidate: Candidate;
  state: ContentState | undefined;
}
type Tell = (told: Told) => Because;

const nothing: Tell = () => ({});
const done: Tell = ({ state }) => since(state?.completedAt ?? state?.openedAt);

const TELL: Readonly<Partial<Record<DecisionReason, Tell>>> = {
  eligible: nothing,
  granted: nothing,
  not_interruptive: nothing,
  in_progress: ({ state }) => since(state?.openedAt),
  finished: done,
  not_published: nothing,
  not_started: ({ candidate }) => ({ until: candidate.startsAt ?? null }),
  ended: ({ candidate }) => since(candidate.endsAt),
  identity_required: nothing,
  audience: ({ candidate, situation }) => ({
    leaves: decisiveLeaves(explain(candidate.audience, situation.facts)).slice(0, MOST).map(short),
  }),
  page: ({ candidate, situation }) => ({
    place: cut(situation.page.url.split(/[?#]/, 1)[0] ?? ''),
    places: candidate.pages.slice(0, MOST).map(cut),
  }),
  device: ({ candidate, situation }) => ({ place: situation.page.device, places: candidate.devices }),
  completed: done,
  already_answered: (told) =>
    told.candidate.waves === undefined
      ? clock(told.state && lastAnswer(told.state), told.candidate.recurrence.afterAnsweredDays)
      : { ...since(told.state && lastAnswer(told.state)), ...inWaves(told) },
  recently_shown: ({ candidate, state }) => clock(state?.lastShownAt, candidate.recurrence.afterShownDays),
  recently_dismissed: ({ candidate, state }) =>
    clock(state?.lastDismissedAt, candidate.recurrence.afterDismissedDays),
  snoozed: ({ state }) => (state?.snoozedUntil === undefined ? {} : { until: state.snoozedUntil }),
  opted_out: ({ state }) => since(state?.lastDismissedAt),
  max_attempts: ({ candidate, state }) => amount(state?.attempts, candidate.recurrence.maxAttempts),
  claimed_elsewhere: ({ state }) => since(state?.lastClaimedAt),
  not_in_wave: (told) => ({ ...inWaves(told), percent: told.candidate.waves?.percent }),
  wave_ahead: (told) => inWaves(told),
  wave_asked: (told) => ({ ...since(told.state?.lastShownAt), ...inWaves(told) }),
  no_transaction: ({ candidate, situation }) => ({
    event: candidate.transaction?.event,
    days: candidate.transaction?.withinDays,
    ...since(
      situation.transactions
        ?.get(candidate.id)
        ?.map(({ at }) => at)
        .toSorted()
        .at(-1),
    ),
  }),
  quota_reached: ({ candidate, situation }) =>
    quotaUse(candidate, situation.answered?.get(candidate.id), situation.facts.now) ?? {},
  asked_never: nothing,
  first_session: nothing,
  open_case: nothing,
  session_budget: ({ situation }) =>
    amount(situation.history.interruptionsThisSession, numbersOf(situation)['perSession']),
  person_budget: ({ situation }) => ({
    ...clock(situation.history.lastInterruptedAt, daysIn(numbersOf(situation)['minDaysBetween'])),
    ...interrupter(situation),
  }),
  tag_budget: ({ candidate, situation }) => {
    const used = usedUpTag(candidate, situation);
    if (!used) return {};
    const { tag, count: limit, days } = used.limit;
    const last = used.counted.map(({ at }) => at).toSorted();
    return { tag, days, limit, count: last.length, ...since(last.at(-1)) };
  },
  asked_less: ({ situation }) => ({
    ...clock(situation.history.lastInterruptedAt, LESS_DAYS),
    ...interrupter(situation),
  }),
  not_sampled: ({ candidate, situation }) => ({
    percent: candidate.samplePercent,
    bucket: hundredths(sampleBucket(candidate.id, situation.facts.contact.id)),
  }),
  holdout: ({ situation }) => placeIn(situation.holdout, WHOLE_WORKSPACE, situation),
  control: ({ candidate, situation }) => placeIn(candidate.experiment, candidate.id, situation),
  lower_priority: ({ decision }) => {
    const first = decision?.show.find(({ surface }) => surface !== 'panel');
    return first ? { contentId: first.contentId } : {};
  },
};

/** A rule without words of its own is told by the numbers that rules over interruptions look at. */
const byNumbers: Tell = ({ situation }) => ({
  ...since(situation.history.lastInterruptedAt),
  numbers: numbersOf(situation),
});

const tellOf = (reason: DecisionReason): Tell => TELL[reason] ?? byNumbers;

/** Rules and history grow; their plain values are read by name, whatever else there is. */
function numbersOf({ budget, history }: Situation): Record<string, TraitValue> {
  const values: Readonly<Record<string, unknown>> = { ...budget, ...history };
  const plain = Object.entries(values).flatMap(([name, value]): [string, TraitValue][] => {
    if (typeof value === 'string') return [[name, cut(value)]];
    return typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [];
  });
  return Object.fromEntries(plain.slice(0, 4 * MOST));
}

/** Where the person or their account stands in an experiment, and which of them is assigned. */
function placeIn(experiment: Experiment | null | undefined, of: string, { facts }: Situation): Because {
  const unit = experiment && unitOf(experiment, of, facts);
  if (!unit) return {};
  return {
    percent: experiment.controlPercent,
    bucket: hundredths(unit.place),
    numbers: { unit: experiment.unit },
  };
}

/** Which variant the person gets. */
function variantIn({ id, experiment }: Candidate, { editions }: Situation): Because {
  const key = editions?.get(id)?.variant;
  const plan = experiment?.variants;
  if (key === undefined || !plan) return {};
  return { variant: { key, name: cut(shareOf(plan, key)?.name ?? '') } };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** The content that the person was last interrupted by. */
function interrupter({ facts, history }: Situation): Because {
  const by = Object.entries(facts.content).find(
    ([, { lastClaimedAt }]) => lastClaimedAt !== undefined && lastClaimedAt === history.lastInterruptedAt,
  );
  return by ? { contentId: by[0] } : {};
}

/** When the person's turn comes. */
function inWaves({ candidate, situation: { facts }, state }: Told): Because {
  const until = waveHold(candidate, facts.contact.id, state, facts.now)?.until;
  return until === undefined ? {} : { until };
}

const since = (at: Instant | undefined): Because => (at === undefined ? {} : { since: at });

function clock(at: Instant | undefined, days: number | null | undefined): Because {
  if (at === undefined || days === undefined) return since(at);
  return { since: at, days, until: days === null ? null : addMs(at, days * DAY_MS) };
}

const daysIn = (value: TraitValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

function amount(count: number | undefined, limit: TraitValue | null | undefined): Because {
  return { count: count ?? 0, ...(typeof limit === 'number' && { limit }) };
}

function short({ leaf, found, ...rest }: DecisiveLeaf): DecisiveLeaf {
  return { ...rest, leaf: shortLeaf(leaf), found: typeof found === 'string' ? cut(found) : found };
}

function shortLeaf(leaf: LeafCondition): LeafCondition {
  switch (leaf.type) {
    case 'trait':
      return leaf.value === undefined ? leaf : { ...leaf, value: shortValue(leaf.value) };
    case 'locale':
      return { ...leaf, in: leaf.in.slice(0, MOST) };
    case 'answer':
      return Array.isArray(leaf.value) ? { ...leaf, value: leaf.value.slice(0, 3) } : leaf;
    case 'event':
    case 'content':
    case 'list':
    case 'sample':
    case 'segment':
      return leaf;
    default:
      return leaf satisfies never;
  }
}

function shortValue(value: TraitValue | readonly TraitValue[]): TraitValue | readonly TraitValue[] {
  if (typeof value === 'string') return cut(value);
  return typeof value === 'object'
    ? value.slice(0, 3).map((one) => (typeof one === 'string' ? cut(one) : one))
    : value;
}

const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).toWellFormed()}…` : text;
