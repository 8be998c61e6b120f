import {
  audit,
  installation,
  keys,
  members,
  organisations,
  themes,
  users,
  workspaces,
} from '@banso/database';
import type { WorkspaceRecord } from '@banso/database';
import type { Deps } from './app-env.ts';
import { newCredential } from './credential.ts';
import { AppError } from './errors.ts';

/** What the first start needs to know. */
export interface Founding {
  organisation: string;
  workspace: Pick<WorkspaceRecord, 'name' | 'defaultLocale' | 'locales' | 'timeZone'>;
  owner: { name: string; email: string; passwordHash: string };
  /** Demo data will follow: opens the one-click sign-in. */
  demo: boolean;
}

export interface Founded {
  organisationId: string;
  workspaceId: string;
  memberId: string;
  userId: string;
  publishableKey: string;
}

/**
 * Sets the installation up, once and for ever, in one transaction: organisation, owner, first workspace, publishable key.
 * @throws {AppError} `conflict` when that was done before, by this or by another process.
 */
export async function found(
  { database, clock, newId }: Pick<Deps, 'database' | 'clock' | 'newId'>,
  { organisation, workspace, owner, demo }: Founding,
): Promise<Founded> {
  const at = clock.now();
  const [organisationId, workspaceId, memberId, userId] = [
    newId('org'),
    newId('ws'),
    newId('mem'),
    newId('usr'),
  ];
  const key = newCredential('bpk');
  const principal = { kind: 'member', id: memberId, name: owner.name } as const;
  await database.record(async (tx) => {
    const db = await tx.enter(organisationId);
    if (!(await installation.create(db, demo, at)))
      throw new AppError('conflict', 'This installation was set up before.');
    await organisations.create(db, { id: organisationId, name: organisation, createdAt: at });
    await users.create(db, { id: userId, ...owner, email: owner.email.toLowerCase(), at });
    await members.create(db, {
      id: memberId,
      organisationId,
      userId,
      role: 'owner',
      language: null,
      createdAt: at,
      lastSeenAt: null,
    });
    await workspaces.create(db, {
      ...workspace,
      id: workspaceId,
      organisationId,
      identityMode: 'required',
      theme: {},
      requireApproval: false,
      createdAt: at,
      updatedAt: at,
    });
    await audit.append(db, organisationId, {
      at,
      principal,
      action: 'organisation.create',
      target: organisationId,
      change: { name: organisation, workspaceId },
    });
    const inWorkspace = await tx.enter(workspaceId);
    await themes.createDefault(inWorkspace, workspaceId, {}, at);
    await keys.create(inWorkspace, workspaceId, {
      id: newId('key'),
      kind: 'publishable',
      name: workspace.name,
      hint: key.hint,
      scopes: [],
      algorithm: null,
      createdAt: at,
      hash: key.hash,
      material: key.value,
    });
    await audit.append(inWorkspace, workspaceId, {
      at,
      principal,
      action: 'workspace.create',
      target: workspaceId,
      change: { name: workspace.name },
    });
  });
  return { organisationId, workspaceId, memberId, userId, publishableKey: key.value };
}
