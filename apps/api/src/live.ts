import { AsyncLocalStorage } from 'node:async_hooks';
import type { report } from '@banso/contract';
import type { Database } from '@banso/database';
import type { Logger } from 'pino';

/** The console's live feed: what happened in a workspace, in this process and in every other one. */
export interface Live {
  /** Tells everybody who listens to this workspace; never throws, never waits. */
  publish(workspaceId: string, event: report.LiveEvent): void;
  /** Hears the events of one workspace; returns the function that stops it. */
  subscribe(workspaceId: string, hear: (event: report.LiveEvent) => void): () => void;
}

/** A live feed that spans processes, and is to be closed with this one. */
export interface OpenLive extends Live {
  /** Hears the events of every workspace; returns the function that stops it. */
  subscribeAll(hear: (workspaceId: string, event: report.LiveEvent) => void): () => void;
  /** Sends what is still to be told, and hears nothing any more. */
  close(): Promise<void>;
}

/** What one process tells the others in one notice. */
interface Notice {
  live: string;
  events: { workspaceId: string; event: report.LiveEvent }[];
}

const NOTICE_BYTES = 7_000;

/**
 * Opens the feed. With PostgreSQL, events go to the other processes by NOTIFY, those of one moment together.
 * @param options.processId - Tells this process's own notices from the others'.
 */
export async function openLive(options: {
  database: Database;
  log: Logger;
  processId: string;
}): Promise<OpenLive> {
  const { database, log, processId } = options;
  const hearers = new Map<string, Set<(event: report.LiveEvent) => void>>();
  const ofAll = new Set<(workspaceId: string, event: report.LiveEvent) => void>();
  let waiting: Notice['events'] = [];
  let sending: Promise<void> | undefined;
  // whoever publishes may stand in a transaction; the notice gets one of its own
  const outside = AsyncLocalStorage.snapshot();

  function deliver(workspaceId: string, event: report.LiveEvent): void {
    const ofOne = [...(hearers.get(workspaceId) ?? [])];
    const told = [...ofAll].map((hear) => (one: report.LiveEvent) => hear(workspaceId, one));
    for (const hear of [...ofOne, ...told]) {
      try {
        hear(event);
      } catch (err) {
        log.error({ err }, 'a listener of the live feed failed');
      }
    }
  }

  async function sendAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await database.record(async (tx) => {
          for (const notice of noticesOf(processId, batch)) await tx.notify(notice);
        });
      } catch (err) {
        // a hint only: the rows are there, and the next request reads them
        log.warn({ err }, 'other processes were not told');
      }
    }
    sending = undefined;
  }

  function hearNotice(payload: string): void {
    const notice = parseNotice(payload);
    if (!notice || notice.live === processId) return;
    for (const { workspaceId, event } of notice.events) deliver(workspaceId, event);
  }

  const stopListening = await database.listen(hearNotice);
  return {
    publish(workspaceId, event) {
      deliver(workspaceId, event);
      if (database.dialect === 'sqlite') return;
      waiting.push({ workspaceId, event });
      // what is published meanwhile goes along
      sending ??= outside(() => new Promise<void>((done) => setImmediate(done)).then(sendAll));
    },
    subscribe(workspaceId, hear) {
      const set = hearers.get(workspaceId) ?? new Set();
      hearers.set(workspaceId, set.add(hear));
      return () => {
        set.delete(hear);
        if (set.size === 0 && hearers.get(workspaceId) === set) hearers.delete(workspaceId);
      };
    },
    subscribeAll(hear) {
      ofAll.add(hear);
      return () => void ofAll.delete(hear);
    },
    async close() {
      await stopListening();
      await sending;
      hearers.clear();
      ofAll.clear();
    },
  };
}

/** Payloads that each fit into one NOTIFY. */
function noticesOf(live: string, events: Notice['events']): string[] {
  const text = JSON.stringify({ live, events } satisfies Notice);
  if (Buffer.byteLength(text) <= NOTICE_BYTES) return [text];
  const [only] = events;
  if (events.length === 1) return only ? [JSON.stringify({ live, events: [shortened(only)] })] : [];
  const half = Math.ceil(events.length / 2);
  return [...noticesOf(live, events.slice(0, half)), ...noticesOf(live, events.slice(half))];
}

/** Only an address can be that long. */
function shortened({ workspaceId, event }: Notice['events'][number]): Notice['events'][number] {
  return { workspaceId, event: event.type === 'seen' ? { ...event, url: event.url.slice(0, 500) } : event };
}

/** Undefined for what is none of ours: others may use the same channel. */
function parseNotice(payload: string): Notice | undefined {
  try {
    const value = JSON.parse(payload) as Partial<Notice> | null;
    return typeof value?.live === 'string' && Array.isArray(value.events) ? (value as Notice) : undefined;
  } catch {
    return undefined;
  }
}
