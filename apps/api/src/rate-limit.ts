import { createHmac } from 'node:crypto';
import { dayOf } from '@banso/domain/time';
import { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Clock } from './app-env.ts';
import { AppError } from './errors.ts';
import { derivedKey } from './sealing.ts';
import type { Settings } from './settings.ts';

/** Requests that are let through in a window, per counted name. */
interface Budget {
  points: number;
  seconds: number;
  /** Points taken from PostgreSQL at once, so that a busy name does not cost a statement each time. Default 1. */
  block?: number;
}

const budgetsOf = ({ widgetLimit }: Settings) =>
  ({
    /** One publishable key from one address. */
    widget: { points: widgetLimit, seconds: 60, block: 20 },
    /** All keys, known or not, from one address. */
    widgetAddress: { points: 5 * widgetLimit, seconds: 60, block: 20 },
    /** One member or key of the management API. */
    api: { points: 6_000, seconds: 60, block: 20 },
    /** Exports that one member or key makes or fetches. */
    export: { points: 120, seconds: 3_600 },
    /** Attempts to sign in from one address, and failed ones of one e-mail from one address, and from anywhere. */
    signInAddress: { points: 60, seconds: 600 },
    signIn: { points: 10, seconds: 600 },
    signInEmail: { points: 100, seconds: 3_600 },
    /** Mails with a way to a new password, to one address. */
    resetMail: { points: 5, seconds: 3_600 },
    /** People who begin to answer by one open link from one address: an office behind one may. */
    openLink: { points: 100, seconds: 3_600 },
    /** Setup, invitations and the demo's door from one address. */
    door: { points: 300, seconds: 600 },
  }) as const satisfies Record<string, Budget>;

export type BudgetName = keyof ReturnType<typeof budgetsOf>;

/** Budgets of requests. With PostgreSQL they are shared by every process. */
export interface RateLimits {
  /**
   * Takes one point. What leaves the memory of this process is a keyed hash of the name that changes every day.
   * @throws {AppError} `rate_limited` when nothing is left.
   */
  take(budget: BudgetName, ...name: readonly string[]): Promise<void>;
  /** Gives everything back: what was counted turned out to be in order. */
  reset(budget: BudgetName, ...name: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the budgets: in memory, or with `databaseUrl` in a table of its own, made if it is not there, over two connections
 * of their own. While that database does not answer they are kept in memory.
 */
export async function openRateLimits({
  settings,
  clock,
}: {
  settings: Settings;
  clock: Clock;
}): Promise<RateLimits> {
  const hashKey = derivedKey(settings.secret, 'addresses');
  const store = settings.databaseUrl === undefined ? undefined : await openStore(settings.databaseUrl);
  const hashOf = (name: string) =>
    createHmac('sha256', hashKey)
      .update(`${dayOf(clock.now())}\n${name}`)
      .digest('base64url')
      .slice(0, 22);
  const limiters = Object.fromEntries(
    Object.entries<Budget>(budgetsOf(settings))
      .filter(([, budget]) => budget.points > 0)
      .map(([name, budget]) => [name, limiterOf(name, budget, store, hashOf)]),
  ) as Partial<Record<BudgetName, Limiter>>;
  return {
    async take(budget, ...name) {
      await limiters[budget]?.take(name.join('\n'));
    },
    async reset(budget, ...name) {
      await limiters[budget]?.reset(name.join('\n'));
    },
    close: async () => store?.end(),
  };
}

interface Limiter {
  take(name: string): Promise<void>;
  reset(name: string): Promise<void>;
}

interface Store {
  query(statement: { text: string; values?: unknown[] }): Promise<unknown>;
  end(): Promise<void>;
}

async function openStore(connectionString: string): Promise<Store> {
  const pool = new Pool({ connectionString, max: 2, connectionTimeoutMillis: 2_000 });
  pool.on('error', () => undefined); // an idle connection broke: the next query opens another
  // unlogged: losing the counts in a crash is fine, and taking a point costs no flush
  await pool
    .query(
      'create unlogged table if not exists rate_limit (key text primary key, points integer not null default 0, expire bigint)',
    )
    .catch((error: unknown) => {
      // two processes that start at once: the other one made it
      if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error;
    });
  return {
    // no names: a prepared statement does not survive a pooler in transaction mode
    query: ({ text, values }) => pool.query({ text, values: values ?? [] }),
    end: () => pool.end(),
  };
}

function limiterOf(
  prefix: string,
  { points, seconds, block = 1 }: Budget,
  store: Store | undefined,
  hashOf: (name: string) => string,
): Limiter {
  const memory = new RateLimiterMemory({ keyPrefix: prefix, points, duration: seconds });
  if (!store) return plain(memory, (name) => name);
  const shared = new RateLimiterPostgres({
    storeClient: store,
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: prefix,
    points,
    duration: seconds,
    insuranceLimiter: memory,
    inMemoryBlockOnConsumed: points + 1, // who has used it up costs no statement any more
  });
  return block === 1 ? plain(shared, hashOf) : leased(shared, block, hashOf);
}

async function consume(limiter: RateLimiterAbstract, key: string, points: number): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key, points);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new AppError('rate_limited', 'Too many requests. Try again later.', {
      retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1_000)),
    });
  }
}

const plain = (limiter: RateLimiterAbstract, keyOf: (name: string) => string): Limiter => ({
  take: async (name) => void (await consume(limiter, keyOf(name), 1)),
  reset: async (name) => void (await limiter.delete(keyOf(name))),
});

/** Points that this process may spend until a moment of its own clock. */
interface Lease {
  left: number;
  until: number;
}

/** Takes `block` points at once and spends them here, within the window they were taken in. */
function leased(limiter: RateLimiterAbstract, block: number, keyOf: (name: string) => string): Limiter {
  const leases = new Map<string, Promise<Lease>>();
  const forget = (name: string, lease: Promise<Lease>) => leases.get(name) === lease && leases.delete(name);

  function newLease(name: string): Promise<Lease> {
    const lease = consume(limiter, keyOf(name), block).then(({ msBeforeNext }): Lease => {
      setTimeout(() => forget(name, lease), msBeforeNext).unref();
      return { left: block, until: performance.now() + msBeforeNext };
    });
    leases.set(name, lease);
    lease.catch(() => forget(name, lease));
    return lease;
  }

  return {
    async take(name) {
      for (;;) {
        const lease = leases.get(name) ?? newLease(name);
        const held = await lease;
        if (held.left > 0 && performance.now() < held.until) {
          held.left -= 1;
          return;
        }
        forget(name, lease);
      }
    },
    async reset(name) {
      leases.delete(name);
      await limiter.delete(keyOf(name));
    },
  };
}
