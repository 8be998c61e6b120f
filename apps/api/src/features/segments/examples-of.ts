import type { audience } from '@banso/contract';
import type { Db } from '@banso/database';
import { people } from '@banso/database';
import type { Condition } from '@banso/domain/targeting';
import { explain } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import { actorAway, factsAway } from '../../recorder/away.ts';
import type { Catalogue } from '../../recorder/catalogue.ts';
import { neededBy } from '../../recorder/catalogue.ts';
import { readKnown } from '../../recorder/known-people.ts';

/** What people are explained against. */
export interface Explaining {
  catalogue: Catalogue;
  condition: Condition;
  now: Instant;
}

/** These people, in this order, each with what every part of the condition says of them. */
export async function examplesOf(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
  { catalogue, condition, now }: Explaining,
): Promise<audience.AudienceExample[]> {
  const persons = new Map((await people.list(db, workspaceId, ids)).map((person) => [person.id, person]));
  const actors = [...persons.values()].map(actorAway);
  const { eventNames, surveyIds } = neededBy([condition], catalogue.segments);
  const known = await readKnown(db, workspaceId, { catalogue, actors, eventNames, surveyIds });
  return ids.flatMap((id) => {
    const person = persons.get(id);
    if (!person) return [];
    const company = person.accountId === null ? undefined : known.companies.get(person.accountId);
    return {
      id,
      name: person.name,
      email: person.email,
      externalId: person.identity === 'anonymous' ? null : person.externalId,
      verified: person.identity === 'verified',
      account: company ? { id: company.id, name: company.name } : null,
      explanation: explain(condition, factsAway(known, catalogue, person, now)),
    };
  });
}
