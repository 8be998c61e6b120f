import { AsyncLocalStorage } from 'node:async_hooks';
import { idempotency } from '@banso/database';
import type { Database, Db } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import { AppError } from './errors.ts';

/** One request's use of an Idempotency-Key. */
export interface Claim {
  /** The workspace, or the organisation for what concerns all of it. */
  scopeId: string;
  keyHash: string;
  requestHash: string;
  at: Instant;
  /** Keys used before this are forgotten. */
  since: Instant;
  /** The key is taken, together with the effect of this request. */
  isCommitted: boolean;
}

/** Another request with the same key has had its effect already; this one's was undone. */
export class KeyInUse extends AppError {
  constructor() {
    super('conflict', 'This request is carried out elsewhere right now.', { retryAfter: 1 });
  }
}

const current = new AsyncLocalStorage<Claim>();

/** Runs a request under a claim: its first transaction in the claim's scope takes the key along. */
export function underClaim<T>(claim: Claim, work: () => Promise<T>): Promise<T> {
  return current.run(claim, work);
}

/**
 * The same database, whose transactions take the Idempotency-Key of their request in the same commit as the effect. So a
 * key has at most one effect, whatever dies when.
 */
export function claimingDatabase(database: Database): Database {
  return {
    ...database,
    forWorkspace(workspaceId) {
      const workspace = database.forWorkspace(workspaceId);
      return {
        ...workspace,
        write: (work) =>
          committing((take) =>
            workspace.write(async (db) => {
              await take(db, workspaceId);
              return work(db);
            }),
          ),
      };
    },
    record: (work) =>
      committing((take) =>
        database.record((tx) =>
          work({
            ...tx,
            async enter(workspaceId) {
              const db = await tx.enter(workspaceId);
              await take(db, workspaceId);
              return db;
            },
          }),
        ),
      ),
  };
}

type Take = (db: Db, scopeId: string) => Promise<void>;

/** Runs one transaction; `take` claims the key in it, once. */
async function committing<T>(transaction: (take: Take) => Promise<T>): Promise<T> {
  const claim = current.getStore();
  let isTaken = false;
  const result = await transaction(async (db, scopeId) => {
    if (!claim || claim.isCommitted || isTaken || claim.scopeId !== scopeId) return;
    if (!(await idempotency.claim(db, scopeId, claim))) throw new KeyInUse();
    isTaken = true;
  });
  if (claim && isTaken) claim.isCommitted = true;
  return result;
}
