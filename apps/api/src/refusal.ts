import { InvalidCursor } from '@banso/database';
import { HTTPException } from 'hono/http-exception';
import { AppError } from './errors.ts';

/** SQLite and PostgreSQL errors after which the same request can succeed later, and nothing was changed. */
const PASSING =
  /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM)|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|EMFILE|ENOSPC|08|53|57P0|25006|40001|40P01|55P03)/;
/** What `pg` says without a code. */
const PASSING_TEXT = /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

const RETRY_SECONDS = 2;

/** The refusal that an error amounts to; unknown errors become `internal`, with the error as their cause. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) return ofHttp(error);
  if (error instanceof InvalidCursor) {
    const message = 'is not one that this list gave out';
    return new AppError('invalid', `cursor: ${message}`, { errors: [{ path: 'query.cursor', code: 'invalid', message }], cause: error });
  }
  if (isPassing(error))
    return new AppError('unavailable', 'The database cannot be reached now. Nothing was changed.', {
      cause: error,
      retryAfter: RETRY_SECONDS,
    });
  return new AppError('internal', 'This is our fault. It was written down under the request id.', { cause: error });
}

/** What Hono's own validators throw. */
function ofHttp(error: HTTPException): AppError {
  if (error.status === 415)
    return new AppError('unsupported_media_type', 'Send the body as application/json.', { cause: error });
  if (error.status === 413) return new AppError('too_large', 'The body is too large.', { cause: error });
  if (error.status < 500) return new AppError('invalid', 'The body is not valid JSON.', { cause: error });
  return new AppError('internal', 'This is our fault. It was written down under the request id.', { cause: error });
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return PASSING.test(code) || PASSING_TEXT.test(error.message) || (error.cause !== undefined && isPassing(error.cause));
}
