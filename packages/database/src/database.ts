import type { Kysely } from 'kysely';
import type { ControlTables, Db } from './tables.ts';

export type Dialect = 'sqlite' | 'postgres';

/** One workspace's rows, and nothing else: the only way to a tenant table. */
export interface WorkspaceDb {
  readonly id: string;
  /**
   * Runs queries; every statement that leaves out the workspace, or writes, is refused before it reaches the database.
   * On PostgreSQL inside a read-only transaction with the workspace set for row-level security. Not a snapshot: each
   * statement sees what is committed when it starts.
   */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * As `read`, and every statement sees what was committed when the first one began. For what compares a whole workspace: it takes long,
   * and holds back nobody.
   */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** The same in one durable transaction that may write: all of it or nothing. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
}

/** The recorder's transaction, which visits several workspaces one after the other. */
export interface RecorderTransaction {
  /**
   * Makes `workspaceId` the current workspace: row-level security and the statement guard follow. The handle of the
   * workspace entered before refuses every further statement.
   */
  enter(workspaceId: string): Promise<Db>;
  /**
   * PostgreSQL: takes transaction-long locks in a fixed order, so that two processes never work on the same person at
   * once. Call it once in a transaction, with every name. SQLite has one writer and needs none.
   */
  lock(names: readonly string[]): Promise<void>;
  /**
   * Tells other processes after the commit (PostgreSQL `NOTIFY`); on SQLite there are none.
   * @param payload - At most 7,999 bytes of UTF-8.
   * @throws {RangeError} when it is longer.
   */
  notify(payload: string): Promise<void>;
}

/** A key as its presenter is known: never its material. */
export interface FoundKey {
  workspaceId: string;
  id: string;
  kind: 'publishable' | 'secret';
  name: string;
  scopes: string[];
}

/**
 * An open database. Inside the work of `write`, `record` or (PostgreSQL) `read`, use the handle that was given: asking
 * this object for another connection there throws, since it would wait for itself (SQLite) or drain the pool.
 */
export interface Database {
  readonly dialect: Dialect;
  /** Organisations, members, workspaces and sign-in. Holds no customer's rows, and refuses statements on their tables. */
  readonly control: Kysely<ControlTables>;
  /** @throws {TypeError} for an empty id. */
  forWorkspace(workspaceId: string): WorkspaceDb;
  /** Runs `work` in one durable transaction that may visit several workspaces. */
  record<T>(work: (tx: RecorderTransaction) => Promise<T>): Promise<T>;
  /** The key with this SHA-256 (hex), whatever its workspace; undefined when there is none or it was revoked. */
  findKeyByHash(hash: string): Promise<FoundKey | undefined>;
  /**
   * Hears `notify` of every process, this one included; a no-op on SQLite.
   * @param missed - Called when a lost connection is back: what was told meanwhile was not heard.
   * @returns the function that stops it.
   */
  listen(hear: (payload: string) => void, missed?: () => void): Promise<() => Promise<void>>;
  /**
   * Lets what was erased leave the disk. SQLite has overwritten it (`secure_delete`) and empties the write-ahead log now;
   * PostgreSQL overwrites it when autovacuum comes by, see docs/operating.md.
   * @returns `false` when somebody else reads the log: it is emptied later, in the course of things.
   */
  leaveNoTrace(): Promise<boolean>;
  /** Answers within two seconds or throws: for readiness. */
  ping(): Promise<void>;
  /** Waits for what is under way, then closes every connection. */
  close(): Promise<void>;
}
