import { ApiError } from '../../../data/api.ts';

/**
 * For a dialog that does not have the fields which the server names: the refusal is told as a whole.
 * @throws {ApiError} without fields.
 */
export function asWhole(error: unknown): never {
  if (!(error instanceof ApiError)) throw error;
  throw new ApiError(
    error.status,
    error.code,
    error.message,
    error.requestId === undefined ? {} : { requestId: error.requestId },
  );
}
