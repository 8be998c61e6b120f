import type { KeyScope, Permission } from '@banso/contract';
import { KEY_SCOPES, permissionsOf, SCOPE_PERMISSIONS } from '@banso/contract';
import type { MemberRecord } from '@banso/database';
import { keys, members, workspaces } from '@banso/database';
import { MINUTE_MS, msBetween } from '@banso/domain/time';
import type { Deps, Principal } from './app-env.ts';
import { credentialHash } from './credential.ts';
import { AppError } from './errors.ts';
import type { Access } from './operation.ts';
import { roleOf } from './roles.ts';

type Member = Extract<Principal, { kind: 'member' }>;
type WorkspaceAccess = Extract<Access, Permission>;

/** Access that somebody has to be known for. */
export type GuardedAccess = Exclude<Access, 'public' | 'widget'>;

/** What a request says about who asks. */
export interface Asker {
  headers: Headers;
  /** Links and event streams cannot send headers, so the address may name the workspace too. */
  workspaceInQuery: string | undefined;
}

export interface Admitted {
  principal: Principal;
  /** Undefined on operations that are not of one workspace. */
  workspaceId: string | undefined;
  /** To send along: a prolonged session. */
  cookies: readonly string[];
}

/** How often the last use of a key and the last visit of a member are written down. */
const NOTE_EVERY_MS = 5 * MINUTE_MS;

/**
 * Decides who asks, whether they may, and in which workspace. Nothing is remembered between requests: a lost role,
 * membership, key or session counts from the next request on.
 * @returns a function that throws an AppError for everybody who is not let in.
 */
export function createAdmission(
  deps: Pick<Deps, 'database' | 'auth' | 'clock' | 'log'>,
): (access: GuardedAccess, asker: Asker) => Promise<Admitted> {
  const { database, auth, clock, log } = deps;
  const noted = new Map<string, string>();

  /** Writes "was here" now and then, and lets no request wait or fail for it. */
  function note(id: string, write: (at: string) => Promise<void>): void {
    const at = clock.now();
    const last = noted.get(id);
    if (last !== undefined && msBetween(last, at) < NOTE_EVERY_MS) return;
    noted.set(id, at);
    write(at).catch((err: unknown) => log.warn({ err }, 'last use not noted'));
  }

  async function keyOf(credential: string): Promise<Principal> {
    const found = await database.findKeyByHash(credentialHash(credential));
    if (found?.kind !== 'secret')
      throw new AppError('unauthenticated', 'This is not a secret key that works.');
    const { workspaceId, id, name } = found;
    note(id, (at) => database.forWorkspace(workspaceId).write((db) => keys.touch(db, workspaceId, id, at)));
    return { kind: 'key', id, name, workspaceId, scopes: found.scopes.filter(isScope) };
  }

  async function memberOf(asker: Asker): Promise<{ principal: Member; cookies: readonly string[] }> {
    const session = await auth.session(asker.headers);
    const membership = session && (await membershipOf(asker, session.userId));
    if (!session || !membership) throw new AppError('unauthenticated', 'Sign in, or send a secret key.');
    const { id, organisationId, userId, name } = membership;
    const role = roleOf(membership.role);
    note(id, (at) => members.touch(database.control, organisationId, id, at));
    return {
      principal: {
        kind: 'member',
        id,
        userId,
        name,
        organisationId,
        role,
        permissions: permissionsOf(role, membership.overrides),
      },
      cookies: session.cookies,
    };
  }

  /** Somebody who belongs to several organisations acts in the one whose workspace the request names. */
  async function membershipOf(asker: Asker, userId: string): Promise<MemberRecord | undefined> {
    const all = await members.listOfUser(database.control, userId);
    const named = namedWorkspace(asker);
    if (all.length < 2 || named === undefined) return all[0];
    const workspace = await workspaces.find(database.control, named);
    return all.find(({ organisationId }) => organisationId === workspace?.organisationId) ?? all[0];
  }

  async function workspaceOf(asker: Asker, principal: Principal): Promise<string> {
    const named = namedWorkspace(asker);
    if (principal.kind === 'key') {
      if (named !== undefined && named !== principal.workspaceId) throw noWorkspace();
      return principal.workspaceId;
    }
    if (named === undefined)
      throw new AppError('invalid', 'Name the workspace in the header banso-workspace.', {
        errors: [{ path: 'header.banso-workspace', code: 'required', message: 'is required' }],
      });
    const workspace = await workspaces.find(database.control, named);
    if (workspace?.organisationId !== principal.organisationId) throw noWorkspace();
    return workspace.id;
  }

  return async function admit(access, asker) {
    const credential = presentedCredential(asker.headers);
    const { principal, cookies } =
      credential === undefined ? await memberOf(asker) : { principal: await keyOf(credential), cookies: [] };
    requirePermission(principal, access);
    const workspaceId = isWorkspaceAccess(access) ? await workspaceOf(asker, principal) : undefined;
    return { principal, workspaceId, cookies };
  };
}

const noWorkspace = () => new AppError('not_found', 'There is no such workspace.');

const namedWorkspace = ({ headers, workspaceInQuery }: Asker): string | undefined =>
  headers.get('banso-workspace') ?? workspaceInQuery;

/** The key of `Authorization: Bearer …`, or the user name of Basic. @throws {AppError} when the header is something else. */
function presentedCredential(headers: Headers): string | undefined {
  const header = headers.get('authorization');
  if (header === null) return undefined;
  const [scheme = '', value = ''] = header.trim().split(/\s+/);
  if (/^bearer$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':')[0] ?? '';
  throw new AppError(
    'unauthenticated',
    'Send the secret key as a bearer token or as the user name of Basic.',
  );
}

const isScope = (scope: string): scope is KeyScope => KEY_SCOPES.some((known) => known === scope);

const isWorkspaceAccess = (access: GuardedAccess): access is WorkspaceAccess =>
  access !== 'member' && !access.startsWith('organisation:');

/** @throws {AppError} `forbidden` when this principal's role or scopes do not reach. */
export function requirePermission(principal: Principal, access: GuardedAccess): void {
  if (principal.kind === 'key') {
    if (!isWorkspaceAccess(access))
      throw new AppError('forbidden', 'This is for members of the team, not for keys.');
    if (!holds(principal, access)) throw new AppError('forbidden', `The key has no scope "${access}".`);
    return;
  }
  if (access === 'member') return;
  const needed = access.replace('organisation:', '');
  if (holds(principal, needed)) return;
  throw new AppError(
    'forbidden',
    needed === 'reply' || needed === 'read_texts'
      ? 'You may not read what customers write, or not reply to it.'
      : `The role "${principal.role}" may not do this.`,
  );
}

/** Whether a principal has a permission: by role and overrides, or by the scopes of a key. */
export function holds(principal: Principal, permission: string): boolean {
  const held: readonly string[] =
    principal.kind === 'key'
      ? principal.scopes.flatMap((scope) => SCOPE_PERMISSIONS[scope])
      : principal.permissions;
  return held.includes(permission);
}
