import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { AppError } from '../errors.ts';

/**
 * Refuses bodies over `limitOf(path)` bytes, counted by ourselves. Over a socket Node's parser already ends the body at its
 * Content-Length, so a declared length can be believed there; every other body is read up to the limit and no further.
 */
export function bodyLimit(limitOf: (path: string) => number): MiddlewareHandler<AppEnv> {
  return async function bodyLimit(c, next) {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const limit = limitOf(c.req.path);
    const incoming = incomingOf(c);
    const declared = c.req.header('content-length');
    if (declared !== undefined && Number(declared) > limit) throw tooLarge(limit);
    if (incoming && declared === undefined && incoming.headers['transfer-encoding'] !== undefined)
      // node-server takes a body that was read before it from here
      Object.assign(incoming, {
        rawBody: Buffer.concat(await chunksOf(incoming.iterator({ destroyOnReturn: false }), limit)),
      });
    else if (!incoming && c.req.raw.body) {
      const { url, method, headers, body } = c.req.raw;
      c.req.raw = new Request(url, { method, headers, body: Buffer.concat(await chunksOf(body, limit)) });
    }
    return next();
  };
}

/** The Node request behind this one; undefined when it came by no socket. */
export function incomingOf(c: Context): HttpBindings['incoming'] | undefined {
  return (c.env as Partial<HttpBindings> | undefined)?.incoming;
}

const tooLarge = (limit: number) => new AppError('too_large', `The body may hold at most ${limit} bytes.`);

async function chunksOf(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return chunks;
}
