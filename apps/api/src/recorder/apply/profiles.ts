import type { CompanyRecord, PersonRecord } from '@banso/database';
import type { Traits, TraitValue } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { ToldTraits, Who } from '../told.ts';

const MAX_TRAITS = 100;
const MAX_NAME = 200;
const MAX_EMAIL = 254;
const MAX_PLAN = 100;

/** Somebody who was never heard of. */
export function newPerson(id: string, { identity, externalId }: Who, at: Instant): PersonRecord {
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
    reservedFor: null,
    reservedUntil: null,
    asking: 'usual',
    askingSetAt: null,
    chosenLocale: null,
    localeSetAt: null,
    createdAt: at,
    updatedAt: at,
    revision: 1,
    erasedAt: null,
    isTest: false,
    vouchedEmail: null,
  };
}

/** A company that was never heard of, which goes by its id until it has a name. */
export function newCompany(id: string, externalId: string, at: Instant): CompanyRecord {
  return {
    id,
    externalId,
    name: externalId,
    ownerId: null,
    plan: null,
    lifecycle: 'onboarding',
    health: null,
    traits: {},
    lastSeenAt: null,
    createdAt: at,
    updatedAt: at,
    revision: 1,
  };
}

/**
 * What a person becomes by what is told of them.
 * @param signed - Names of traits that are let in however many there are.
 */
export function personToldOf(
  person: PersonRecord,
  told: ToldTraits,
  signed: readonly string[] = [],
): Pick<PersonRecord, 'name' | 'email' | 'traits'> {
  const { name, email, ...traits } = told;
  return {
    name: textOr(person.name, name, MAX_NAME),
    email: textOr(person.email, email, MAX_EMAIL),
    traits: merged(person.traits, traits, signed),
  };
}

/** What a company becomes by what is told of it. It always has a name. */
export function companyToldOf(
  company: CompanyRecord,
  told: ToldTraits,
): Pick<CompanyRecord, 'name' | 'plan' | 'traits'> {
  const { name, plan, ...traits } = told;
  return {
    name: textOr(company.name, name, MAX_NAME) ?? company.name,
    plan: textOr(company.plan, plan, MAX_PLAN),
    traits: merged(company.traits, traits, []),
  };
}

function textOr(known: string | null, told: TraitValue | null | undefined, longest: number): string | null {
  if (told === null) return null;
  const text = typeof told === 'string' ? told.trim().slice(0, longest) : '';
  return text === '' ? known : text;
}

/** New values over old ones; null takes one away. Beyond a hundred only what is signed is let in. */
function merged(known: Traits, told: ToldTraits, signed: readonly string[]): Traits {
  const all = new Map(Object.entries(known));
  for (const [key, value] of Object.entries(told)) {
    const hasRoom = all.has(key) || all.size < MAX_TRAITS;
    if (value === null) all.delete(key);
    else if (hasRoom || signed.includes(key)) all.set(key, value);
  }
  return Object.fromEntries(all);
}

/** Whether two records hold the same values; traits in any order. */
export function isSame<R extends { traits: Traits }>(one: R, other: R): boolean {
  const keys = Object.keys(one.traits);
  const sameTraits =
    keys.length === Object.keys(other.traits).length &&
    keys.every((key) => one.traits[key] === other.traits[key]);
  return (
    sameTraits &&
    (Object.keys(one) as (keyof R)[]).every((key) => key === 'traits' || one[key] === other[key])
  );
}
