import type BetterSqlite from 'better-sqlite3';
import { CompiledQuery, createQueryId, IdentifierNode, RawNode } from 'kysely';
import type { DatabaseConnection, Driver, QueryCompiler, QueryResult, TransactionSettings } from 'kysely';
import { isRepeated } from './repeated-query.ts';
import { Turns } from './turns.ts';

const STATEMENTS_KEPT = 500;
const WAIT_FOR_CONNECTION_MS = 10_000;

/**
 * Kysely's SQLite driver with three changes: writers take the lock when they begin, statements are prepared once, and who
 * waits too long for the one connection is told so, as a PostgreSQL pool does, instead of waiting for itself for ever.
 */
export class SqliteDriver implements Driver {
  readonly #db: BetterSqlite.Database;
  readonly #turns = new Turns();
  readonly #connection: SqliteConnection;

  constructor(db: BetterSqlite.Database) {
    this.#db = db;
    this.#connection = new SqliteConnection(db);
  }

  async init(): Promise<void> {
    // opened by the caller, so that a file that cannot be opened is refused at once
  }

  /** There is one connection: one transaction, or one statement outside of any, has it at a time. */
  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.take(WAIT_FOR_CONNECTION_MS);
    return this.#connection;
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    // A deferred transaction that reads and then writes can fail with SQLITE_BUSY half-way; an immediate one waits first.
    const begin = settings.accessMode === 'read only' ? 'begin deferred' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // some errors (a full disk) have rolled back already
    if (this.#db.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async savepoint(
    connection: DatabaseConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await connection.executeQuery(compile(withName('savepoint', name), createQueryId()));
  }

  async rollbackToSavepoint(
    connection: DatabaseConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await connection.executeQuery(compile(withName('rollback to', name), createQueryId()));
  }

  async releaseSavepoint(
    connection: DatabaseConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await connection.executeQuery(compile(withName('release', name), createQueryId()));
  }

  async releaseConnection(): Promise<void> {
    this.#turns.end();
  }

  async destroy(): Promise<void> {
    await this.#turns.take(WAIT_FOR_CONNECTION_MS);
    this.#db.close();
  }
}

const withName = (command: string, name: string) =>
  RawNode.create([`${command} `, ''], [IdentifierNode.create(name)]);

function runOnce(statement: Statement, parameters: readonly unknown[]): unknown[] {
  return statement.reader ? statement.all(parameters) : [statement.run(parameters).changes];
}

type Statement = BetterSqlite.Statement<[readonly unknown[]]>;

class SqliteConnection implements DatabaseConnection {
  readonly #db: BetterSqlite.Database;
  readonly #statements = new Map<string, Statement>();

  constructor(db: BetterSqlite.Database) {
    this.#db = db;
  }

  /**
   * Runs a statement once, or a repeated one for each list of parameters; of a repeated write the rows are the changes
   * that each list made.
   */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepared(query.sql);
    if (isRepeated(query)) return { rows: query.each.flatMap((list) => runOnce(statement, list)) as R[] };
    if (statement.reader) return { rows: statement.all(query.parameters) as R[] };
    const { changes } = statement.run(query.parameters);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // prepared anew: a cached statement may not be run again while it is iterated
    for (const row of this.#db.prepare<[readonly unknown[]]>(sql).iterate(parameters))
      yield { rows: [row as R] };
  }

  #prepared(sql: string): Statement {
    const kept = this.#statements.get(sql);
    if (kept) {
      this.#statements.delete(sql); // to the young end
      this.#statements.set(sql, kept);
      return kept;
    }
    const statement = this.#db.prepare<[readonly unknown[]]>(sql);
    this.#statements.set(sql, statement);
    if (this.#statements.size > STATEMENTS_KEPT) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    return statement;
  }
}
