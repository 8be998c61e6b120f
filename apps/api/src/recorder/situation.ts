import type { CompanyRecord, PersonRecord } from '@banso/database';
import type { Answered, Candidate, Interruption, PageContext, Situation } from '@banso/domain/decide';
import { historyOf } from '@banso/domain/decide';
import type { Arm } from '@banso/domain/experiment';
import { healthAt } from '@banso/domain/health';
import type { ContentState, Facts, SurveyAnswer, Traits } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Catalogue } from './catalogue.ts';
import type { ContentStates } from './content-states.ts';
import type { DayCounts } from './day-counts.ts';
import { givenEditions } from './given-editions.ts';
import type { Actor, Ledger } from './ledger.ts';
import { progressKey, sharedAccountOf, subjectOf } from './ledger.ts';
import type { KeptProgress } from './projections/checklist-progress.ts';
import { languageOf } from './projections/preferences.ts';
import type { Transactions } from './transactions.ts';
import { isSkipped } from './projections/survey-answer.ts';

/** What is known, wherever it was loaded. */
export interface Known {
  catalogue: Catalogue;
  person: PersonRecord;
  /** Undefined: the person belongs to no account. */
  company: CompanyRecord | undefined;
  states: ContentStates;
  counts: DayCounts;
  /** What people said to the surveys that conditions ask for, by person. */
  answers: ReadonlyMap<string, readonly SurveyAnswer[]>;
  progressAt: (key: string) => Pick<KeptProgress, 'completedAt' | 'version' | 'variant'> | undefined;
  /** In which arm of experiments with variants people and accounts are, by `unitKey`. */
  arms: ReadonlyMap<string, Arm>;
  /** Of the days that the budget counts. */
  recent: readonly Interruption[];
  transactions: Transactions;
  /** Of surveys with a quota. */
  answered: ReadonlyMap<string, Answered>;
  /** The person has an open case because of a low score. */
  openCase: boolean;
}

/** What conditions may look at, and nothing that is asked about interruptions only. */
export type KnownFacts = Omit<Known, 'recent' | 'transactions' | 'answered' | 'arms' | 'openCase'>;

/** Everything that conditions may look at, for one actor at one moment. */
export function factsOf(known: KnownFacts, actor: Actor, now: Instant): Facts {
  const { person, company, counts, catalogue, answers } = known;
  const shared = sharedAccountOf(actor);
  return {
    now,
    contact: {
      id: person.id,
      externalId: person.identity === 'anonymous' ? undefined : person.externalId,
      traits: withNamed(person.traits, { name: person.name, email: person.email }),
      locale: languageOf(person, actor.locale),
      verified: actor.verified,
      firstSeenAt: person.firstSeenAt ?? now,
    },
    account: company && {
      id: company.id,
      externalId: company.externalId ?? undefined,
      traits: withNamed(company.traits, {
        name: company.name,
        plan: company.plan,
        lifecycle: company.lifecycle,
        health: healthAt(company.health, now) ?? null,
      }),
    },
    events: [...counts.of('contact', person.id), ...(shared === null ? [] : counts.of('account', shared))],
    content: contentOf(known, actor),
    answers: answers.get(person.id),
    segments: catalogue.segments,
  };
}

/** What the ledger knows of an actor. @throws {RangeError} when they were not loaded. */
export function knownIn(ledger: Ledger, actor: Actor): Known {
  const { catalogue, people, companies, states, counts, progress, recent, transactions, answered, arms } =
    ledger;
  return {
    catalogue,
    person: people.need(actor.contactId),
    company: actor.accountId === null ? undefined : companies.get(actor.accountId),
    states,
    counts,
    answers: new Map([[actor.contactId, answersIn(ledger, actor.contactId)]]),
    progressAt: (key) => progress.get(key),
    recent: recent.get(actor.contactId) ?? [],
    transactions,
    answered,
    arms,
    openCase: ledger.unhappy.has(actor.contactId),
  };
}

/** What a person said, as the facts of this group leave it. */
function answersIn({ answers, responses, catalogue }: Ledger, contactId: string): SurveyAnswer[] {
  if (catalogue.surveyIds.length === 0) return [];
  // of a response that facts touch all answers are there, of others none
  const touched = [...responses.values()].filter(
    (response) =>
      response.contactId === contactId &&
      response.answers.size > 0 &&
      catalogue.surveyIds.includes(response.contentId),
  );
  const ids = new Set(touched.map(({ id }) => id));
  const kept = (answers.get(contactId) ?? []).filter(({ responseId }) => !ids.has(responseId));
  const said = touched.flatMap(({ id, contentId, answers: given }) =>
    [...given].flatMap(([question, answer]): SurveyAnswer[] => {
      if (!answer.walked || isSkipped(answer)) return [];
      const { number, options, answeredAt: at } = answer;
      const value = { number: number ?? undefined, options: options ?? undefined };
      return [{ surveyId: contentId, responseId: id, question, at, ...value }];
    }),
  );
  return [...kept, ...said];
}

/** How much of their account's budget of interruptions is used up today. */
export interface AccountUse {
  people: number;
  interruptedToday: number;
}

/** A situation on a page, under the budget of the workspace. */
export function situationOf(
  known: Known,
  actor: Actor,
  facts: Facts,
  page: PageContext,
  use: AccountUse | undefined,
): Situation {
  const { catalogue, person, recent, transactions, answered } = known;
  return {
    facts,
    page,
    timeZone: person.timeZone ?? catalogue.timeZone,
    budget: catalogue.budget,
    history: historyOf(person, {
      asking: person.asking,
      recent,
      accountPeople: use?.people ?? 0,
      accountAskedToday: use?.interruptedToday ?? 0,
      openCase: known.openCase,
    }),
    waves: catalogue.waves,
    holdout: catalogue.holdout,
    transactions: transactions.of(person.id),
    answered,
    editions: givenEditions(known, actor, facts),
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
  { catalogue, person, states, progressAt }: KnownFacts,
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
