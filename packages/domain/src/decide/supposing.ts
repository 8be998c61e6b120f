import type { Subject, Traits, TraitValue } from '../targeting/condition.ts';
import type { Facts } from '../targeting/facts.ts';
import type { Instant } from '../time/instant.ts';
import { dayOf, MINUTE_MS, msBetween } from '../time/instant.ts';
import type { Asking } from './asking.ts';
import type { PageContext, Situation } from './decision.ts';

/** One fact that is supposed to be different from what it is. */
export type Supposition =
  /** Null: not known. */
  | { fact: 'trait'; subject: Subject; key: string; value: TraitValue | null }
  | { fact: 'locale'; value: string | null }
  | { fact: 'verified'; value: boolean }
  /** So often in all, the last time today. */
  | { fact: 'event'; subject: Subject; name: string; count: number }
  /** Null: never. */
  | { fact: 'lastInterruptedAt'; value: Instant | null }
  | { fact: 'asking'; value: Asking }
  | ({ fact: 'page' } & PageContext);

/** An interruption before this long ago was in an earlier session. */
const SESSION_GAP_MS = 30 * MINUTE_MS;

/** The same situation with some facts changed, in their order. */
export function supposing(situation: Situation, suppositions: readonly Supposition[]): Situation {
  return suppositions.reduce(withOne, situation);
}

function withOne(situation: Situation, supposed: Supposition): Situation {
  const { facts, history } = situation;
  switch (supposed.fact) {
    case 'trait':
      return { ...situation, facts: withTrait(facts, supposed) };
    case 'locale':
      return { ...situation, facts: withContact(facts, { locale: supposed.value ?? undefined }) };
    case 'verified':
      return { ...situation, facts: withContact(facts, { verified: supposed.value }) };
    case 'event': {
      const counted = { ...situation, facts: withCount(facts, supposed) };
      if (supposed.subject === 'account') return counted;
      const supposedEvents = { ...situation.supposedEvents, [supposed.name]: supposed.count > 0 };
      return { ...counted, supposedEvents };
    }
    case 'lastInterruptedAt': {
      const at = supposed.value ?? undefined;
      const isThisSession = at !== undefined && msBetween(at, facts.now) <= SESSION_GAP_MS;
      const interruptionsThisSession = isThisSession ? Math.max(1, history.interruptionsThisSession) : 0;
      return { ...situation, history: { ...history, lastInterruptedAt: at, interruptionsThisSession } };
    }
    case 'asking':
      return { ...situation, history: { ...history, asking: supposed.value } };
    case 'page':
      return { ...situation, page: { url: supposed.url, device: supposed.device } };
    default:
      return supposed satisfies never;
  }
}

function withContact(facts: Facts, change: Partial<Facts['contact']>): Facts {
  return { ...facts, contact: { ...facts.contact, ...change } };
}

function withTrait(facts: Facts, { subject, key, value }: Extract<Supposition, { fact: 'trait' }>): Facts {
  if (subject === 'contact')
    return withContact(facts, { traits: traitsWith(facts.contact.traits, key, value) });
  const account = facts.account ?? { id: '', traits: {} };
  return { ...facts, account: { ...account, traits: traitsWith(account.traits, key, value) } };
}

function traitsWith(traits: Traits, key: string, value: TraitValue | null): Traits {
  const others = Object.entries(traits).filter(([name]) => name !== key);
  return Object.fromEntries(value === null ? others : [...others, [key, value]]);
}

function withCount(facts: Facts, { subject, name, count }: Extract<Supposition, { fact: 'event' }>): Facts {
  const others = facts.events.filter((event) => event.subject !== subject || event.name !== name);
  const events = count === 0 ? others : [...others, { subject, name, count, day: dayOf(facts.now) }];
  return { ...facts, events };
}
