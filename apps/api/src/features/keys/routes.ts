import { common, organisation } from '@banso/contract';
import type { KeyScope } from '@banso/contract';
import { audit, keys, workspaces } from '@banso/database';
import type { Db, KeyRecord } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { newCredential } from '../../credential.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { cursorOf, pageOf } from '../../paging.ts';
import { identitySecretPlace, seal } from '../../sealing.ts';
import { readPublicKey } from './public-key.ts';

const tags = ['keys'];
const Params = z.object({ id: common.KeyId });
/** The old and the new one, while the customer's servers change over. */
const MAX_IDENTITY_KEYS = 2;

/** The keys of a workspace. Mounted at the root: `/v1/keys`. */
export const keyRoutes = ({ database, clock, newId, settings }: Deps) =>
  router()
    .openapi(
      operation('administer', {
        method: 'get',
        path: '/v1/keys',
        tags,
        summary: 'List keys that work, oldest first',
        request: { query: common.PageQuery },
        responses: { 200: json(common.page(organisation.Key), 'A page of keys') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { limit, cursor } = c.req.valid('query');
        const page = { after: cursorOf(cursor, 'key'), limit: limit + 1 };
        const found = await database.forWorkspace(workspaceId).read((db) => keys.list(db, workspaceId, page));
        return c.json(pageOf(found, limit, shown), 200);
      },
    )
    .openapi(
      operation('administer', {
        method: 'post',
        path: '/v1/keys',
        tags,
        summary: 'Create a key; it is answered once and never again',
        description:
          'A workspace has at most two identity keys: the old one and the new one. Of EdDSA only the public key is taken, as PEM or JWK.',
        request: { body: body(organisation.KeyCreate) },
        responses: { 201: json(organisation.KeyCreated, 'The key') },
      }),
      async (c) => {
        const { workspaceId, principal, withholdsTexts } = c.var;
        const asked = c.req.valid('json');
        if (withholdsTexts && asked.kind === 'secret' && asked.scopes.includes('read'))
          throw new AppError('forbidden', 'The key could read what you may not: what customers write.');
        const id = newId('key');
        const at = clock.now();
        const made = make(id, asked, settings.secret);
        const { key, ...stored } = made;
        await database.forWorkspace(workspaceId).write(async (db) => {
          if (stored.kind === 'identity') await requireRoomForIdentityKey(db, workspaceId);
          await keys.create(db, workspaceId, { ...stored, id, createdAt: at });
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'key.create',
            target: id,
            change: { kind: stored.kind, name: stored.name, scopes: stored.scopes },
          });
        });
        const value = stored.kind === 'identity' && stored.algorithm === 'HS256' ? null : stored.material;
        const { hash: _, material: __, ...record } = stored;
        return c.json({ ...shown({ ...record, id, value, createdAt: at, lastUsedAt: null }), key }, 201);
      },
    )
    .openapi(
      operation('administer', {
        method: 'delete',
        path: '/v1/keys/{id}',
        tags,
        summary: 'Revoke a key; it stops working at once and for ever',
        request: { params: Params },
        responses: { 204: { description: 'Revoked' } },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const at = clock.now();
        await database.forWorkspace(workspaceId).write(async (db) => {
          const revoked = await keys.revoke(db, workspaceId, id, at);
          if (!revoked) throw new AppError('not_found', 'There is no such key.');
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'key.revoke',
            target: id,
            change: { kind: revoked.kind, name: revoked.name },
          });
        });
        return c.body(null, 204);
      },
    );

type Made = Omit<Parameters<typeof keys.create>[2], 'id' | 'createdAt'> & { key: string | null };

/** A key of the kind that was asked for: what is stored of it, and what is answered once. */
function make(id: string, request: z.infer<typeof organisation.KeyCreate>, secret: string): Made {
  const { kind, name } = request;
  const plain = { kind, name, scopes: [], algorithm: null, material: null };
  if (kind === 'publishable') {
    const { value, hash, hint } = newCredential('bpk');
    return { ...plain, hash, hint, material: value, key: value };
  }
  if (kind === 'secret') {
    const { value, hash, hint } = newCredential('bsk');
    return { ...plain, scopes: [...new Set(request.scopes)], hash, hint, key: value };
  }
  if (request.algorithm === 'HS256') {
    const { value, hint } = newCredential('bis');
    const material = seal(secret, identitySecretPlace(id), value);
    return { ...plain, algorithm: 'HS256', hash: null, hint, material, key: value };
  }
  const { pem, hint } = readPublicKey(request.publicKey);
  return { ...plain, algorithm: 'EdDSA', hash: null, hint, material: pem, key: null };
}

async function requireRoomForIdentityKey(db: Db, workspaceId: string): Promise<void> {
  await workspaces.lock(db, workspaceId);
  const active = await keys.activeIdentityKeys(db, workspaceId);
  if (active.length >= MAX_IDENTITY_KEYS)
    throw new AppError('conflict', 'There are two identity keys already. Revoke one first.');
}

const shown = (key: KeyRecord) => ({ ...key, scopes: key.scopes as KeyScope[] });
