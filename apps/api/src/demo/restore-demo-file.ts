import { keys, organisations, workspaces } from '@banso/database';
import type { Deps } from '../app-env.ts';
import { KEY_SCOPES } from '@banso/contract';
import { newCredential } from '../credential.ts';
import { activeIdentityKeys } from '../identity-keys.ts';
import type { DemoFacts } from './demo-file.ts';
import { readDemoFile, writeDemoFile } from './demo-file.ts';

type RestoreDeps = Pick<Deps, 'settings' | 'database' | 'clock' | 'newId' | 'log'>;

/**
 * Brings `demo.json` up to date with this start. Where it is lost (another data folder beside the same database), it is made
 * anew, with a further secret key: the first one is nowhere to be read.
 * @returns undefined when it cannot be made any more, because keys were revoked or belong to another secret.
 */
export async function restoreDemoFile(deps: RestoreDeps): Promise<DemoFacts | undefined> {
  const { settings, log } = deps;
  const workspaceId = await demoWorkspace(deps);
  const known = await readDemoFile(settings);
  if (known && known.workspaceId === workspaceId) return writeDemoFile(settings, known);
  try {
    return await writeDemoFile(settings, await keysAnew(deps, workspaceId));
  } catch (err) {
    log.warn({ err }, 'demo.json cannot be made again');
    return undefined;
  }
}

/** The workspace with the data is the older one. */
async function demoWorkspace({ database }: RestoreDeps): Promise<string> {
  const [organisationId] = await organisations.listIds(database.control);
  const [workspaceId] = await workspaces.listIds(database.control, organisationId);
  if (workspaceId === undefined) throw new RangeError('The demo has no workspace');
  return workspaceId;
}

async function keysAnew(
  deps: RestoreDeps,
  workspaceId: string,
): Promise<Parameters<typeof writeDemoFile>[1]> {
  const { database, clock, newId } = deps;
  const identity = (await activeIdentityKeys(deps, workspaceId)).find(
    ({ algorithm }) => algorithm === 'HS256',
  );
  const server = newCredential('bsk');
  return database.forWorkspace(workspaceId).write(async (db) => {
    const publishable = await keys.findPublishable(db, workspaceId);
    if (!identity || !publishable?.value) throw new Error('The demo has no keys any more');
    await keys.create(db, workspaceId, {
      id: newId('key'),
      kind: 'secret',
      name: 'demo.json',
      hint: server.hint,
      scopes: [...KEY_SCOPES],
      algorithm: null,
      createdAt: clock.now(),
      hash: server.hash,
      material: null,
    });
    return {
      workspaceId,
      publishableKey: publishable.value,
      secretKey: server.value,
      identitySecret: identity.material,
    };
  });
}
