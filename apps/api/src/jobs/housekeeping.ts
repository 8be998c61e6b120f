import {
  alerts,
  decisionChanges,
  deliveries,
  ensureEventPartitions,
  idempotency,
  imports,
  invitations,
  mails,
  notices,
  organisations,
  sessions,
  users,
  workspaces,
} from '@banso/database';
import { addMs, DAY_MS, HOUR_MS } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';

/** How long ended invitations are kept, so that a late click is told that it has ended. */
const ENDED_INVITATIONS_MS = 30 * DAY_MS;

/** How long ended widget sessions are kept: those of the last day are counted on the installation page. */
const ENDED_SESSIONS_MS = 2 * DAY_MS;

/** How long a file of survey history waits for somebody to import it. */
const UNUSED_FILES_MS = 7 * DAY_MS;

/** How long the lines of an import are kept that could not be imported. */
const REFUSED_LINES_MS = 30 * DAY_MS;

/** How long messages to webhooks can be looked at and sent again. */
const SETTLED_DELIVERIES_MS = 30 * DAY_MS;

/** How long it is known of what a rule has told: so long it tells of no answer twice. */
const OLD_ALERTS_MS = 365 * DAY_MS;

/** How long a notice stays at the bell. */
const OLD_NOTICES_MS = 90 * DAY_MS;

/** How long it is known what was mailed, and to whom. */
const SETTLED_MAILS_MS = 30 * DAY_MS;

/** Forgets what has expired, and makes the next partitions of the event log. Safe in any number of processes. */
export async function keepHouse({ database, clock }: Pick<Deps, 'database' | 'clock'>): Promise<void> {
  const now = clock.now();
  await ensureEventPartitions(database, now);
  await users.pruneExpired(database.control, now);
  await invitations.prune(database.control, addMs(now, -ENDED_INVITATIONS_MS));
  const ofWorkspaces = await workspaces.listIds(database.control);
  for (const id of [...(await organisations.listIds(database.control)), ...ofWorkspaces])
    await database.forWorkspace(id).write(async (db) => {
      await idempotency.prune(db, id, addMs(now, -DAY_MS));
      await mails.prune(db, id, addMs(now, -SETTLED_MAILS_MS));
    });
  for (const id of ofWorkspaces)
    await database
      .forWorkspace(id)
      .write((db) => sessions.removeEnded(db, id, addMs(now, -ENDED_SESSIONS_MS)));
  const words = {
    unused: addMs(now, -UNUSED_FILES_MS),
    finished: addMs(now, -REFUSED_LINES_MS),
  };
  for (const id of ofWorkspaces)
    await database.forWorkspace(id).write(async (db) => {
      await imports.forgetWords(db, id, words);
      await deliveries.prune(db, id, addMs(now, -SETTLED_DELIVERIES_MS));
      await alerts.prune(db, id, addMs(now, -OLD_ALERTS_MS));
      await notices.prune(db, id, { before: addMs(now, -OLD_NOTICES_MS) });
    });
  for (const id of ofWorkspaces) await forgetDecisions({ database, clock }, id);
}

/** Decisions that leave in one transaction, so that nobody waits long for the writer. */
const DECISIONS_TOGETHER = 500;

async function forgetDecisions({ database, clock }: Pick<Deps, 'database' | 'clock'>, workspaceId: string) {
  const workspace = await workspaces.find(database.control, workspaceId);
  if (!workspace) return;
  const before = addMs(clock.now(), -workspace.decisionRetentionDays * DAY_MS);
  const some = () =>
    database
      .forWorkspace(workspaceId)
      .write((db) => decisionChanges.prune(db, workspaceId, before, DECISIONS_TOGETHER));
  while ((await some()) === DECISIONS_TOGETHER);
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
