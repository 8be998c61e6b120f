import type { CompanyRecord, PersonRecord } from '@banso/database';
import type { Candidate, PageContext, Situation } from '@banso/domain/decide';
import { DEFAULT_BUDGET } from '@banso/domain/decide';
import type { ContentState, Facts, Traits } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Catalogue } from './catalogue.ts';
import type { ContentStates } from './content-states.ts';
import type { DayCounts } from './day-counts.ts';
import type { Actor, Ledger } from './ledger.ts';
import { progressKey, sharedAccountOf, subjectOf } from './ledger.ts';
import type { KeptProgress } from './projections/checklist-progress.ts';

/** What is known, wherever it was loaded. */
export interface Known {
  catalogue: Catalogue;
  person: PersonRecord;
  /** Undefined: the person belongs to no account. */
  company: CompanyRecord | undefined;
  states: ContentStates;
  counts: DayCounts;
  progressAt: (key: string) => Pick<KeptProgress, 'completedAt'> | undefined;
}

/** Everything that conditions may look at, for one actor at one moment. */
export function factsOf(known: Known, actor: Actor, now: Instant): Facts {
  const { person, company, counts } = known;
  const shared = sharedAccountOf(actor);
  return {
    now,
    contact: {
      id: person.id,
      traits: withNamed(person.traits, { name: person.name, email: person.email }),
      locale: actor.locale,
      verified: actor.verified,
      firstSeenAt: person.firstSeenAt ?? now,
    },
    account: company && {
      id: company.id,
      traits: withNamed(company.traits, { name: company.name, plan: company.plan }),
    },
    events: [...counts.of('contact', person.id), ...(shared === null ? [] : counts.of('account', shared))],
    content: contentOf(known, actor),
  };
}

/** What the ledger knows of an actor. @throws {RangeError} when they were not loaded. */
export function knownIn(ledger: Ledger, actor: Actor): Known {
  const { catalogue, people, companies, states, counts, progress } = ledger;
  return {
    catalogue,
    person: people.need(actor.contactId),
    company: actor.accountId === null ? undefined : companies.get(actor.accountId),
    states,
    counts,
    progressAt: (key) => progress.get(key),
  };
}

/** How much of their account's budget of interruptions is used up today. */
export interface AccountUse {
  people: number;
  interruptedToday: number;
}

/** A situation on a page, under the budget of every workspace. */
export function situationOf(
  known: Known,
  facts: Facts,
  page: PageContext,
  use: AccountUse | undefined,
): Situation {
  const { lastInterruptedAt, visitInterruptions, visits } = known.person;
  return {
    facts,
    page,
    budget: DEFAULT_BUDGET,
    history: {
      lastInterruptedAt: lastInterruptedAt ?? undefined,
      interruptionsThisSession: visitInterruptions,
      firstSession: visits <= 1,
      accountPeople: use?.people ?? 0,
      accountAskedToday: use?.interruptedToday ?? 0,
      openCase: false,
    },
  };
}

/** The candidate wherever the person is: page and device were judged when it was offered. */
export function anywhere(candidate: Candidate): Candidate {
  return { ...candidate, pages: [], devices: [] };
}

/** The page of something that is {@link anywhere}. */
export const NO_PAGE: PageContext = { url: '', device: 'desktop' };

/** A checklist that the account has finished is finished for everybody in it. */
function contentOf(
  { catalogue, person, states, progressAt }: Known,
  actor: Actor,
): Record<string, ContentState> {
  const content = Object.fromEntries(states.of(person.id));
  for (const each of catalogue.contents.values()) {
    if (each.kind !== 'checklist') continue;
    const completedAt = progressAt(progressKey(subjectOf(each.body, actor), each.id))?.completedAt;
    if (completedAt != null) content[each.id] = { ...states.get(person.id, each.id), completedAt };
  }
  return content;
}

/** Columns that are asked for like traits. */
function withNamed(traits: Traits, named: Readonly<Record<string, string | null>>): Traits {
  const given = Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== null);
  return given.length === 0 ? traits : { ...traits, ...Object.fromEntries(given) };
}
