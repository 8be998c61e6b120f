/** What a principal may do. Every operation of the management API names exactly one. */
export const PERMISSIONS = ['read', 'write', 'publish', 'administer', 'own'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['owner', 'admin', 'supervisor', 'member', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/**
 * `read` sees everything in the workspace; `write` edits drafts, accounts, contacts and feedback; `publish` changes what
 * customers see; `administer` keys, members and workspaces; `own` the organisation.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: ['read', 'write', 'publish', 'administer', 'own'],
  admin: ['read', 'write', 'publish', 'administer'],
  supervisor: ['read', 'write', 'publish'],
  member: ['read', 'write', 'publish'],
  viewer: ['read'],
};

/**
 * Roles that approve drafts. Where a workspace requires approval, others publish only what these have approved, and these
 * alone roll back without asking.
 */
export const APPROVERS: readonly Role[] = ['owner', 'admin', 'supervisor'];

/** What a secret key can be given. Keys never administer: a leaked key must not make more keys. */
export const KEY_SCOPES = ['read', 'write', 'publish'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];
