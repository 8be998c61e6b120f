import { PROBLEMS } from '@banso/contract';
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import type { Logger } from 'pino';
import type { AppEnv } from '../app-env.ts';
import { AppError, problemOf } from '../errors.ts';
import { refusalOf } from '../refusal.ts';

function answer(c: Context<AppEnv>, refusal: AppError): Response {
  if (refusal.retryAfter !== undefined) c.header('retry-after', `${refusal.retryAfter}`);
  return c.body(JSON.stringify(problemOf(refusal, c.var.requestId)), PROBLEMS[refusal.code], {
    'content-type': 'application/problem+json',
  });
}

/** Turns every error into a problem document. What is our fault is logged with its cause and answered without details. */
export function onError(log: Logger): ErrorHandler<AppEnv> {
  return function onError(error, c) {
    const refusal = refusalOf(error);
    if (refusal.code === 'internal' || refusal.code === 'unavailable')
      log.error({ requestId: c.var.requestId, err: refusal.cause ?? refusal }, refusal.code);
    return answer(c, refusal);
  };
}

/** The answer for an address that nothing is mounted at. */
export const notFound: NotFoundHandler<AppEnv> = (c) =>
  answer(c, new AppError('not_found', 'There is nothing at this address.'));
