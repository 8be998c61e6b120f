import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';
import type { AppEnv } from '../app-env.ts';
import type { Metrics } from '../metrics.ts';

/** The pattern of the route that answers, e.g. `/v1/keys/:id`: no ids, no query. */
export function routePattern(c: Parameters<typeof matchedRoutes>[0]): string {
  return matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path ?? 'none';
}

/** Logs and measures each request by its route. Nothing personal: no address, no query, no header, no body. */
export function requestLog({ log, metrics }: { log: Logger; metrics: Metrics }): MiddlewareHandler<AppEnv> {
  return async function requestLog(c, next) {
    const startedAt = performance.now();
    await next();
    const ms = performance.now() - startedAt;
    const route = routePattern(c);
    const { status } = c.res;
    metrics.observeRequest(c.req.method, route, status, ms / 1_000);
    if (!log.isLevelEnabled('info')) return;
    log.info(
      { requestId: c.var.requestId, method: c.req.method, route, status, ms: Math.round(ms * 10) / 10 },
      'request',
    );
  };
}
