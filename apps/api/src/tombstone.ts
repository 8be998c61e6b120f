import { createHmac } from 'node:crypto';
import type { PersonRecord } from '@banso/database';
import { derivedKey } from './sealing.ts';

/** How a person is named in a workspace. */
export type Named = Pick<PersonRecord, 'identity' | 'externalId'>;

/**
 * What is kept of an erased person's id: enough to know it again when it comes, and nothing that could be turned back
 * without the installation's secret.
 */
export function tombstoneOf(secret: string, workspaceId: string, { identity, externalId }: Named): string {
  return createHmac('sha256', derivedKey(secret, 'tombstones'))
    .update(JSON.stringify([workspaceId, identity, externalId]))
    .digest('base64url');
}

/**
 * The tombstones that turn somebody away. Who names the id of an erased customer without a token is turned away too; who only
 * named it before, and was erased, keeps nobody out whom a token vouches for.
 */
export function tombstonesAgainst(
  secret: string,
  workspaceId: string,
  { identity, externalId }: Named,
): string[] {
  const classes = identity === 'unverified' ? (['unverified', 'verified'] as const) : [identity];
  return classes.map((each) => tombstoneOf(secret, workspaceId, { identity: each, externalId }));
}
