import type { KeyScope, Permission } from '@banso/contract';
import { KEY_SCOPES, ROLE_PERMISSIONS, ROLES } from '@banso/contract';
import { keys, members, workspaces } from '@banso/database';
import type { MemberRecord } from '@banso/database';
import { MINUTE_MS, msBetween } from '@banso/domain/time';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv, Deps, Principal } from '../app-env.ts';
import { credentialHash } from '../credential.ts';
import { AppError } from '../errors.ts';
import type { OperationTable } from '../operation-table.ts';
import type { Access } from '../operation.ts';

type Member = Extract<Principal, { kind: 'member' }>;

/** How often the last use of a key and the last visit of a member are written down. */
const NOTE_EVERY_MS = 5 * MINUTE_MS;

/**
 * Decides for every operation who asks, whether they may, and in which workspace, from the operation's own `x-access`.
 * Nothing is remembered between requests: a lost role, membership, key or session counts from the next request on. A route
 * that does not state its access is refused.
 */
export function enforceAccess(deps: Deps, operations: OperationTable): MiddlewareHandler<AppEnv> {
  const noted = new Map<string, string>();

  /** Writes "was here" now and then, and lets no request wait or fail for it. */
  function note(id: string, write: (at: string) => Promise<void>): void {
    const at = deps.clock.now();
    const last = noted.get(id);
    if (last !== undefined && msBetween(last, at) < NOTE_EVERY_MS) return;
    noted.set(id, at);
    write(at).catch((err: unknown) => deps.log.warn({ err }, 'last use not noted'));
  }

  async function keyOf(credential: string): Promise<Principal> {
    const found = await deps.database.findKeyByHash(credentialHash(credential));
    if (found?.kind !== 'secret') throw new AppError('unauthenticated', 'This is not a secret key that works.');
    const { workspaceId, id, name } = found;
    note(id, (at) => deps.database.forWorkspace(workspaceId).write((db) => keys.touch(db, workspaceId, id, at)));
    return { kind: 'key', id, name, workspaceId, scopes: found.scopes.filter(isScope) };
  }

  async function memberOf(c: Context<AppEnv>): Promise<Member> {
    const session = await deps.auth.session(c.req.raw.headers);
    for (const cookie of session?.cookies ?? []) c.header('set-cookie', cookie, { append: true });
    if (!session) throw new AppError('unauthenticated', 'Sign in, or send a secret key.');
    const memberships = await members.listOfUser(deps.database.control, session.userId);
    const membership = await chosen(c, memberships);
    if (!membership) throw new AppError('unauthenticated', 'Sign in, or send a secret key.');
    const { id, organisationId, userId, name } = membership;
    note(id, (at) => members.touch(deps.database.control, organisationId, id, at));
    return { kind: 'member', id, userId, name, organisationId, role: roleOf(membership) };
  }

  /** Somebody who belongs to several organisations acts in the one whose workspace the request names. */
  async function chosen(c: Context<AppEnv>, memberships: MemberRecord[]): Promise<MemberRecord | undefined> {
    const named = namedWorkspace(c);
    if (memberships.length < 2 || named === undefined) return memberships[0];
    const workspace = await workspaces.find(deps.database.control, named);
    return memberships.find(({ organisationId }) => organisationId === workspace?.organisationId) ?? memberships[0];
  }

  async function workspaceOf(c: Context<AppEnv>, principal: Principal): Promise<string> {
    const named = namedWorkspace(c);
    if (principal.kind === 'key') {
      if (named !== undefined && named !== principal.workspaceId) throw noWorkspace();
      return principal.workspaceId;
    }
    if (named === undefined)
      throw new AppError('invalid', 'Name the workspace in the header banso-workspace.', {
        errors: [{ path: 'header.banso-workspace', code: 'required', message: 'is required' }],
      });
    const workspace = await workspaces.find(deps.database.control, named);
    if (workspace?.organisationId !== principal.organisationId) throw noWorkspace();
    return workspace.id;
  }

  return async function enforceAccess(c, next) {
    const matched = operations.match(c);
    if (matched.kind === 'unlabelled') throw new AppError('forbidden', 'This address does not say who may use it.');
    if (matched.kind !== 'operation' || matched.access === 'public' || matched.access === 'widget') return next();
    const credential = presentedCredential(c);
    const principal = credential === undefined ? await memberOf(c) : await keyOf(credential);
    c.set('principal', principal);
    requirePermission(principal, matched.access);
    if (isWorkspaceAccess(matched.access)) c.set('workspaceId', await workspaceOf(c, principal));
    return next();
  };
}

const noWorkspace = () => new AppError('not_found', 'There is no such workspace.');

/** The workspace that a member's request names; links and event streams cannot send headers, so the address may too. */
function namedWorkspace(c: Context<AppEnv>): string | undefined {
  return c.req.header('banso-workspace') ?? c.req.query('workspace');
}

/** The key of `Authorization: Bearer …`, or the user name of Basic. @throws {AppError} when the header is something else. */
function presentedCredential(c: Context<AppEnv>): string | undefined {
  const header = c.req.header('authorization');
  if (header === undefined) return undefined;
  const [scheme = '', value = ''] = header.trim().split(/\s+/);
  if (/^bearer$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':')[0] ?? '';
  throw new AppError('unauthenticated', 'Send the secret key as a bearer token or as the user name of Basic.');
}

const isScope = (scope: string): scope is KeyScope => KEY_SCOPES.some((known) => known === scope);

function roleOf({ role }: MemberRecord): Member['role'] {
  return ROLES.find((known) => known === role) ?? 'viewer';
}

type WorkspaceAccess = Extract<Access, Permission>;

const isWorkspaceAccess = (access: Access): access is WorkspaceAccess =>
  access !== 'member' && access !== 'widget' && access !== 'public' && !access.startsWith('organisation:');

/** @throws {AppError} `forbidden` when this principal's role or scopes do not reach. */
function requirePermission(principal: Principal, access: Access): void {
  const isForMembers = !isWorkspaceAccess(access);
  if (principal.kind === 'key') {
    if (isForMembers) throw new AppError('forbidden', 'This is for members of the team, not for keys.');
    if (!principal.scopes.some((scope) => scope === access))
      throw new AppError('forbidden', `The key has no scope "${access}".`);
    return;
  }
  if (access === 'member') return;
  const needed = access.replace('organisation:', '');
  if (!ROLE_PERMISSIONS[principal.role].some((permission) => permission === needed))
    throw new AppError('forbidden', `The role "${principal.role}" may not do this.`);
}
