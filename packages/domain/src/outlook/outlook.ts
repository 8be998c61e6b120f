import type { Asking } from '../decide/asking.ts';
import type { FatigueBudget, Interruption } from '../decide/budget.ts';
import { interruptions } from '../decide/decide.ts';
import type { Candidate, DecisionInput, HoldReason, Situation } from '../decide/decision.ts';
import { opensAs } from '../decide/opens-as.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Presence } from '../decide/presence.ts';
import { historyOf, interrupted, seen } from '../decide/presence.ts';
import { openTransaction } from '../decide/transaction.ts';
import { claimed, shown, UNTOUCHED } from '../targeting/content-state.ts';
import type { Facts } from '../targeting/facts.ts';
import type { Day, Instant, Period } from '../time/instant.ts';
import { addMs, DAY_MS, dayOf } from '../time/instant.ts';
import { expectedVisits } from './habit.ts';

/** One person as they are when the outlook begins. */
export interface OutlookPerson {
  facts: Facts;
  presence: Presence;
  asking: Asking;
  timeZone: string | undefined;
  recent: readonly Interruption[];
  openCase: boolean;
  /** What happened to them that transactional surveys ask about. */
  transactions?: Situation['transactions'];
  /** Whose daily share of interruptions they use; undefined: nobody's. */
  shares: string | undefined;
}

/** An account whose people are asked by turns. */
export interface OutlookAccount {
  people: number;
  /** Ids of people who were interrupted on the UTC day on which the outlook begins. */
  askedToday: readonly string[];
}

/** Everything that an outlook depends on. */
export interface OutlookInput {
  people: readonly OutlookPerson[];
  accounts: ReadonlyMap<string, OutlookAccount>;
  candidates: readonly Candidate[];
  /** A version that takes the place of the candidate with its id from its start on; without a start, from the beginning. */
  follows?: Candidate | undefined;
  budget: FatigueBudget;
  /** Whom the workspace keeps without anything; undefined or null: nobody. */
  holdout?: Experiment | null | undefined;
  /** How many have answered surveys with a quota when the outlook begins. */
  answered?: Situation['answered'];
  period: Period;
}

/** What becomes of one content on one UTC day, in people who come. */
export interface OutlookCell {
  asked: number;
  /** By the reason why it does not open. */
  held: Partial<Record<HoldReason, number>>;
}

/** The days ahead. */
export interface Outlook {
  /** UTC days that the period touches, in order. */
  days: readonly Day[];
  /** Visits that are expected, by day. */
  visits: readonly number[];
  /** Of what may open by itself, in the order of the candidates; one cell a day. */
  contents: readonly { contentId: string; days: readonly OutlookCell[] }[];
}

/** One visit as the outlook takes it, with what it brought. */
export interface OutlookVisit {
  at: Instant;
  contactId: string;
  /** Contents that opened, in order. */
  asked: readonly string[];
  /** Why the others did not, judged when the person came. */
  held: ReadonlyMap<string, HoldReason>;
}

/**
 * Plays the days ahead with the gates of the decision: everybody comes as they are used to (see `expectedVisits`), goes to every
 * page that a content is for and does what its trigger waits for; what opens is seen, and nobody answers or closes
 * anything. So it is the busiest that these days can be for these people.
 *
 * Yields each visit in its order, so that who plays a long one can let others have a turn.
 */
export function* playOutlook(input: OutlookInput): Generator<OutlookVisit, Outlook> {
  const { people, candidates, follows, period } = input;
  const first = everywhere(candidates);
  const later = follows && everywhere([...candidates.filter(({ id }) => id !== follows.id), follows]);
  const days = daysIn(period);
  const visits = days.map(() => 0);
  const ids = new Set([...first, ...(later ?? [])].map(({ id }) => id));
  const contents = [...ids].map((contentId) => ({
    contentId,
    days: days.map((): OutlookCell => ({ asked: 0, held: {} })),
  }));
  const actors = people.map((person) => ({ ...person, next: expectedVisits(person.presence, period) }));
  const inOrder = actors
    .flatMap((actor) => actor.next.map((at) => ({ at, actor })))
    .toSorted((one, other) =>
      one.at === other.at ? byId(one.actor, other.actor) : one.at < other.at ? -1 : 1,
    );
  const turns = askedByDay(input);

  for (const { at, actor } of inOrder) {
    const index = days.indexOf(dayOf(at));
    const live = later && at >= (follows?.startsAt ?? '') ? later : first;
    const { asked, held } = visit(actor, at, live, input, turns);
    visits[index] = (visits[index] ?? 0) + 1;
    for (const content of contents) {
      const cell = content.days[index];
      const reason = held.get(content.contentId);
      if (cell && asked.includes(content.contentId)) cell.asked += 1;
      else if (cell && reason !== undefined) cell.held[reason] = (cell.held[reason] ?? 0) + 1;
    }
    yield { at, contactId: actor.facts.contact.id, asked, held };
  }
  return { days, visits, contents };
}

