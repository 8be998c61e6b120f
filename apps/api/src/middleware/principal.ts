import type { MiddlewareHandler } from 'hono';
import { holds, type createAdmission } from '../admission.ts';
import type { AppEnv } from '../app-env.ts';
import { setCookies } from '../cookies.ts';
import { AppError } from '../errors.ts';
import type { OperationTable } from '../operation-table.ts';

/**
 * Lets a request through to its operation when the operation's own `x-access` says so, and sets principal and workspace.
 * A route that does not state its access is refused.
 */
export function enforceAccess(
  admit: ReturnType<typeof createAdmission>,
  operations: OperationTable,
): MiddlewareHandler<AppEnv> {
  return async function enforceAccess(c, next) {
    const matched = operations.match(c);
    if (matched.kind === 'unlabelled')
      throw new AppError('forbidden', 'This address does not say who may use it.');
    if (matched.kind !== 'operation' || matched.access === 'public' || matched.access === 'widget')
      return next();
    const { principal, workspaceId, cookies } = await admit(matched.access, {
      headers: c.req.raw.headers,
      workspaceInQuery: c.req.query('workspace'),
    });
    setCookies(c, cookies);
    c.set('principal', principal);
    c.set('withholdsTexts', !holds(principal, 'read_texts'));
    if (workspaceId !== undefined) c.set('workspaceId', workspaceId);
    return next();
  };
}
