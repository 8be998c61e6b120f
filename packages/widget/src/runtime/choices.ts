import type { event } from '@banso/contract';
import type { Offer } from './read-offer.ts';

type Choice = Extract<event.Event, { type: 'preference_set' }>;

/** What the person has chosen and the server does not know yet: it holds in this page from the moment of the choice. */
export interface Choices {
  /** Whether it is a choice, which then waits to be known. */
  take(fact: event.Event): fact is Choice;
  /** Lays what waits over an offer of the server, which knows the facts that went with the question. */
  over(offer: Offer, known: readonly event.Event[]): Offer;
  /** Whether it waited. */
  drop(id: string): boolean;
  readonly size: number;
  clear(): void;
}

export function createChoices(): Choices {
  const waiting = new Map<string, Choice>();
  return {
    take(fact): fact is Choice {
      if (fact.type !== 'preference_set') return false;
      waiting.set(fact.id, fact);
      return true;
    },
    over(offer, known) {
      for (const { id } of known) waiting.delete(id);
      let chosen = offer.preferences ?? { asking: 'usual', locale: null };
      for (const { asking = chosen.asking, locale = chosen.locale } of waiting.values())
        chosen = { asking, locale };
      if (waiting.size === 0) return offer;
      const isFree = chosen.asking === 'usual';
      return {
        ...offer,
        preferences: chosen,
        // How much is less only the server can say: until it does, nothing opens.
        show: isFree
          ? offer.show
          : offer.show
              .filter(({ kind, surface }) => kind !== 'survey' || surface === 'panel')
              .map((item) => ({ ...item, surface: 'panel' as const })),
      };
    },
    drop: (id) => waiting.delete(id),
    get size() {
      return waiting.size;
    },
    clear: () => waiting.clear(),
  };
}
