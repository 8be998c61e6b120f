import { setImmediate } from 'node:timers/promises';
import { workspaces } from '@banso/database';
import type { Deps } from '../app-env.ts';
import { fillSearch, fillTopics, packSearch } from '../search/upkeep.ts';

const EVERY_MS = 60_000;

/** Brings the search and the topics of all workspaces up to date. Safe in any number of processes, and to interrupt. */
export async function keepSearch(
  { database }: Pick<Deps, 'database'>,
  isStopping: () => boolean = () => false,
): Promise<void> {
  for (const id of await workspaces.listIds(database.control))
    for (const work of [fillSearch, packSearch, fillTopics])
      while (!isStopping() && (await work(database, id))) await setImmediate(); // others get a turn
}

/** Keeps the search every minute. @returns the function that stops it, after the portion under way. */
export function startSearchUpkeep(deps: Pick<Deps, 'database' | 'log'>): () => Promise<void> {
  let isStopping = false;
  let underWay: Promise<void> | undefined;
  const round = () => {
    underWay ??= keepSearch(deps, () => isStopping)
      .catch((err: unknown) => deps.log.error({ err }, 'the upkeep of the search failed'))
      .finally(() => (underWay = undefined));
  };
  const timer = setInterval(round, EVERY_MS);
  timer.unref();
  return async () => {
    isStopping = true;
    clearInterval(timer);
    await underWay;
  };
}
