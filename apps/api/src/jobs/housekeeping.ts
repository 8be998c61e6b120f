import {
  ensureEventPartitions,
  idempotency,
  invitations,
  organisations,
  users,
  workspaces,
} from '@banso/database';
import { addMs, DAY_MS, HOUR_MS } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';

/** How long ended invitations are kept, so that a late click is told that it has ended. */
const ENDED_INVITATIONS_MS = 30 * DAY_MS;

/** Forgets what has expired, and makes the next partitions of the event log. Safe in any number of processes. */
export async function keepHouse({ database, clock }: Pick<Deps, 'database' | 'clock'>): Promise<void> {
  const now = clock.now();
  await ensureEventPartitions(database, now);
  await users.pruneSessions(database.control, now);
  await invitations.prune(database.control, addMs(now, -ENDED_INVITATIONS_MS));
  const scopes = [
    ...(await organisations.listIds(database.control)),
    ...(await workspaces.listIds(database.control)),
  ];
  for (const scopeId of scopes)
    await database
      .forWorkspace(scopeId)
      .write((db) => idempotency.prune(db, scopeId, addMs(now, -DAY_MS)));
}

/** Keeps house every hour. @returns the function that stops it, after the round under way. */
export function startHousekeeping(deps: Pick<Deps, 'database' | 'clock' | 'log'>): () => Promise<void> {
  let underWay = Promise.resolve();
  const round = () => {
    underWay = keepHouse(deps).catch((err: unknown) => deps.log.error({ err }, 'housekeeping failed'));
  };
  const timer = setInterval(round, HOUR_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
