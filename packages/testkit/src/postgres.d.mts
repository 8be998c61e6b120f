/** A running throw-away server with one superuser `postgres` and no password, on 127.0.0.1 only. */
export interface TestPostgres {
  url: string;
  /** The postmaster. Ending it with SIGKILL leaves the data directory behind in the temporary folder. */
  pid: number;
  /** Holds the server's files; removed by `stop`. */
  folder: string;
  /** Ends open sessions, stops the server and removes its files. */
  stop(): Promise<void>;
}

/** Folder that holds `bin/postgres`: PGHOME, the npm package, the system's newest; undefined when there is none. */
export declare function postgresHome(): string | undefined;

/**
 * Starts a new, empty server on a free port; it dies with this process.
 * @param options.durable - true keeps fsync on, for tests that kill things; false (default) is many times faster.
 * @param options.flags - More `postgres` arguments, for example `['-c', 'max_connections=300']`.
 * @returns undefined when this platform has no PostgreSQL binaries.
 * @throws {Error} with the server's last log lines when it does not come up within 30 s.
 */
export declare function startPostgres(options?: {
  durable?: boolean;
  flags?: readonly string[];
}): Promise<TestPostgres | undefined>;
