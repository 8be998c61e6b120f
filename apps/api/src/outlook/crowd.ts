import type { Db, PersonRecord } from '@banso/database';
import { contentState, outlook, people } from '@banso/database';
import type { Candidate } from '@banso/domain/decide';
import type { OutlookAccount, OutlookInput } from '@banso/domain/outlook';
import { GONE_AFTER_DAYS } from '@banso/domain/outlook';
import type { Instant, Period } from '@banso/domain/time';
import { addDays, addMs, DAY_MS, dayOf } from '@banso/domain/time';
import type { LiveContents } from '../published-contents.ts';
import { actorAway, factsAway } from '../recorder/away.ts';
import type { Catalogue } from '../recorder/catalogue.ts';
import { readKnown, readPacing } from '../recorder/known-people.ts';
import { sharedAccountOf } from '../recorder/ledger.ts';
import { recentOf, unique } from '../recorder/load.ts';

/** Whose days are played at most; what is said of more people is an estimate. */
export const MOST_PEOPLE = 1_000;

/** So many UTC days from a moment on, the rest of its own among them. */
export function daysFrom(from: Instant, days: number): Period {
  return { from, to: `${addDays(dayOf(from), days)}T00:00:00.000Z` };
}

/** What may come in the days ahead: everything live but what is paused. */
export function liveCandidates(contents: LiveContents): Candidate[] {
  return [...contents.values()]
    .map(({ candidate }) => candidate)
    .filter(({ status }) => status === 'published' || status === 'scheduled');
}

/** Who comes, with everything that the days ahead depend on. */
type CrowdAt = Pick<OutlookInput, 'people' | 'accounts' | 'answered'> & {
  crowd: outlook.Crowd;
  persons: PersonRecord[];
};

/** Reads the people who were here lately, as the days ahead begin for them; of too many a sample, whole accounts together. */
export async function crowdAt(
  db: Db,
  workspaceId: string,
  catalogue: Catalogue,
  now: Instant,
  limit = MOST_PEOPLE,
): Promise<CrowdAt> {
  const since = addMs(now, -GONE_AFTER_DAYS * DAY_MS);
  const crowd = await outlook.crowd(db, workspaceId, { since, limit });
  const persons = await people.list(db, workspaceId, crowd.ids);
  const actors = persons.map(actorAway);
  const known = await readKnown(db, workspaceId, {
    catalogue,
    actors,
    eventNames: catalogue.eventNames,
    surveyIds: catalogue.surveyIds,
  });
  const recent = await recentOf(db, workspaceId, catalogue, crowd.ids, now);
  const { transactions, answered, unhappy } = await readPacing(db, workspaceId, catalogue, crowd.ids, now);
  return {
    crowd,
    persons,
    answered,
    people: persons.map((person) => ({
      facts: factsAway(known, catalogue, person, now),
      presence: person,
      asking: person.asking,
      timeZone: person.timeZone ?? catalogue.timeZone,
      recent: recent.get(person.id) ?? [],
      openCase: unhappy.has(person.id),
      transactions: transactions.of(person.id),
      shares: sharedAccountOf(actorAway(person)) ?? undefined,
    })),
    accounts: await accountsAt(
      db,
      workspaceId,
      unique(actors.flatMap((one) => sharedAccountOf(one) ?? [])),
      now,
    ),
  };
}

async function accountsAt(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
  now: Instant,
): Promise<Map<string, OutlookAccount>> {
  const counted = await people.countByAccount(db, workspaceId, ids);
  const today = await contentState.listExposures(db, workspaceId, ids, `${dayOf(now)}T00:00:00.000Z`);
  const asked = Map.groupBy(today, ({ accountId }) => accountId);
  return new Map(
    ids.map((id) => [
      id,
      { people: counted.get(id) ?? 0, askedToday: (asked.get(id) ?? []).map(({ contactId }) => contactId) },
    ]),
  );
}
