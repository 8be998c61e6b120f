import type { CompanyRecord, PersonRecord } from '@banso/database';
import type { Traits, TraitValue } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Arrival, Arrived } from '../recorder.ts';
import type { Actor, Ledger } from '../ledger.ts';
import { seen } from '../projections/presence.ts';
import { noteVisit } from './caller.ts';
import { completeSteps } from './self-completing.ts';

/** Who was found under the names that an arrival gives; undefined: nobody yet. */
export interface Found {
  person: PersonRecord | undefined;
  company: CompanyRecord | undefined;
}

const MAX_TRAITS = 100;
const MAX_NAME = 200;
const MAX_EMAIL = 254;
const MAX_PLAN = 100;

/**
 * Makes the person and their account when they are new, so that the rest of the group finds them.
 *
 * The account that a token vouches for is the person's. An account that only the page names is taken from a verified person
 * who has none yet, and from people whom nobody vouches for; who belongs to one already stays there.
 */
export function admit(ledger: Ledger, arrival: Arrival, found: Found, receivedAt: Instant): Actor {
  const company = companyOf(ledger, arrival, found, receivedAt);
  const known = found.person;
  const keepsAccount = arrival.identity === 'verified' && known?.accountId != null && arrival.account?.signed !== true;
  const accountId = keepsAccount ? known.accountId : (company?.id ?? known?.accountId ?? null);

  const person = known ?? newPerson(ledger.newId('con'), arrival, receivedAt);
  const told = { ...person, ...profileOf(person, arrival, accountId) };
  if (known && !isSame(known, told)) {
    ledger.profiles.add(known.id);
    ledger.people.set(known.id, { ...told, updatedAt: receivedAt });
  } else if (!known) ledger.people.set(told.id, told);
  return { contactId: person.id, accountId, verified: arrival.identity === 'verified', locale: arrival.locale };
}

/** The person is here: a visit, a session, and every step that what is known of them completes. */
export function arrive(ledger: Ledger, actor: Actor, arrival: Arrival, receivedAt: Instant): Arrived {
  const before = ledger.people.need(actor.contactId);
  ledger.people.set(before.id, seen(before, receivedAt));
  noteVisit({ ledger, actor, receivedAt }, before.firstSeenAt === null);
  ledger.sessions.push({ ...arrival.session, ...actor, createdAt: receivedAt });
  completeSteps({
    ledger,
    actor,
    receivedAt,
    waiting: new Set(ledger.catalogue.selfCompleting),
    triggeredAt: receivedAt,
  });
  return { contactId: actor.contactId, accountId: actor.accountId };
}

function newPerson(id: string, { identity, externalId }: Arrival, at: Instant): PersonRecord {
  return {
    id,
    identity,
    externalId,
    name: null,
    email: null,
    locale: null,
    timeZone: null,
    accountId: null,
    traits: {},
    lastScore: null,
    lastScoreAt: null,
    firstSeenAt: null,
    lastSeenAt: null,
    visits: 0,
    visitInterruptions: 0,
    lastInterruptedAt: null,
    createdAt: at,
    updatedAt: at,
    revision: 1,
  };
}

function profileOf(
  person: PersonRecord,
  arrival: Arrival,
  accountId: string | null,
): Pick<PersonRecord, 'name' | 'email' | 'locale' | 'timeZone' | 'accountId' | 'traits'> {
  const { name, email, ...traits } = { ...arrival.traits, ...arrival.signedTraits };
  return {
    name: textOr(person.name, name, MAX_NAME),
    email: textOr(person.email, email, MAX_EMAIL),
    locale: arrival.locale,
    timeZone: arrival.timeZone ?? person.timeZone,
    accountId,
    traits: merged(person.traits, traits, Object.keys(arrival.signedTraits)),
  };
}

/** Nobody vouches for what an unverified person says of an account that is there already. */
function companyOf(
  ledger: Ledger,
  { account, identity }: Arrival,
  { person, company }: Found,
  at: Instant,
): CompanyRecord | undefined {
  if (!account) return undefined;
  const current = (company && ledger.companies.get(company.id)) ?? made(ledger, account.externalId);
  const { name, plan, ...traits } = account.traits;
  if (!current) {
    const added: CompanyRecord = {
      id: ledger.newId('acc'),
      externalId: account.externalId,
      name: textOr(account.externalId, name, MAX_NAME),
      plan: textOr(null, plan, MAX_PLAN),
      lifecycle: 'onboarding',
      traits: merged({}, traits, []),
      lastSeenAt: null,
      createdAt: at,
      updatedAt: at,
      revision: 1,
    };
    ledger.companies.set(added.id, added);
    return added;
  }
  const isTheirs = account.signed || person?.accountId == null || person.accountId === current.id;
  if (identity !== 'verified' || !isTheirs) return current;
  const told: CompanyRecord = {
    ...current,
    name: textOr(current.name, name, MAX_NAME),
    plan: textOr(current.plan, plan, MAX_PLAN),
    traits: merged(current.traits, traits, []),
  };
  if (!isSame(current, told)) {
    ledger.companyProfiles.add(current.id);
    ledger.companies.set(current.id, { ...told, updatedAt: at });
  }
  return ledger.companies.need(current.id);
}

/** The account that an earlier arrival of the same group has made. */
function made(ledger: Ledger, externalId: string): CompanyRecord | undefined {
  return [...ledger.companies.values()].find((company) => company.externalId === externalId);
}

function textOr<T extends string | null>(known: T, told: TraitValue | undefined, longest: number): T | string {
  const text = typeof told === 'string' ? told.trim().slice(0, longest) : '';
  return text === '' ? known : text;
}

/** New values over old ones. Beyond a hundred only what is signed is let in. */
function merged(known: Traits, told: Traits, signed: readonly string[]): Traits {
  const all: Record<string, TraitValue> = { ...known };
  for (const [key, value] of Object.entries(told)) {
    const hasRoom = Object.hasOwn(all, key) || Object.keys(all).length < MAX_TRAITS;
    if (hasRoom || signed.includes(key)) all[key] = value;
  }
  return all;
}

/** Whether two records hold the same values; traits in any order. */
function isSame<R extends { traits: Traits }>(one: R, other: R): boolean {
  const keys = Object.keys(one.traits);
  const sameTraits =
    keys.length === Object.keys(other.traits).length && keys.every((key) => one.traits[key] === other.traits[key]);
  return sameTraits && (Object.keys(one) as (keyof R)[]).every((key) => key === 'traits' || one[key] === other[key]);
}
