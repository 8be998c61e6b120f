import { addDays, dayOf } from '../time/instant.ts';
import type { ContentPhase, Subject, Traits, TraitValue } from './condition.ts';
import type { EventCount, Facts, SurveyAnswer } from './facts.ts';
import type { Outcome } from './outcome.ts';
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
  /** The latest answer to a question, or with `null` to any, in the last `withinDays` UTC days; undefined: there is none. */
  answerTo(surveyId: string, question: string | null, withinDays: number | null): SurveyAnswer | undefined;
  /** What was found of saved segments, by their ids. */
  readonly inSegment: Map<string, Outcome>;
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
    inSegment: new Map(),
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
    answerTo(surveyId, question, withinDays) {
      const from = withinDays === null ? '' : addDays(dayOf(facts.now), 1 - withinDays);
      return facts.answers
        ?.filter((answer) => answer.surveyId === surveyId && answer.at >= from)
        .filter((answer) => question === null || answer.question === question)
        .reduce<SurveyAnswer | undefined>(laterAnswer, undefined);
    },
    happenedAt(contentId, phase) {
      return facts.content[contentId]?.[INSTANT_OF[phase]];
    },
  };
}

function laterAnswer(known: SurveyAnswer | undefined, answer: SurveyAnswer): SurveyAnswer {
  if (!known || answer.at !== known.at) return known && known.at > answer.at ? known : answer;
  return known.responseId > answer.responseId ? known : answer;
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
