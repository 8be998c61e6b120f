import type { CompanyRecord, PersonRecord } from '@banso/database';
import { seen } from '@banso/domain/decide';
import type { Instant } from '@banso/domain/time';
import type { Arrival, Arrived } from '../recorder.ts';
import type { Actor, Ledger } from '../ledger.ts';
import { noteVisit } from './caller.ts';
import { companyToldOf, isSame, newCompany, newPerson, personToldOf } from './profiles.ts';
import { completeSteps } from './self-completing.ts';

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

function profileOf(
  person: PersonRecord,
  arrival: Arrival,
  accountId: string | null,
): Pick<PersonRecord, 'name' | 'email' | 'vouchedEmail' | 'locale' | 'timeZone' | 'accountId' | 'traits'> {
  const { traits, signedTraits } = arrival;
  const profile = personToldOf(person, { ...traits, ...signedTraits }, Object.keys(signedTraits));
  return {
    ...profile,
    // what is no address says nothing, and what the page says is vouched for by nobody
    vouchedEmail: personToldOf({ ...person, email: person.vouchedEmail }, signedTraits).email,
    locale: arrival.locale,
    timeZone: arrival.timeZone ?? person.timeZone,
    accountId,
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
  const told = { ...company, ...companyToldOf(company, account.traits) };
  if (!known) ledger.companies.set(told.id, told);
  // nobody vouches for what an unverified person says of an account that is there already
  else if (isVerified && !isSame(known, told)) {
    ledger.companyProfiles.add(known.id);
    ledger.companies.set(known.id, { ...told, updatedAt: at });
  }
  return company;
}
