import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/** Who listens to what. */
export interface Listener {
  url: string;
  channel: string;
  hear: (payload: string) => void;
  /** A lost connection is back: what was told meanwhile was not heard. */
  missed: (() => void) | undefined;
}

/**
 * Listens on a connection of its own, and connects again, ever more slowly up to five seconds, when it breaks.
 * @throws {Error} when the first connection fails.
 * @returns the function that stops it.
 */
export async function listen(listener: Listener): Promise<() => Promise<void>> {
  const stopped = new AbortController();
  let client = await connect(listener, () => void reconnect());

  async function reconnect(): Promise<void> {
    for (let wait = FIRST_WAIT_MS; !stopped.signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      try {
        await sleep(wait, undefined, { signal: stopped.signal, ref: false });
        client = await connect(listener, () => void reconnect());
        if (stopped.signal.aborted) await client.end();
        else listener.missed?.();
        return;
      } catch {
        // still down, or stopped while waiting: the loop decides
      }
    }
  }

  return async () => {
    if (stopped.signal.aborted) return;
    stopped.abort();
    client.removeAllListeners('notification');
    await client.end().catch(() => undefined); // already broken
  };
}

async function connect({ url, channel, hear }: Listener, lost: () => void): Promise<Client> {
  const client = new Client({ connectionString: url, keepAlive: true });
  client.on('notification', ({ payload }) => hear(payload ?? ''));
  let isUp = false;
  client.on('error', () => undefined); // 'end' follows
  client.on('end', () => {
    if (isUp) lost();
  });
  try {
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
  } catch (error) {
    await client.end().catch(() => undefined); // never came up
    throw error;
  }
  isUp = true;
  return client;
}
