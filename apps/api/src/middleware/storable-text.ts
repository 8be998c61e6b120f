import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { invalidField } from '../errors.ts';
import { maybeUnstorable, unstorableAt } from '../storable.ts';

/**
 * Refuses, by the name of the field, text that not every database can hold: a NUL, or half of a character. Where an
 * answer must not be lost for it, the widget's API mends it instead.
 * @param options.except - Whether a path sees to it itself.
 */
export function storableText({ except }: { except: (path: string) => boolean }): MiddlewareHandler<AppEnv> {
  return async function storableText(c, next) {
    if (c.req.url.includes('%00')) throw refusal('address');
    const isOurs = c.req.header('content-type')?.startsWith('application/json') && !except(c.req.path);
    if (!isOurs || c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const text = await c.req.text();
    const path = maybeUnstorable(text) ? unstorableAt(jsonOf(text)) : undefined;
    if (path !== undefined) throw refusal(path);
    return next();
  };
}

const refusal = (path: string) =>
  invalidField(path, 'not_storable', 'must not hold a NUL or half a character');

/** Undefined for what is no JSON: whoever reads it next says so. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
