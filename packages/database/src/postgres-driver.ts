import type {
  AbortableOperationOptions,
  DatabaseConnection,
  PostgresPool,
  TransactionSettings,
} from 'kysely';
import { CompiledQuery, PostgresDriver as KyselyPostgresDriver } from 'kysely';
import { escapeLiteral } from 'pg';
import type { TransactionContext } from './inside.ts';

/**
 * What we ask is read within milliseconds, which the server does not guess where a table is large: it would translate the
 * statement into machine code, or share it with processes that take 5 to 8 ms to start.
 */
const FOR_SHORT_READS = { jit: 'off', parallel_setup_cost: '100000' };

/**
 * Kysely's PostgreSQL driver, whose transactions begin with the role and the workspace of row-level security in the same
 * round trip. What is set ends with the transaction, so that a pooler may give the connection to anybody afterwards.
 */
export class PostgresDriver extends KyselyPostgresDriver {
  readonly #appRole: string | undefined;
  readonly #context: TransactionContext;
  #inUse = 0;
  #allReturned: (() => void) | undefined;

  /** @param appRole - Taken by every transaction; undefined where the connecting role is itself below row-level security. */
  constructor(pool: PostgresPool, appRole: string | undefined, context: TransactionContext) {
    super({ pool });
    this.#appRole = appRole;
    this.#context = context;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const begin = `begin isolation level ${settings.isolationLevel ?? 'read committed'} ${settings.accessMode ?? 'read write'}`;
    const { workspaceId, keyHash, asOwner } = this.#context.current ?? {};
    const sets = Object.entries({
      ...FOR_SHORT_READS,
      'banso.workspace': workspaceId,
      'banso.key_hash': keyHash,
      role: asOwner ? undefined : this.#appRole,
    }).flatMap(([name, value]) =>
      value === undefined ? [] : `set_config('${name}', ${escapeLiteral(value)}, true)`,
    );
    try {
      // no parameters: the simple protocol takes both statements at once
      await connection.executeQuery(CompiledQuery.raw(`${begin}; select ${sets.join(', ')}`));
    } catch (error) {
      // Kysely takes it for not begun: nobody else would end it before the pool gives the connection away
      await connection.executeQuery(CompiledQuery.raw('rollback'));
      throw error;
    }
  }

  override async acquireConnection(options?: AbortableOperationOptions): Promise<DatabaseConnection> {
    this.#inUse++;
    try {
      return await super.acquireConnection(options);
    } catch (error) {
      this.#returned();
      throw error;
    }
  }

  override async releaseConnection(
    connection: Parameters<KyselyPostgresDriver['releaseConnection']>[0],
  ): Promise<void> {
    await super.releaseConnection(connection);
    this.#returned();
  }

  /** Waits until every connection is back: a pool that ends forgets whoever waits for one, who would then wait for ever. */
  override async destroy(): Promise<void> {
    if (this.#inUse > 0) await new Promise<void>((returned) => (this.#allReturned = returned));
    await super.destroy();
  }

  #returned(): void {
    this.#inUse--;
    if (this.#inUse === 0) this.#allReturned?.();
  }
}
