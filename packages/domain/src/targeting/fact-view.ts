import { addDays, dayOf } from '../time/instant.ts';
import type { ContentPhase, Subject, Traits, TraitValue } from './condition.ts';
import type { EventCount, Facts } from './facts.ts';
import { matchesLocale } from './locale.ts';

/** Facts arranged for many questions over the same person: what was found once is remembered. */
export interface FactView {
  facts: Facts;
  /** The trait, or undefined when it is not known (or there is no account). */
  trait(subject: Subject, key: string): TraitValue | undefined;
  /** Times an event happened in the last `withinDays` UTC days, today included; `null`: ever. */
  eventCount(subject: Subject, name: string, withinDays: number | null): number;
  /** Whether the person reads one of these languages; undefined: theirs is not known. */
  reads(ranges: readonly string[]): boolean | undefined;
  /** When this last happened with a content; undefined: never. */
  happenedAt(contentId: string, phase: ContentPhase): string | undefined;
}

/** Arranges facts for evaluation. Reads them lazily; they must not change while the view is used. */
export function viewOf(facts: Facts): FactView {
  const { locale } = facts.contact;
  const traits = { contact: mapOf(facts.contact.traits), account: mapOf(facts.account?.traits ?? {}) };
  const inRange = remembering((range: string) => locale !== undefined && matchesLocale([range], locale));
  let counters: Record<Subject, CounterOf> | undefined;

  return {
    facts,
    trait(subject, key) {
      return traits[subject].get(key);
    },
    eventCount(subject, name, withinDays) {
      counters ??= { contact: counterOf('contact', facts), account: counterOf('account', facts) };
      return counters[subject](name)(withinDays);
    },
    reads(ranges) {
      return locale === undefined ? undefined : ranges.some(inRange);
    },
    happenedAt(contentId, phase) {
      return facts.content[contentId]?.[INSTANT_OF[phase]];
    },
  };
}

const INSTANT_OF = {
  shown: 'lastShownAt',
  opened: 'openedAt',
  dismissed: 'lastDismissedAt',
  answered: 'lastAnsweredAt',
  completed: 'completedAt',
} as const satisfies Record<ContentPhase, string>;

/** Own keys only: what every object has is no trait. */
function mapOf(traits: Traits): ReadonlyMap<string, TraitValue> {
  return new Map(Object.entries(traits));
}

/** Gives, for the name of an event, how often it happened within a number of days. */
type CounterOf = (name: string) => (withinDays: number | null) => number;

function counterOf(subject: Subject, { events, now }: Facts): CounterOf {
  const today = dayOf(now);
  const byName = Map.groupBy(
    events.filter((event) => event.subject === subject && event.day <= today),
    ({ name }) => name,
  );
  return remembering((name) => {
    const same: readonly EventCount[] = byName.get(name) ?? [];
    return remembering((withinDays) => {
      const from = withinDays === null ? '' : addDays(today, 1 - withinDays);
      return same.reduce((sum, { day, count }) => (day >= from ? sum + count : sum), 0);
    });
  });
}

function remembering<K, V>(find: (key: K) => V): (key: K) => V {
  const found = new Map<K, V>();
  return (key) => {
    let value = found.get(key);
    if (value === undefined) {
      value = find(key);
      found.set(key, value);
    }
    return value;
  };
}
