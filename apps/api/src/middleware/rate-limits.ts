import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { addressBucket, clientAddress } from '../client-address.ts';
import { decoded } from '../decoded.ts';
import type { RateLimits } from '../rate-limit.ts';
import { incomingOf } from './body-limit.ts';

/** Decides the client's address once for each request and keeps it in `clientBucket`, which limits count by. */
export function addressOf(trustedProxies: number): MiddlewareHandler<AppEnv> {
  return async function addressOf(c, next) {
    const remote = incomingOf(c)?.socket.remoteAddress;
    const address = clientAddress({ remote, forwardedFor: c.req.header('x-forwarded-for') }, trustedProxies);
    c.set('clientBucket', addressBucket(address));
    return next();
  };
}

/**
 * Counts widget requests by key and address, and by address alone, so that made-up keys gain nothing. The key counts in
 * lower case as it is after decoding: no spelling of it has a budget of its own.
 */
export function widgetLimit(limits: RateLimits): MiddlewareHandler<AppEnv> {
  return async function widgetLimit(c, next) {
    const key = decoded(c.req.path.split('/')[3] ?? '').toLowerCase();
    await limits.take('widgetAddress', c.var.clientBucket);
    await limits.take('widget', c.var.clientBucket, key);
    return next();
  };
}

/** Counts requests of one member or key. */
export function principalLimit(limits: RateLimits): MiddlewareHandler<AppEnv> {
  return async function principalLimit(c, next) {
    const principal: AppEnv['Variables']['principal'] | undefined = c.get('principal');
    if (principal) await limits.take('api', principal.id);
    return next();
  };
}
