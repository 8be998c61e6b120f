import type * as decision from '@banso/contract/decision';
import type { Db, PersonRecord } from '@banso/database';
import { people } from '@banso/database';
import type { Candidate, DecisionOutcome, PageContext, Situation } from '@banso/domain/decide';
import { becauseOf, decide, outcomesOf, seen } from '@banso/domain/decide';
import type { Instant } from '@banso/domain/time';
import { AppError } from '../errors.ts';
import { requirePresent } from '../may-read.ts';
import { armsOf } from '../recorder/arms-of.ts';
import type { Catalogue } from '../recorder/catalogue.ts';
import type { KnownPeople } from '../recorder/known-people.ts';
import { readKnown, readPacing } from '../recorder/known-people.ts';
import type { Actor } from '../recorder/ledger.ts';
import { sharedAccountOf } from '../recorder/ledger.ts';
import { recentOf } from '../recorder/load.ts';
import { factsOf, situationOf } from '../recorder/situation.ts';
import { usesOf } from './offers.ts';

/** A person about whom the team asks, who is not here now. */
export interface OnePerson {
  catalogue: Catalogue;
  known: KnownPeople;
  person: PersonRecord;
  actor: Actor;
}

/**
 * Reads what is kept of one person.
 * @throws {AppError} `not_found`, or `erased`.
 */
export async function readPerson(
  db: Db,
  workspaceId: string,
  catalogue: Catalogue,
  contactId: string,
): Promise<OnePerson> {
  const [person] = await people.list(db, workspaceId, [contactId]);
  if (!person) throw new AppError('not_found', 'There is no such contact.');
  requirePresent(person);
  const actor = actorOf(person);
  const known = await readKnown(db, workspaceId, {
    catalogue,
    actors: [actor],
    eventNames: catalogue.eventNames,
    surveyIds: catalogue.surveyIds,
  });
  return { catalogue, known, person, actor };
}

/** Who is not here reads the language that is known of them. */
const actorOf = ({ id, accountId, identity, locale, chosenLocale }: PersonRecord): Actor => ({
  contactId: id,
  accountId,
  verified: identity === 'verified',
  locale: chosenLocale ?? locale ?? '',
});

/** Where the person would stand on a page at a moment. */
export async function situationOfOne(
  db: Db,
  workspaceId: string,
  { catalogue, known, person, actor }: OnePerson,
  { page, at }: { page: PageContext; at: Instant },
): Promise<Situation> {
  const shared = sharedAccountOf(actor);
  const uses = await usesOf(db, workspaceId, shared === null ? [] : [shared], [{ now: at }], new Map());
  const pacing = await readPacing(db, workspaceId, catalogue, [person.id], at);
  const here = {
    ...known,
    catalogue,
    // as a session would find them: after a while of silence it is a new visit
    person: seen(person, at),
    company: actor.accountId === null ? undefined : known.companies.get(actor.accountId),
    progressAt: (key: string) => known.progress.get(key),
    arms: await armsOf(db, workspaceId, catalogue.varied, [actor]),
    ...pacing,
    openCase: pacing.unhappy.has(person.id),
    recent: (await recentOf(db, workspaceId, catalogue, [person.id], at)).get(person.id) ?? [],
  };
  const facts = factsOf(here, actor, at);
  const locale = facts.contact.locale === '' ? undefined : facts.contact.locale;
  const contact = { ...facts.contact, locale };
  return situationOf(
    here,
    actor,
    { ...facts, contact },
    page,
    shared === null ? undefined : uses.get(shared),
  );
}

/** What is decided of one candidate: compared by the outcome, told by the verdict. */
export interface Judged {
  outcome: DecisionOutcome;
  verdict: decision.Verdict;
}

/** Decides among the candidates; the answer says what became of one of them. */
export function judge(
  situation: Situation,
  candidates: readonly Candidate[],
): (candidate: Candidate) => Judged {
  const made = decide({ ...situation, candidates });
  const byId = new Map(outcomesOf(made, candidates, []).map((one) => [one.contentId, one]));
  return (candidate) => {
    const outcome = byId.get(candidate.id);
    if (!outcome) throw new RangeError(`Not decided: ${candidate.id}`);
    const because = becauseOf(outcome, { situation, decision: made, candidate });
    return { outcome, verdict: { outcome: outcome.outcome, reason: outcome.reason, because } };
  };
}
