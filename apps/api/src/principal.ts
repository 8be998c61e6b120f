import type { Context } from 'hono';
import type { AppEnv, Principal } from './app-env.ts';
import { AppError } from './errors.ts';

/** Who asks, on an operation that is for members of the team only. @throws {AppError} for a key; its access should say so. */
export function theMember(c: Context<AppEnv>): Extract<Principal, { kind: 'member' }> {
  const { principal } = c.var;
  if (principal.kind !== 'member')
    throw new AppError('forbidden', 'This is for members of the team, not for keys.');
  return principal;
}
