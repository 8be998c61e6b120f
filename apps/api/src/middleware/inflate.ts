import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { AppError } from '../errors.ts';

const unzip = promisify(gunzip);

/**
 * Takes gzip off a body, so that whoever comes next reads what was meant.
 * @param options.at - The paths that take such bodies.
 * @param options.limit - What may come out of it, in bytes.
 */
export function inflate({
  at,
  limit,
}: {
  at: ReadonlySet<string>;
  limit: number;
}): MiddlewareHandler<AppEnv> {
  return async function inflate(c, next) {
    const encoding = c.req.header('content-encoding')?.trim().toLowerCase();
    if (encoding === undefined || encoding === 'identity' || !at.has(c.req.path)) return next();
    if (encoding !== 'gzip')
      throw new AppError('unsupported_media_type', 'Send the body as it is, or compressed with gzip.');
    const plain = await unzip(await c.req.arrayBuffer(), { maxOutputLength: limit }).catch(
      (cause: unknown) => {
        if (cause instanceof RangeError)
          throw new AppError('too_large', `The body may hold at most ${limit} bytes.`, { cause });
        throw new AppError('invalid', 'The body is not gzip.', { cause });
      },
    );
    const headers = new Headers(c.req.raw.headers);
    headers.delete('content-encoding');
    headers.set('content-length', `${plain.byteLength}`);
    c.req.raw = new Request(c.req.url, { method: c.req.method, headers, body: new Uint8Array(plain) });
    // what was read of the compressed body is no longer the body
    c.req.bodyCache = {};
    return next();
  };
}
