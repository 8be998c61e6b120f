import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';

const PREFLIGHT_SECONDS = 86_400;

/**
 * Opens what it stands before to the pages of every site (CORS), always in the same words and never with credentials: there
 * are no cookies here. Pages may read when to come back.
 *
 * Not Hono's own: it touches the answer before it is made, and then each body is copied through a stream.
 */
export function openToPages(methods: readonly string[]): MiddlewareHandler<AppEnv> {
  const preflight = {
    'access-control-allow-methods': methods.join(', '),
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': `${PREFLIGHT_SECONDS}`,
  };
  return async function openToPages(c, next) {
    if (c.req.method === 'OPTIONS') c.res = c.body(null, 204, preflight);
    else await next();
    const { headers } = c.res;
    headers.set('access-control-allow-origin', '*');
    headers.set('access-control-expose-headers', 'etag, retry-after');
  };
}
