import { AppError } from '../errors.ts';

/**
 * What a failed transaction asks for. `away`: the database cannot take anything now. `conflict`: somebody else was at the
 * same rows, so that the same work succeeds when it is done again. `data`: the work itself, or a bug of ours.
 */
export type Failure = 'away' | 'conflict' | 'data';

/** What was read changed before it could be written. The transaction is rolled back and done again. */
export class LostRace extends Error {}

// PostgreSQL: connection, resources, operator intervention, system errors, authorization, missing database, read-only
const AWAY_SQLSTATE = /^(08|53|57|58|28|3D)|^25006$/;
// serialization, deadlock, lock timeout, and a row that another process has just made
const CONFLICT_SQLSTATE = /^(40001|40P01|55P03|23505)$/;
const AWAY_SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL|CORRUPT|NOTADB)/;
const AWAY_SYSTEM = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_|ENOENT|EMFILE)/;
// the drivers give these no code
const AWAY_MESSAGE =
  /connection terminated|connection error|timeout exceeded|cannot use a pool|not open|database is closed|driver has already been destroyed/i;

/** Reads the code that the driver gave, or its words where it gives none. */
export function failureOf(error: unknown): Failure {
  if (error instanceof LostRace) return 'conflict';
  if (!(error instanceof Error)) return 'data';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (CONFLICT_SQLSTATE.test(code)) return 'conflict';
  if ([AWAY_SQLSTATE, AWAY_SQLITE, AWAY_SYSTEM].some((pattern) => pattern.test(code))) return 'away';
  if (code === '' && AWAY_MESSAGE.test(error.message)) return 'away';
  if (error instanceof AggregateError)
    return error.errors.some((one) => failureOf(one) === 'away') ? 'away' : 'data';
  return 'data';
}

const RETRY_AFTER_SECONDS = 2;

/** What a caller is told when nothing could be kept and the same request can succeed later. */
export function unavailable(detail: string, cause?: unknown): AppError {
  return new AppError('unavailable', detail, { retryAfter: RETRY_AFTER_SECONDS, cause });
}

/** The error to answer with: what is the database's fault becomes `unavailable`. */
export function refusalFor(error: unknown): unknown {
  if (error instanceof AppError || failureOf(error) === 'data') return error;
  return unavailable('The database cannot be reached now; send it again.', error);
}
