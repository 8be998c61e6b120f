import type { DatabaseConnection, PostgresPool, TransactionSettings } from 'kysely';
import { CompiledQuery, PostgresDriver as KyselyPostgresDriver } from 'kysely';
import { escapeLiteral } from 'pg';
import type { TransactionContext } from './inside.ts';

/**
 * Kysely's PostgreSQL driver, whose transactions begin with the role and the workspace of row-level security in the same
 * round trip. Both end with the transaction, so that a pooler may give the connection to anybody afterwards.
 */
export class PostgresDriver extends KyselyPostgresDriver {
  readonly #appRole: string | undefined;
  readonly #context: TransactionContext;

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
    const begin = `begin isolation level read committed ${settings.accessMode ?? 'read write'}`;
    const { workspaceId, keyHash, asOwner } = this.#context.current ?? {};
    const sets = Object.entries({
      'banso.workspace': workspaceId,
      'banso.key_hash': keyHash,
      role: asOwner ? undefined : this.#appRole,
    }).flatMap(([name, value]) =>
      value === undefined ? [] : `set_config('${name}', ${escapeLiteral(value)}, true)`,
    );
    // no parameters: the simple protocol takes both statements at once
    const statements = sets.length > 0 ? `${begin}; select ${sets.join(', ')}` : begin;
    await connection.executeQuery(CompiledQuery.raw(statements));
  }
}
