import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { AppError } from '../errors.ts';
import { isStorable, maybeUnstorable } from '../storable.ts';

/**
 * Refuses, by the name of the field, text that not every database can hold: a NUL, or half of a character. Where an
 * answer must not be lost for it, the widget's API mends it instead.
 * @param except - Beginning of the paths that see to it themselves.
 */
export function storableText({ except }: { except: string }): MiddlewareHandler<AppEnv> {
  return async function storableText(c, next) {
    if (c.req.url.includes('%00')) throw refusal('address');
    const isOurs =
      c.req.header('content-type')?.startsWith('application/json') && !c.req.path.startsWith(except);
    if (!isOurs || c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const text = await c.req.text();
    const path = maybeUnstorable(text) ? unstorable(jsonOf(text)) : undefined;
    if (path !== undefined) throw refusal(path);
    return next();
  };
}

const refusal = (path: string) =>
  new AppError('invalid', `${path}: must not hold a NUL or half a character`, {
    errors: [{ path, code: 'not_storable', message: 'must not hold a NUL or half a character' }],
  });

/** Undefined for what is no JSON: whoever reads it next says so. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where the first such text or name is, as `a.b.0`; undefined when there is none. */
function unstorable(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path.join('.') || 'body';
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (!isStorable(name)) return path.join('.') || 'body';
    const found = unstorable(inner, [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}
