import { AsyncLocalStorage } from 'node:async_hooks';

/** What a transaction of ours is opened for. */
export interface Inside {
  /** The workspace for row-level security; undefined for the recorder, which enters several, and for maintenance. */
  readonly workspaceId?: string;
  /** The hash of the key that may be found whatever its workspace. */
  readonly keyHash?: string;
  /** Keeps the connecting role's own rights: for migrations. Default: the application role. */
  readonly asOwner?: boolean;
}

/**
 * The transaction in which the running code stands, and all that is under way. The PostgreSQL driver reads it to open
 * transaction and workspace in one round trip, and every entrance reads it to refuse a second connection.
 */
export class TransactionContext {
  readonly #storage = new AsyncLocalStorage<Inside>();
  readonly #underWay = new Set<Promise<unknown>>();
  #isClosing = false;

  /** Runs `work` as the inside of a transaction. @throws {Error} inside another one, and after `close`. */
  run<T>(inside: Inside, work: () => Promise<T>): Promise<T> {
    return this.outside(() => this.#storage.run(inside, work));
  }

  /** Runs `work`, which opens no transaction. @throws {Error} inside one, and after `close`. */
  async outside<T>(work: () => Promise<T>): Promise<T> {
    this.requireOutside();
    if (this.#isClosing) throw new Error('The database is closed');
    const working = work();
    this.#underWay.add(working);
    try {
      return await working;
    } finally {
      this.#underWay.delete(working);
    }
  }

  get current(): Inside | undefined {
    return this.#storage.getStore();
  }

  /** @throws {Error} inside a transaction: one request holds at most one connection. */
  requireOutside(): void {
    if (this.#storage.getStore())
      throw new Error('Already inside a transaction: use the handle that was given to its work');
  }

  /** Takes no more work, and resolves when what is under way has ended, well or not. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await Promise.allSettled(this.#underWay);
  }
}
