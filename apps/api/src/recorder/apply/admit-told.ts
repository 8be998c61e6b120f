import type { CompanyRecord, PersonRecord } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { Actor, Ledger } from '../ledger.ts';
import { nameOf } from '../load.ts';
import type { Told, ToldVerdict, Who } from '../told.ts';
import { eventIdIn, messageHashOf } from '../told.ts';
import { companyToldOf, isSame, newCompany, newPerson, personToldOf } from './profiles.ts';

/** A fact that a server told, with whom it is about; or what is answered at once. */
export type Admitted =
  | { kind: 'fresh'; told: Told; actor: Actor; eventId: string }
  | { kind: 'settled'; verdict: ToldVerdict };

/** What is known outside the ledger of those whom facts name. */
export interface Naming {
  /** Names of people who were erased and may not come back, as `nameOf` has them. */
  away: ReadonlySet<string>;
  /** Keyed hash of a name. */
  hashOf: (who: Who) => string;
}

/**
 * Finds the people and companies of what a server told, makes them where they are new, and writes down what is told about
 * them: the key vouches for all of it. What was told before, or may not be told, changes nothing.
 */
export function admitTold(
  ledger: Ledger,
  facts: readonly Told[],
  naming: Naming,
  receivedAt: Instant,
): Admitted[] {
  const people = new Map([...ledger.people.values()].map((person) => [nameOf(person), person.id]));
  const companies = new Map(
    [...ledger.companies.values()].flatMap(({ id, externalId }) =>
      externalId === null ? [] : [[externalId, id]],
    ),
  );
  return facts.map((told): Admitted => {
    const { messageId } = told;
    const eventId = eventIdIn(messageId);
    const isKnown =
      ledger.told.has(messageId) ||
      (eventId === undefined ? ledger.receipted.has(messageHashOf(messageId)) : ledger.known.has(eventId));
    if (isKnown) return { kind: 'settled', verdict: { id: messageId, accepted: true } };
    const refused = refusalOf(ledger, told, people, naming);
    if (refused) return { kind: 'settled', verdict: { id: messageId, accepted: false, ...refused } };
    ledger.told.add(messageId);
    const actor = admitOne(ledger, told, { people, companies, naming }, receivedAt);
    return { kind: 'fresh', told, actor, eventId: eventId ?? ledger.newId() };
  });
}

type Refused = Omit<Extract<ToldVerdict, { accepted: false }>, 'id' | 'accepted'>;
const ERASED: Refused = {
  code: 'erased',
  message: 'This person was erased at their wish: nothing is taken down of them any more.',
};

function refusalOf(
  ledger: Ledger,
  told: Told,
  people: ReadonlyMap<string, string>,
  naming: Naming,
): Refused | undefined {
  const id = idOf(ledger, told.who, people, naming);
  const isErased = id !== undefined && ledger.people.need(id).erasedAt !== null;
  if (isErased || naming.away.has(nameOf(told.who))) return ERASED;
  if (told.type !== 'alias' || told.previousId === told.who.externalId) return undefined;
  if (naming.away.has(nameOf(visitor(told.previousId)))) return ERASED;
  const isUser = people.has(nameOf({ identity: 'verified', externalId: told.previousId }));
  return isUser
    ? { code: 'invalid', message: 'previousId: is another user; two users are not made one' }
    : undefined;
}

interface Found {
  people: Map<string, string>;
  companies: Map<string, string>;
  naming: Naming;
}

function admitOne(ledger: Ledger, told: Told, found: Found, at: Instant): Actor {
  const known = idOf(ledger, told.who, found.people, found.naming);
  const person =
    known === undefined ? newPerson(ledger.newId('con'), told.who, at) : ledger.people.need(known);
  const company = companyOf(ledger, told, found, at);
  const joins = company && (told.type === 'group' || person.accountId === null);
  const after: PersonRecord = {
    ...person,
    ...(told.type === 'identify' && personToldOf(person, told.traits)),
    locale: told.locale ?? person.locale,
    timeZone: told.timeZone ?? person.timeZone,
    accountId: joins ? company.id : person.accountId,
  };
  putPerson(ledger, person, after, at);
  if (known === undefined) found.people.set(nameOf(told.who), person.id);
  if (told.type === 'alias' && told.previousId !== told.who.externalId)
    ledger.aliases.set(found.naming.hashOf(visitor(told.previousId)), { contactId: person.id, linkedAt: at });
  return actorOf(after, company?.id ?? after.accountId);
}

const visitor = (externalId: string): Who => ({ identity: 'anonymous', externalId });

/** Who goes by this name: a visitor may have turned out to be a user. */
function idOf(
  ledger: Ledger,
  who: Who,
  people: ReadonlyMap<string, string>,
  { hashOf }: Naming,
): string | undefined {
  const linked = who.identity === 'anonymous' ? ledger.aliases.get(hashOf(who))?.contactId : undefined;
  return linked ?? people.get(nameOf(who));
}

function putPerson(ledger: Ledger, before: PersonRecord, after: PersonRecord, at: Instant): void {
  const isNew = ledger.people.get(before.id) === undefined;
  if (!isNew && isSame(before, after)) return;
  ledger.people.set(after.id, isNew ? after : { ...after, updatedAt: at });
  if (ledger.people.before(after.id)) ledger.profiles.add(after.id);
}

function companyOf(ledger: Ledger, told: Told, { companies }: Found, at: Instant): CompanyRecord | undefined {
  const { accountExternalId } = told;
  if (accountExternalId === undefined) return undefined;
  const id = companies.get(accountExternalId);
  const company =
    id === undefined ? newCompany(ledger.newId('acc'), accountExternalId, at) : ledger.companies.need(id);
  const after = { ...company, ...(told.type === 'group' && companyToldOf(company, told.traits)) };
  if (id === undefined) {
    ledger.companies.set(after.id, after);
    companies.set(accountExternalId, after.id);
  } else if (!isSame(company, after)) {
    ledger.companies.set(id, { ...after, updatedAt: at });
    if (ledger.companies.before(id)) ledger.companyProfiles.add(id);
  }
  return after;
}

/** How a person speaks who is not on a page: in their own language, as far as it is known. */
function actorOf({ id, identity, locale }: PersonRecord, accountId: string | null): Actor {
  return { contactId: id, accountId, verified: identity === 'verified', locale: locale ?? 'en' };
}
