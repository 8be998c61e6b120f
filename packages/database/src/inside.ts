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
 * The transaction in which the running code stands. The PostgreSQL driver reads it to open transaction and workspace in
 * one round trip, and every entrance reads it to refuse a second connection.
 */
export class TransactionContext {
  readonly #storage = new AsyncLocalStorage<Inside>();

  /** Runs `work` as the inside of a transaction. @throws {Error} when there is one already. */
  async run<T>(inside: Inside, work: () => Promise<T>): Promise<T> {
    this.requireOutside();
    return this.#storage.run(inside, work);
  }

  get current(): Inside | undefined {
    return this.#storage.getStore();
  }

  /** @throws {Error} inside a transaction: one request holds at most one connection. */
  requireOutside(): void {
    if (this.#storage.getStore())
      throw new Error('Already inside a transaction: use the handle that was given to its work');
  }
}
