import type { Context } from 'hono';
import { AppError } from './errors.ts';

/** The ETag of a record: its revision. */
export const etagOf = (revision: number): string => `"r${revision}"`;

/** The refusal of a change to what somebody else has changed since it was read. */
export const overtaken = (): AppError =>
  new AppError('precondition_failed', 'Somebody else changed this meanwhile. Nothing was overwritten.');

/**
 * Refuses a change by somebody who has not seen the latest state.
 * @throws {AppError} `precondition_required` without If-Match, `precondition_failed` with an old one.
 */
export function requiredRevision(c: Context, revision: number): void {
  requiredTag(c, etagOf(revision));
}

/** As {@link requiredRevision}, for a state that is not one record's. */
export function requiredTag(c: Context, etag: string): void {
  const match = c.req.header('if-match');
  if (match === undefined)
    throw new AppError('precondition_required', 'Send the ETag that you read as If-Match.');
  if (match !== '*' && !match.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
    throw overtaken();
}
