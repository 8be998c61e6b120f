import type { MiddlewareHandler } from 'hono';
import type { AppEnv, NewId } from '../app-env.ts';

/** Gives each request an id of ours; a caller's own is not believed. It stands in every answer and every log line. */
export function requestId(newId: NewId): MiddlewareHandler<AppEnv> {
  return async function requestId(c, next) {
    const id = newId();
    c.set('requestId', id);
    c.header('x-request-id', id);
    await next();
  };
}