/** What may open by itself, on every page and device. */
function everywhere(candidates: readonly Candidate[]): Candidate[] {
  return candidates
    .filter((candidate) => opensAs(candidate) !== undefined)
    .map((candidate) => ({ ...candidate, pages: [], devices: [] }));
}

/** Who of an account was interrupted on a day. */
type AskedOn = (accountId: string, day: Day) => Set<string>;

function askedByDay({ accounts, period }: OutlookInput): AskedOn {
  const known = new Map<string, Set<string>>();
  const today = dayOf(period.from);
  return (accountId, day) => {
    const key = `${accountId} ${day}`;
    const asked = known.get(key) ?? new Set(day === today ? accounts.get(accountId)?.askedToday : []);
    known.set(key, asked);
    return asked;
  };
}

/** One visit: what opens does so one after the other, each content once, until the budget holds the next. */
function visit(
  actor: OutlookPerson,
  at: Instant,
  candidates: readonly Candidate[],
  input: OutlookInput,
  askedOn: AskedOn,
): Pick<OutlookVisit, 'asked' | 'held'> {
  const { shares } = actor;
  const { id } = actor.facts.contact;
  const turns = shares === undefined ? undefined : askedOn(shares, dayOf(at));
  actor.presence = seen(actor.presence, at);
  const asked: string[] = [];
  const held = new Map<string, HoldReason>();
  for (;;) {
    const verdicts = interruptions(inputAt(actor, at, candidates, input, turns?.size ?? 0));
    if (asked.length === 0)
      for (const [contentId, reason] of verdicts) if (reason !== undefined) held.set(contentId, reason);
    const next = candidates.find(
      ({ id: contentId }) => verdicts.has(contentId) && verdicts.get(contentId) === undefined,
    );
    if (!next || asked.includes(next.id)) break;
    grant(actor, next, at);
    turns?.add(id);
    asked.push(next.id);
  }
  for (const contentId of asked) held.delete(contentId);
  return { asked, held };
}

function grant(actor: OutlookPerson, { id, kind, tags = [], transaction }: Candidate, at: Instant): void {
  const { facts } = actor;
  const known = actor.transactions?.get(id) ?? [];
  const asked = transaction && openTransaction(transaction, known, facts.content[id], at);
  if (asked)
    actor.transactions = new Map(actor.transactions).set(
      id,
      known.map((one) => (one === asked ? { ...one, askedAt: at } : one)),
    );
  const state = shown(claimed(facts.content[id] ?? UNTOUCHED, at), at);
  actor.facts = { ...facts, content: { ...facts.content, [id]: state } };
  actor.presence = interrupted(actor.presence, at);
  actor.recent = [...actor.recent, { kind, tags, at }];
}

function inputAt(
  { facts, presence, asking, timeZone, recent, openCase, shares, transactions }: OutlookPerson,
  at: Instant,
  candidates: readonly Candidate[],
  { accounts, budget, holdout, answered }: OutlookInput,
  accountAskedToday: number,
): DecisionInput {
  const accountPeople = shares === undefined ? 0 : (accounts.get(shares)?.people ?? 0);
  return {
    facts: { ...facts, now: at },
    page: { url: '', device: 'desktop' },
    timeZone,
    budget,
    holdout,
    history: historyOf(presence, { asking, recent, openCase, accountPeople, accountAskedToday }),
    waves: candidates.filter(({ isWave }) => isWave),
    transactions,
    answered,
    candidates,
  };
}

function daysIn({ from, to }: Period): Day[] {
  const last = dayOf(addMs(to, -1));
  const days: Day[] = [];
  for (let at = from; dayOf(at) <= last; at = addMs(at, DAY_MS)) days.push(dayOf(at));
  return days;
}

function byId(one: OutlookPerson, other: OutlookPerson): number {
  return one.facts.contact.id < other.facts.contact.id ? -1 : 1;
}
