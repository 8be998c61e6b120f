import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { AppError } from '../errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The wall against requests that another site makes with a member's cookie. Whatever changes something and is not signed by
 * an Authorization header, which no other site can add, must come from our own pages and carry JSON, which no form can send.
 *
 * @param options.except - Paths that never look at a member's cookie: the widget's, and the pages of surveys shared by link.
 */
export function sameOriginOnly(
  publicUrl: string,
  { except }: { except: (path: string) => boolean },
): MiddlewareHandler<AppEnv> {
  const origins = originsOf(new URL(publicUrl));
  return async function sameOriginOnly(c, next) {
    if (SAFE.has(c.req.method) || except(c.req.path)) return next();
    if (c.req.header('authorization') !== undefined) return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const isOurs = origin === undefined ? site === 'same-origin' : origins.has(origin);
    if (!isOurs || (site !== undefined && site !== 'same-origin'))
      throw new AppError('forbidden', `This must come from a page of ${publicUrl}.`);
    const type = c.req.header('content-type');
    const needsType = c.req.method !== 'DELETE';
    if (type === undefined ? needsType : !/^application\/json\s*(;|$)/i.test(type))
      throw new AppError('unsupported_media_type', 'Send application/json.');
    return next();
  };
}

/** On one's own machine the same page goes by three names. */
function originsOf(url: URL): ReadonlySet<string> {
  if (!LOOPBACK.includes(url.hostname)) return new Set([url.origin]);
  return new Set(LOOPBACK.map((hostname) => Object.assign(new URL(url), { hostname }).origin));
}
