import { keys } from '@banso/database';
import type { Deps } from './app-env.ts';
import type { IdentityKey } from './identity.ts';
import { identitySecretPlace, unseal } from './sealing.ts';

/** The keys that identity tokens of a workspace may be signed with, ready to verify with. */
export async function activeIdentityKeys(
  { database, settings }: Pick<Deps, 'database' | 'settings'>,
  workspaceId: string,
): Promise<IdentityKey[]> {
  const found = await database
    .forWorkspace(workspaceId)
    .read((db) => keys.activeIdentityKeys(db, workspaceId));
  return found.map((key) => ({
    ...key,
    material:
      key.algorithm === 'HS256'
        ? unseal(settings.secret, identitySecretPlace(key.id), key.material)
        : key.material,
  }));
}
