import type { AliasRecord, Db } from '@banso/database';
import { aliases, events, people, receipts } from '@banso/database';
import type { Actor, Ledger } from './ledger.ts';
import type { Admitted } from './apply/admit-told.ts';
import type { Batch, Named, Names, TombstonesAgainst } from './load.ts';
import type { Told, Who } from './told.ts';
import { eventIdIn, messageHashOf } from './told.ts';

/** Everybody whom facts of a server name: also who a user is said to have been before, which may be a user themselves. */
export function namesTold(facts: readonly Told[]): Names {
  const persons = new Map<string, Who>();
  const add = (who: Who) => persons.set(`${who.identity} ${who.externalId}`, who);
  for (const told of facts) {
    add(told.who);
    if (told.type !== 'alias') continue;
    add({ identity: 'anonymous', externalId: told.previousId });
    add({ identity: 'verified', externalId: told.previousId });
  }
  const accounts = facts.flatMap(({ accountExternalId }) => accountExternalId ?? []);
  return { persons: [...persons.values()], accountExternalIds: [...new Set(accounts)] };
}

/** A visitor's name as it is kept of somebody who turned out to be a user. */
export function aliasHashes(workspaceId: string, tombstonesAgainst: TombstonesAgainst): (who: Who) => string {
  const kept = new Map<string, string>();
  return (who) => {
    const known = kept.get(who.externalId);
    if (known !== undefined) return known;
    const [hash = ''] = tombstonesAgainst(workspaceId, who);
    kept.set(who.externalId, hash);
    return hash;
  };
}

/** Which of the visitors turned out to be users, and these users with their accounts. */
export async function findAliases(
  db: Db,
  workspaceId: string,
  persons: readonly Who[],
  hashOf: (who: Who) => string,
): Promise<{ found: AliasRecord[]; named: Named }> {
  const visitors = persons.filter(({ identity }) => identity === 'anonymous');
  const found = await aliases.list(db, workspaceId, visitors.map(hashOf));
  const users = await people.list(db, workspaceId, [...new Set(found.map(({ contactId }) => contactId))]);
  const accounts = users.flatMap(({ accountId }) => accountId ?? []);
  return {
    found,
    named: {
      contacts: new Map(users.map(({ id }) => [id, id])),
      accounts: new Map(accounts.map((id) => [id, id])),
    },
  };
}

/** Loads which of these messages came before. */
export async function loadTold(db: Db, ledger: Ledger, facts: readonly Told[]): Promise<void> {
  const { workspaceId } = ledger;
  const ids = facts.map(({ messageId }) => messageId);
  const asEvents = ids.flatMap((id) => eventIdIn(id) ?? []);
  for (const id of await events.known(db, workspaceId, asEvents)) ledger.known.add(id);
  const hashes = ids.filter((id) => eventIdIn(id) === undefined).map(messageHashOf);
  for (const hash of await receipts.known(db, workspaceId, hashes)) ledger.receipted.add(hash);
}

/** What the facts of a server touch: events of their people, and everything about those of whom something new is known. */
export function touchedBy(
  admitted: readonly Admitted[],
  receivedAt: Batch['receivedAt'],
): { batches: Batch[]; changed: Actor[] } {
  const batches = new Map<string, Batch & { facts: Batch['facts'][number][] }>();
  const changed: Actor[] = [];
  for (const one of admitted) {
    if (one.kind !== 'fresh') continue;
    const { told, actor, eventId } = one;
    if (told.type === 'identify' || told.type === 'group') changed.push(actor);
    if (told.type !== 'track') continue;
    const { name, properties, occurredAt } = told;
    const event = { type: 'track', id: eventId, at: occurredAt, name, properties } as const;
    const key = `${actor.contactId} ${actor.accountId}`;
    const batch = batches.get(key) ?? { actor, facts: [], receivedAt };
    batch.facts.push({ event, occurredAt });
    batches.set(key, batch);
  }
  return { batches: [...batches.values()], changed };
}
