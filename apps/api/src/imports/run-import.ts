import type { ImportRecord } from '@banso/database';
import { imports } from '@banso/database';
import { rowReader } from '@banso/domain/history';
import type { Instant } from '@banso/domain/time';
import { addMs, MINUTE_MS } from '@banso/domain/time';
import type { AppDeps } from '../app-env.ts';
import { columnOf } from './check-import.ts';
import { resolveLines } from './resolve-lines.ts';
import { targetSurveys } from './target-surveys.ts';

type RunDeps = Pick<AppDeps, 'database' | 'recorder' | 'clock' | 'live' | 'log' | 'stopping'>;

/** Lines in a commit: so few that a widget's call which goes with them does not wait. */
const TOGETHER = 50;
const LEASE_MS = 2 * MINUTE_MS;

/**
 * Works on an import until it is through: brings its lines, or takes them back. One process does at a time; when it is stopped, another
 * one goes on where it was, since what became of a line is written with it. Does nothing when somebody else has it in hand.
 * @param pace.pause - Called between two commits: others go first.
 */
export async function runImport(
  deps: RunDeps,
  workspaceId: string,
  id: string,
  pace: { pause: () => Promise<unknown> } = { pause: () => new Promise((next) => setImmediate(next)) },
): Promise<void> {
  const { database, clock, live, log, stopping } = deps;
  const workspace = database.forWorkspace(workspaceId);
  let held: Instant | null = null;
  const take = async (): Promise<boolean> => {
    const [now, before] = [clock.now(), held];
    const until = addMs(now, LEASE_MS);
    const isOurs = await workspace.write((db) =>
      imports.lease(db, workspaceId, id, { now, until, held: before }),
    );
    if (isOurs) held = until;
    return isOurs;
  };
  try {
    const step = (await take()) ? await stepsOf(deps, workspaceId, id) : undefined;
    while (step && !stopping.aborted && (await step())) {
      live.publish(workspaceId, { type: 'import', id, status: 'running' });
      await pace.pause();
      if (!(await take())) return;
    }
    if (stopping.aborted && held !== null)
      await workspace.write((db) => imports.release(db, workspaceId, id, 'The service was stopped.'));
  } catch (error) {
    log.error({ err: error, import: id }, 'an import stands still');
    const reason = error instanceof Error ? error.message : 'Something went wrong here.';
    await workspace
      .write((db) => imports.release(db, workspaceId, id, reason))
      .catch((err: unknown) => log.error({ err, import: id }, 'an import was not let go; its time runs out'));
  }
}

/** What is done again and again until it answers false. */
async function stepsOf(
  deps: RunDeps,
  workspaceId: string,
  id: string,
): Promise<(() => Promise<boolean>) | undefined> {
  const file = await deps.database.forWorkspace(workspaceId).read((db) => imports.find(db, workspaceId, id));
  if (file?.status === 'undoing') return () => takeBackSome(deps, workspaceId, file);
  return file?.status === 'running' && file.choices ? bringing(deps, workspaceId, file) : undefined;
}

async function bringing(
  { database, recorder, clock, live }: RunDeps,
  workspaceId: string,
  file: ImportRecord,
): Promise<() => Promise<boolean>> {
  const { id, source, header, choices } = file;
  if (!choices) throw new TypeError('An import runs without choices');
  const workspace = database.forWorkspace(workspaceId);
  const surveys = await workspace.read((db) => targetSurveys(db, workspaceId));
  const readRow = rowReader({ choices, header, surveys, now: clock.now() });
  const of = { source, choices, columnOf: columnOf(header, choices) };

  return async function bringSome() {
    const { rows, resolved } = await workspace.read(async (db) => {
      const waiting = await imports.listRows(db, workspaceId, id, {
        state: 'waiting',
        after: 0,
        limit: TOGETHER,
      });
      const read = waiting.map(({ line, cells }) => ({ line, ...readRow(cells ?? []) }));
      const good = read.flatMap((one) => ('row' in one ? [one] : []));
      const bad = read.flatMap((one) => ('problems' in one ? [one] : []));
      return { rows: waiting, resolved: [...bad, ...(await resolveLines(db, workspaceId, of, good))] };
    });
    const failed = resolved.flatMap((one) => ('problems' in one ? [one] : []));
    if (failed.length > 0)
      await workspace.write((db) =>
        imports.settle(
          db,
          workspaceId,
          failed.map(({ line, problems }) => ({
            importId: id,
            line,
            state: 'failed',
            problems,
            responseId: null,
            contactId: null,
            madeContact: false,
            madeAccountId: null,
          })),
        ),
      );
    const lines = resolved.flatMap((one) => ('brought' in one ? [one.brought] : []));
    await recorder.bring(workspaceId, id, lines);
    if (rows.length === TOGETHER) return true;
    const at = clock.now();
    await workspace.write((db) =>
      imports.change(db, workspaceId, { id, from: ['running'] }, { status: 'done', finishedAt: at }),
    );
    const last = lines.at(-1);
    if (last) live.publish(workspaceId, { type: 'response', id: last.responseId, surveyId: last.contentId });
    live.publish(workspaceId, { type: 'import', id, status: 'done' });
    return false;
  };
}

async function takeBackSome(
  { database, recorder, clock, live }: RunDeps,
  workspaceId: string,
  { id }: ImportRecord,
): Promise<boolean> {
  const workspace = database.forWorkspace(workspaceId);
  const lines = await workspace.read((db) => imports.listBrought(db, workspaceId, id, TOGETHER));
  await recorder.takeBack(workspaceId, id, lines);
  if (lines.length === TOGETHER) return true;
  const at = clock.now();
  await workspace.write((db) =>
    imports.change(db, workspaceId, { id, from: ['undoing'] }, { status: 'undone', undoneAt: at }),
  );
  live.publish(workspaceId, { type: 'import', id, status: 'undone' });
  return false;
}
