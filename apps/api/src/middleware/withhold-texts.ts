import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { OperationTable } from '../operation-table.ts';

/**
 * The one place where what customers write is kept from somebody without the permission `read_texts`: every JSON answer is gone
 * through by the schema of its operation. Files are no JSON; the operations that write them look at `withholdsTexts` themselves,
 * and so do searches.
 */
export function withholdTexts(operations: OperationTable): MiddlewareHandler<AppEnv> {
  return async function withholdTexts(c, next) {
    await next();
    if (!c.get('withholdsTexts') || !c.res.headers.get('content-type')?.startsWith('application/json'))
      return;
    const withholding = operations.withholding(c);
    if (!withholding) return;
    const { status, headers } = c.res;
    const told = JSON.stringify(withholding(await c.res.json()));
    c.res = undefined; // else the headers of both would be joined
    c.res = new Response(told, { status, headers: withoutLength(headers) });
  };
}

function withoutLength(headers: Headers): Headers {
  const kept = new Headers(headers);
  kept.delete('content-length');
  return kept;
}
