import { imports, workspaces } from '@banso/database';
import { MINUTE_MS } from '@banso/domain/time';
import type { AppDeps } from '../app-env.ts';
import { runImport } from '../imports/run-import.ts';

/** Goes on with every import that no process has in hand: the one that had was stopped, or could not reach its database. */
export async function resumeImports(deps: AppDeps): Promise<void> {
  const { database, clock } = deps;
  for (const workspaceId of await workspaces.listIds(database.control)) {
    const abandoned = await database
      .forWorkspace(workspaceId)
      .read((db) => imports.listAbandoned(db, workspaceId, clock.now()));
    for (const id of abandoned) await runImport(deps, workspaceId, id);
  }
}

/** Looks for them at the start and every minute. @returns the function that stops it, after the round under way. */
export function startImports(deps: AppDeps): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const round = () => {
    underWay ??= resumeImports(deps)
      .catch((err: unknown) => deps.log.error({ err }, 'imports that stand still were not resumed'))
      .finally(() => (underWay = undefined));
  };
  round();
  const timer = setInterval(round, MINUTE_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
