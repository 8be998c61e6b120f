import type * as decision from '@banso/contract/decision';
import type { Db, PersonRecord } from '@banso/database';
import { people } from '@banso/database';
import type { Candidate, DecisionOutcome, PageContext, Situation } from '@banso/domain/decide';
import { becauseOf, decide, isSameOutcome, outcomesOf, seen, supposing } from '@banso/domain/decide';
import { explain } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import { AppError } from '../../errors.ts';
import { requirePresent } from '../../may-read.ts';
import { usesOf } from '../../offer/offers.ts';
import type { LiveContent } from '../../published-contents.ts';
import type { Catalogue } from '../../recorder/catalogue.ts';
import type { KnownPeople } from '../../recorder/known-people.ts';
import { armsOf } from '../../recorder/arms-of.ts';
import { readKnown, readPacing } from '../../recorder/known-people.ts';
import type { Actor } from '../../recorder/ledger.ts';
import { sharedAccountOf } from '../../recorder/ledger.ts';
import { recentOf } from '../../recorder/load.ts';

import { factsOf, situationOf } from '../../recorder/situation.ts';

/** What is asked, and when. */
interface Supposed {
  catalogue: Catalogue;
  contact: string;
  page: PageContext;
  changes: readonly decision.WhatIfChange[];
  at: Instant;
}

/**
 * What would be decided for a person who came at `at`, and what with some facts changed, of every live content by name.
 * @throws {AppError} `not_found`, or `erased`.
 */
export async function whatIf(
  db: Db,
  workspaceId: string,
  { catalogue, contact, page, changes, at }: Supposed,
): Promise<decision.WhatIfContent[]> {
  const [person] = await people.list(db, workspaceId, [contact]);
  if (!person) throw new AppError('not_found', 'There is no such contact.');
  requirePresent(person);
  const actor = actorOf(person);
  const known = await readKnown(db, workspaceId, {
    catalogue,
    actors: [actor],
    eventNames: catalogue.eventNames,
    surveyIds: catalogue.surveyIds,
  });
  const later = changes.findLast((change) => change.fact === 'time')?.value ?? at;
  const suppositions = changes.filter((change) => change.fact !== 'time');
  const situationAt = (moment: Instant) =>
    situationOfOne(db, workspaceId, { catalogue, known, person, actor, page, at: moment });
  const now = verdictsIn(await situationAt(at), catalogue);
  const then = verdictsIn(supposing(await situationAt(later), suppositions), catalogue);
  return liveIn(catalogue).map(({ id, name, kind, candidate }) => {
    const [before, after] = [now.of(candidate), then.of(candidate)];
    return {
      content: { id, name, kind },
      now: before.verdict,
      supposed: after.verdict,
      differs: !isSameOutcome(before.outcome, after.outcome),
      audience: explain(candidate.audience, then.situation.facts),
    };
  });
}

/** Who is not here reads the language that is known of them. */
const actorOf = ({ id, accountId, identity, locale, chosenLocale }: PersonRecord): Actor => ({
  contactId: id,
  accountId,
  verified: identity === 'verified',
  locale: chosenLocale ?? locale ?? '',
});

interface OnePerson {
  catalogue: Catalogue;
  known: KnownPeople;
  person: PersonRecord;
  actor: Actor;
  page: PageContext;
  at: Instant;
}

async function situationOfOne(
  db: Db,
  workspaceId: string,
  { catalogue, known, person, actor, page, at }: OnePerson,
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

function verdictsIn(situation: Situation, catalogue: Catalogue) {
  const candidates = liveIn(catalogue).map(({ candidate }) => candidate);
  const made = decide({ ...situation, candidates });
  const byId = new Map(outcomesOf(made, candidates, []).map((one) => [one.contentId, one]));
  return {
    situation,
    of(candidate: Candidate): { outcome: DecisionOutcome; verdict: decision.WhatIfContent['now'] } {
      const outcome = byId.get(candidate.id);
      if (!outcome) throw new RangeError(`Not decided: ${candidate.id}`);
      const because = becauseOf(outcome, { situation, decision: made, candidate });
      return { outcome, verdict: { outcome: outcome.outcome, reason: outcome.reason, because } };
    },
  };
}

/** What is paused is decided for nobody. */
function liveIn({ contents }: Catalogue): LiveContent[] {
  return [...contents.values()]
    .filter(({ candidate }) => candidate.status !== 'paused')
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
