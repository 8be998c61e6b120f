import type { CompanyRecord, PersonRecord } from '@banso/database';
import type { Traits, TraitValue } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Arrival, Arrived } from '../recorder.ts';
import type { Actor, Ledger } from '../ledger.ts';
import { seen } from '../projections/presence.ts';
import { noteVisit } from './caller.ts';
import { completeSteps } from './self-completing.ts';

const MAX_TRAITS = 100;
const MAX_NAME = 200;
const MAX_EMAIL = 254;
const MAX_PLAN = 100;

/**
 * Makes the person and their account when they are new, so that the rest of the group finds them, and writes down what is
 * told about them.
 *
 * The account that a token vouches for is the person's. An account that only the page names is taken from a verified person
 * who has none yet, and from people whom nobody vouches for; a verified person who belongs to one already stays there.
 */
export function admit(ledger: Ledger, arrival: Arrival, receivedAt: Instant): Actor {
  const known = personOf(ledger, arrival);
  const company = companyOf(ledger, arrival, known, receivedAt);
  const accountId = company?.id ?? known?.accountId ?? null;
  const person = known ?? newPerson(ledger.newId('con'), arrival, receivedAt);
  const told: PersonRecord = { ...person, ...profileOf(person, arrival, accountId) };
  if (!known) ledger.people.set(told.id, told);
  else if (!isSame(known, told)) {
    ledger.profiles.add(known.id);
    ledger.people.set(known.id, { ...told, updatedAt: receivedAt });
  }
  return {
    contactId: person.id,
    accountId,
    verified: arrival.identity === 'verified',
    locale: arrival.locale,
  };
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

/** The person under this name, also when an earlier arrival of the same group has made them. */
function personOf(ledger: Ledger, { identity, externalId }: Arrival): PersonRecord | undefined {
  return [...ledger.people.values()].find(
    (each) => each.identity === identity && each.externalId === externalId,
  );
}

/** The account that this arrival puts the person into; undefined: it changes nothing. */
function companyOf(
  ledger: Ledger,
  { account, identity }: Arrival,
  person: PersonRecord | undefined,
  at: Instant,
): CompanyRecord | undefined {
  if (!account) return undefined;
  const known = [...ledger.companies.values()].find(({ externalId }) => externalId === account.externalId);
  const isVerified = identity === 'verified';
  if (isVerified && !account.signed && person?.accountId != null && person.accountId !== known?.id)
    return undefined;

  const company = known ?? newCompany(ledger.newId('acc'), account.externalId, at);
  const told = { ...company, ...companyProfileOf(company, account.traits) };
  if (!known) ledger.companies.set(told.id, told);
  // nobody vouches for what an unverified person says of an account that is there already
  else if (isVerified && !isSame(known, told)) {
    ledger.companyProfiles.add(known.id);
    ledger.companies.set(known.id, { ...told, updatedAt: at });
  }
  return company;
}

function newCompany(id: string, externalId: string, at: Instant): CompanyRecord {
  return {
    id,
    externalId,
    name: externalId,
    plan: null,
    lifecycle: 'onboarding',
    traits: {},
    lastSeenAt: null,
    createdAt: at,
    updatedAt: at,
    revision: 1,
  };
}

function companyProfileOf(
  company: CompanyRecord,
  told: Traits,
): Pick<CompanyRecord, 'name' | 'plan' | 'traits'> {
  const { name, plan, ...traits } = told;
  return {
    name: textOr(company.name, name, MAX_NAME),
    plan: textOr(company.plan, plan, MAX_PLAN),
    traits: merged(company.traits, traits, []),
  };
}

function textOr<T extends string | null>(
  known: T,
  told: TraitValue | undefined,
  longest: number,
): T | string {
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
    keys.length === Object.keys(other.traits).length &&
    keys.every((key) => one.traits[key] === other.traits[key]);
  return (
    sameTraits &&
    (Object.keys(one) as (keyof R)[]).every((key) => key === 'traits' || one[key] === other[key])
  );
}
