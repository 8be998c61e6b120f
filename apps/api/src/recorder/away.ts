import type { PersonRecord } from '@banso/database';
import type { Facts } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Catalogue } from './catalogue.ts';
import type { KnownPeople } from './known-people.ts';
import type { Actor } from './ledger.ts';
import { factsOf } from './situation.ts';

/** A person who is not here, as they would act. */
export function actorAway({ id, accountId, identity, locale }: PersonRecord): Actor {
  return { contactId: id, accountId, verified: identity === 'verified', locale: locale ?? '' };
}

/** What conditions may look at of a person who is not here: they read the language that is known of them, if any is. */
export function factsAway(
  known: KnownPeople,
  catalogue: Catalogue,
  person: PersonRecord,
  now: Instant,
): Facts {
  const company = person.accountId === null ? undefined : known.companies.get(person.accountId);
  const facts = factsOf(
    { ...known, catalogue, person, company, progressAt: (key) => known.progress.get(key) },
    actorAway(person),
    now,
  );
  const locale = person.chosenLocale ?? person.locale ?? undefined;
  return { ...facts, contact: { ...facts.contact, locale } };
}
