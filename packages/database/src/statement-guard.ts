import type {
  CompiledQuery,
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryId,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';
import type { TransactionContext } from './inside.ts';
import { RefusedStatement } from './refused-statement.ts';
import type { StatementScope } from './statement-check.ts';
import { checkStatement } from './statement-check.ts';

/** Checks statements before they are compiled, and lets no answer through to one that was never checked. */
abstract class Guard implements KyselyPlugin {
  readonly #scope: StatementScope;
  readonly #admitted = new WeakSet<QueryId>();

  constructor(scope: StatementScope) {
    this.#scope = scope;
  }

  /** Throws when the handle may not be used now. */
  abstract requireUsable(): void;

  /** Vouches for a statement that was compiled by hand. */
  admit<R>(query: CompiledQuery<R>): CompiledQuery<R> {
    this.#admitted.add(query.queryId);
    return query;
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    this.requireUsable();
    checkStatement(node, this.#scope);
    this.#admitted.add(queryId);
    return node;
  }

  async transformResult({ result, queryId }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    if (!this.#admitted.has(queryId)) throw new RefusedStatement('it was compiled without a check');
    return result;
  }
}

/** When a handle may be used. */
export interface GuardOptions {
  /** Refuses every write. Default false. */
  readOnly?: boolean;
  /** Refuses statements of code that stands inside a transaction and should use its handle. Default: not checked. */
  context?: TransactionContext | undefined;
  /** False once the handle is out of date. Default: always in date. */
  isCurrent?: () => boolean;
}

/**
 * The first wall between workspaces: refuses, before it is compiled, every statement on a tenant table that does not say
 * `workspace_id = <this workspace>`. See `checkStatement` for what counts.
 */
export class StatementGuard extends Guard {
  readonly workspaceId: string;
  readonly #options: GuardOptions;

  /** @throws {TypeError} for an empty id. */
  constructor(workspaceId: string, options: GuardOptions = {}) {
    if (workspaceId === '') throw new TypeError('A workspace has an id');
    super({ workspaceId, readOnly: options.readOnly ?? false });
    this.workspaceId = workspaceId;
    this.#options = options;
  }

  override requireUsable(): void {
    this.#options.context?.requireOutside();
    if (this.#options.isCurrent?.() === false)
      throw new RefusedStatement(`the transaction has left workspace ${this.workspaceId}`);
  }

  /** @throws {RefusedStatement} when this handle only reads. */
  requireWritable(): void {
    if (this.#options.readOnly === true) throw new RefusedStatement('this handle only reads');
  }
}

/** Keeps the handle for organisations, members and sign-in away from every tenant table. */
export class ControlGuard extends Guard {
  readonly #context: TransactionContext;

  constructor(context: TransactionContext) {
    super({ workspaceId: undefined, readOnly: false });
    this.#context = context;
  }

  override requireUsable(): void {
    this.#context.requireOutside();
  }
}
