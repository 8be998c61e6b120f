import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';

/** While the service stops, each answer is the last one of its connection, so that no client starts another request on it. */
export function lastAnswer(stopping: AbortSignal): MiddlewareHandler<AppEnv> {
  return async function lastAnswer(c, next) {
    await next();
    if (stopping.aborted) c.res.headers.set('connection', 'close');
  };
}
