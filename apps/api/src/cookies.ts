import type { Context } from 'hono';

/** Sends cookies that were made elsewhere, attributes and all. */
export function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}
