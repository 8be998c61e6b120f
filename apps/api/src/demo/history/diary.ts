import type { event } from '@banso/contract';
import type { Instant } from '@banso/domain/time';
import { addMs, SECOND_MS } from '@banso/domain/time';
import type { Calendar } from '../calendar.ts';
import type { AccountPlan } from '../customers/account-plan.ts';
import type { Person } from '../customers/people.ts';
import type { Chance } from '../random.ts';

type WithoutIdAndTime<E> = E extends unknown ? Omit<E, 'id' | 'at'> : never;

/** What a person did, without its id and time, which the replay gives. */
export type Deed = WithoutIdAndTime<event.Event>;

/** One visit. */
export interface Visit {
  person: Person;
  day: number;
  at: Instant;
  /** In their order, some seconds apart, sent together. */
  deeds: Deed[];
}

/** Seconds between two deeds. */
export const BETWEEN_DEEDS_MS = 17 * SECOND_MS;

/** First hour of the working day in UTC. */
const OPENS: Readonly<Record<AccountPlan['country'], number>> = {
  JP: 0,
  KR: 0.2,
  AU: 0.4,
  NO: 8,
  GB: 9,
  IE: 9,
  US: 14,
  CA: 14.2,
};
const WORKING_HOURS = 8.5;

/** Who came when: at most one visit a person and day. */
export class Diary {
  readonly #calendar: Calendar;
  readonly #chance: Chance;
  readonly #visits = new Map<string, Visit>();

  constructor(calendar: Calendar, chance: Chance) {
    this.#calendar = calendar;
    this.#chance = chance;
  }

  /** The person's visit of that day; there is one from now on. @param hour - Of the UTC day; default: some working hour. */
  visit(person: Person, day: number, hour?: number): Visit {
    const key = `${person.externalId} ${day}`;
    const known = this.#visits.get(key);
    if (known && hour === undefined) return known;
    const opens = OPENS[person.account.country];
    const chosen = hour ?? opens + this.#chance.fork(key).next() * WORKING_HOURS;
    const at = this.#calendar.at(day, chosen);
    const visit = known ? Object.assign(known, { at }) : { person, day, at, deeds: [] };
    this.#visits.set(key, visit);
    return visit;
  }

  has(person: Person, day: number): boolean {
    return this.#visits.has(`${person.externalId} ${day}`);
  }

  /** Every visit that is over, the oldest first. */
  inOrder(): Visit[] {
    const end = this.#calendar.now;
    return [...this.#visits.values()].filter((visit) => lastMoment(visit) < end).toSorted(earlierFirst);
  }
}

/** When the last thing of a visit was done. */
export function lastMoment({ at, deeds }: Visit): Instant {
  return addMs(at, deeds.length * BETWEEN_DEEDS_MS);
}

function earlierFirst(one: Visit, other: Visit): number {
  return inOrder(one.at, other.at) || inOrder(one.person.externalId, other.person.externalId);
}

/** Compares texts by their code, which is also the order of time for instants. */
export function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
