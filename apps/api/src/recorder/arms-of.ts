import { assignments, type Db } from '@banso/database';
import type { Arm } from '@banso/domain/experiment';
import type { Catalogue } from './catalogue.ts';
import type { Actor } from './ledger.ts';
import { sharedAccountOf, unitKey } from './ledger.ts';

/** In which arms these people and their accounts are, by `unitKey`. Nothing is read where there is no experiment. */
export async function armsOf(
  db: Db,
  workspaceId: string,
  experiments: Catalogue['experiments'],
  actors: readonly Actor[],
): Promise<Map<string, Arm>> {
  const units = experiments.flatMap(({ of, unit }) =>
    [
      ...new Set(
        actors.flatMap((actor) => (unit === 'contact' ? actor.contactId : sharedAccountOf(actor)) ?? []),
      ),
    ].map((unitId) => ({ experiment: of, unitId })),
  );
  if (units.length === 0) return new Map();
  const known = await assignments.listKnown(db, workspaceId, units);
  return new Map(known.map((one) => [unitKey(one), one.arm]));
}
