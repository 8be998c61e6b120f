import { event } from '@banso/contract';
import type { Context } from 'hono';
import { AppError } from './errors.ts';
import { maybeUnstorable, storable } from './storable.ts';

/** JSON under its own name, or as plain text, which a browser sends to another host without asking first. */
const ACCEPTED = /^(application\/json|text\/plain)\s*(;|$)/i;

/**
 * The body of a request from a page, as the JSON value that it holds.
 * @throws {AppError} `unsupported_media_type`, `too_large` beyond 512 KiB, `invalid` when it is not JSON.
 */
export async function widgetBody(c: Context): Promise<unknown> {
  const encoding = c.req.header('content-encoding');
  if (
    !ACCEPTED.test(c.req.header('content-type') ?? '') ||
    (encoding !== undefined && encoding !== 'identity')
  )
    throw new AppError('unsupported_media_type', 'Send application/json or text/plain, not compressed.');
  const text = await c.req.text();
  if (text.length > event.MAX_BATCH_BYTES || Buffer.byteLength(text) > event.MAX_BATCH_BYTES)
    throw new AppError('too_large', `The body may hold at most ${event.MAX_BATCH_BYTES} bytes.`);
  try {
    const value: unknown = JSON.parse(text);
    return maybeUnstorable(text) ? storable(value) : value;
  } catch (cause) {
    throw new AppError('invalid', 'The body is not JSON.', { cause });
  }
}
