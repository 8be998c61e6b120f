/** What a principal may do. Every operation of the management API names exactly one, except `read_texts`: it says what answers hold. */
export const PERMISSIONS = [
  'read',
  'write',
  'publish',
  'administer',
  'own',
  /** Read what customers write, and what is written to and noted about them. */
  'read_texts',
  /** Write to customers. */
  'reply',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['owner', 'admin', 'supervisor', 'member', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/**
 * `read` sees everything in the workspace; `write` edits drafts, accounts, contacts and feedback; `publish` changes what
 * customers see; `administer` keys, members and workspaces; `own` the organisation.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: ['read', 'write', 'publish', 'administer', 'own', 'read_texts', 'reply'],
  admin: ['read', 'write', 'publish', 'administer', 'read_texts', 'reply'],
  supervisor: ['read', 'write', 'publish', 'read_texts', 'reply'],
  member: ['read', 'write', 'publish', 'read_texts', 'reply'],
  viewer: ['read', 'read_texts'],
};

/** Permissions that a member can be given or denied whatever their role says. */
export const MEMBER_PERMISSIONS = ['read_texts', 'reply'] as const;
export type MemberPermission = (typeof MEMBER_PERMISSIONS)[number];
/** What differs from the role for one member: true gives, false denies, null leaves it to the role. */
export type PermissionOverrides = Readonly<Record<MemberPermission, boolean | null>>;

/** What a member may do. Nobody replies to what they may not read. */
export function permissionsOf(role: Role, overrides: PermissionOverrides): Permission[] {
  const by = (permission: MemberPermission) =>
    overrides[permission] ?? ROLE_PERMISSIONS[role].includes(permission);
  const rest = ROLE_PERMISSIONS[role].filter((one) => one !== 'read_texts' && one !== 'reply');
  if (!by('read_texts')) return rest;
  return [...rest, 'read_texts', ...(by('reply') ? (['reply'] as const) : [])];
}

/**
 * Roles that approve drafts. Where a workspace requires approval, others publish only what these have approved, and these
 * alone roll back without asking.
 */
export const APPROVERS: readonly Role[] = ['owner', 'admin', 'supervisor'];

/** What a secret key can be given. Keys never administer: a leaked key must not make more keys. */
export const KEY_SCOPES = ['read', 'write', 'publish'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** What a scope allows: a key that reads reads texts, and one that writes writes to customers. */
export const SCOPE_PERMISSIONS: Readonly<Record<KeyScope, readonly Permission[]>> = {
  read: ['read', 'read_texts'],
  write: ['write', 'reply'],
  publish: ['publish'],
};
