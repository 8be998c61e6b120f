import { deliveries, workspaces } from '@banso/database';
import { SECOND_MS } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import { createEgress } from '../egress.ts';
import type { DeliverDeps } from '../outbox/deliver.ts';
import { deliverSome } from '../outbox/deliver.ts';
import type { OpenLive } from '../live.ts';
import { passOn, tellInTime } from '../outbox/pass-on.ts';

const EVERY_MS = 10 * SECOND_MS;
/** For one attempt, from resolving the name to the status of the answer. */
const TIMEOUT_MS = 15 * SECOND_MS;
/** After these something may wait in the outbox. */
const TELLING: ReadonlySet<string> = new Set(['response', 'message', 'case', 'content', 'webhook']);

type OutboxDeps = Pick<Deps, 'database' | 'clock' | 'newId' | 'live' | 'settings' | 'published' | 'log'>;

/** Sends what waits, in lanes: one for each workspace, and one for each webhook, so that none waits for another. */
export interface OutboxLanes {
  /** Looks into the outbox of a workspace, and sends what is due. @returns once all of that was tried. */
  hear(workspaceId: string): Promise<void>;
  /** As {@link hear}, and tells what only time brings. */
  run(workspaceId: string): Promise<void>;
  /** Begins nothing any more, and waits for what is under way. */
  close(): Promise<void>;
}

/** @param egress - The way out. Default: the one of the installation. */
export function outboxLanes(
  deps: OutboxDeps,
  {
    egress = createEgress({ allow: deps.settings.egressAllow, timeoutMs: TIMEOUT_MS }),
    chance = Math.random,
  }: Partial<Pick<DeliverDeps, 'egress' | 'chance'>> = {},
): OutboxLanes {
  let isClosed = false;
  const lanes = new Map<string, Promise<void>>();
  /** What was asked for while it was under way. */
  const again = new Set<string>();

  /** Work under one name runs once at a time; asked for meanwhile, once more afterwards. */
  function inLane(name: string, work: () => Promise<void>): Promise<void> {
    const running = lanes.get(name);
    if (running) {
      again.add(name);
      return running;
    }
    const loop = async () => {
      do {
        again.delete(name);
        await work();
      } while (again.has(name) && !isClosed);
    };
    const lane = loop()
      .catch((err: unknown) => deps.log.error({ err }, 'the outbox failed'))
      .finally(() => lanes.delete(name));
    lanes.set(name, lane);
    return lane;
  }

  async function send(workspaceId: string): Promise<void> {
    const due = await deps.database
      .forWorkspace(workspaceId)
      .read((db) => deliveries.listDue(db, workspaceId, deps.clock.now()));
    await Promise.all(
      due.map((id) =>
        inLane(id, async () => {
          while (!isClosed && (await deliverSome({ ...deps, egress, chance }, workspaceId, id)) > 0);
        }),
      ),
    );
  }

  const passAllOn = (workspaceId: string) =>
    inLane(workspaceId, async () => {
      while (!isClosed && (await passOn(deps, workspaceId)));
    });

  return {
    async hear(workspaceId) {
      if (isClosed) return;
      await passAllOn(workspaceId);
      // not in the lane of the workspace: a slow webhook does not hold back what happens next
      if (!isClosed) await send(workspaceId);
    },
    async run(workspaceId) {
      if (isClosed) return;
      await passAllOn(workspaceId);
      if (!isClosed) await inLane(`${workspaceId} in time`, () => tellInTime(deps, workspaceId));
      if (!isClosed) await send(workspaceId);
    },
    async close() {
      isClosed = true;
      await Promise.all(lanes.values());
    },
  };
}

/**
 * Sends what waits: at once when something happens in this process or another, and every ten seconds what has become due.
 *
 * @returns the function that stops it, after the attempts under way.
 */
export function startOutbox(deps: OutboxDeps & { live: OpenLive }): () => Promise<void> {
  const lanes = outboxLanes(deps);
  const failed = (err: unknown) => deps.log.error({ err }, 'the outbox failed');
  const stopHearing = deps.live.subscribeAll((workspaceId, { type }) => {
    if (TELLING.has(type)) void lanes.hear(workspaceId).catch(failed);
  });
  let underWay: Promise<void> | undefined;
  const round = async () => {
    for (const id of await workspaces.listIds(deps.database.control)) void lanes.run(id).catch(failed);
  };
  const timer = setInterval(() => {
    underWay ??= round()
      .catch(failed)
      .finally(() => (underWay = undefined));
  }, EVERY_MS);
  timer.unref();
  return async () => {
    stopHearing();
    clearInterval(timer);
    await underWay;
    await lanes.close();
  };
}
