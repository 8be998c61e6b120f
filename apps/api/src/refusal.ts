import { brokenConstraint, InvalidCursor } from '@banso/database';
import { HTTPException } from 'hono/http-exception';
import { AppError } from './errors.ts';
import { failureOf } from './recorder/failure.ts';

const RETRY_SECONDS = 2;

/** The refusal that an error amounts to; unknown errors become `internal`, with the error as their cause. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) return ofHttp(error);
  if (error instanceof InvalidCursor) return ofCursor(error);
  if (brokenConstraint(error) !== undefined)
    return new AppError('conflict', 'Something else has this name or id, or what it refers to is gone.', {
      cause: error,
    });
  if (failureOf(error) !== 'data')
    return new AppError('unavailable', 'The database cannot do this now. Nothing was changed.', {
      cause: error,
      retryAfter: RETRY_SECONDS,
    });
  return internal(error);
}

const internal = (cause: unknown) =>
  new AppError('internal', 'This is our fault. It was written down under the request id.', { cause });

/** What Hono's own validators throw. */
function ofHttp(error: HTTPException): AppError {
  const more = { cause: error };
  if (error.status === 415) return new AppError('unsupported_media_type', 'Send application/json.', more);
  if (error.status === 413) return new AppError('too_large', 'The body is too large.', more);
  if (error.status < 500) return new AppError('invalid', 'The body is not valid JSON.', more);
  return internal(error);
}

function ofCursor(cause: InvalidCursor): AppError {
  const message = 'is not one of ours';
  return new AppError('invalid', `query.cursor: ${message}`, {
    cause,
    errors: [{ path: 'query.cursor', code: 'invalid', message }],
  });
}
