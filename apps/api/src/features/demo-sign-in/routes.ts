import { createSecretKey } from 'node:crypto';
import { organisation } from '@banso/contract';
import { installation, keys, members, organisations, workspaces } from '@banso/database';
import { MINUTE_MS } from '@banso/domain/time';
import { SignJWT } from 'jose';
import type { AppDeps } from '../../app-env.ts';
import { setCookies } from '../../cookies.ts';
import { AppError } from '../../errors.ts';
import { activeIdentityKeys } from '../../identity-keys.ts';
import { body, json, operation, router } from '../../operation.ts';

const tags = ['demo'];
const TOKEN_MINUTES = 60;

/** Doors of the demo. Outside demo data none of them is there. Mounted at the root. */
export function demoRoutes(deps: AppDeps) {
  const { database, auth, clock, limits } = deps;

  /** The made-up company's organisation. @throws {AppError} `not_found` in a real installation. */
  async function demoOrganisation(): Promise<string> {
    const state = await installation.find(database.control);
    const [id] = state?.demo ? await organisations.listIds(database.control) : [];
    if (id === undefined) throw new AppError('not_found', 'There is nothing at this address.');
    return id;
  }

  async function demoWorkspace(): Promise<string> {
    const [id] = await workspaces.listIds(database.control, await demoOrganisation());
    if (id === undefined) throw new AppError('not_found', 'There is nothing at this address.');
    return id;
  }

  return router()
    .openapi(
      operation('public', {
        method: 'post',
        path: '/v1/demo/sign-in',
        tags,
        summary: 'Sign in as the owner of the demo with one click',
        responses: { 204: { description: 'Signed in' } },
      }),
      async (c) => {
        await limits.take('door', 'demo', c.var.clientBucket);
        const all = await members.list(database.control, await demoOrganisation(), { limit: 200 });
        const owner = all.find(({ role }) => role === 'owner');
        if (!owner) throw new AppError('not_found', 'There is nothing at this address.');
        setCookies(c, await auth.startSession(owner.userId));
        return c.body(null, 204);
      },
    )
    .openapi(
      operation('public', {
        method: 'post',
        path: '/v1/demo/identity-token',
        tags,
        summary: 'Sign an identity token for a made-up customer, as their product would',
        request: { body: body(organisation.DemoTokenRequest) },
        responses: { 200: json(organisation.DemoToken, 'The token') },
      }),
      async (c) => {
        await limits.take('door', 'demo-token', c.var.clientBucket);
        const workspaceId = await demoWorkspace();
        const { userId, accountId } = c.req.valid('json');
        const key = (await activeIdentityKeys(deps, workspaceId)).find(
          ({ algorithm }) => algorithm === 'HS256',
        );
        if (!key) throw new AppError('conflict', 'The demo has no HS256 identity key any more.');
        const now = Date.parse(clock.now());
        const token = await new SignJWT(accountId === undefined ? {} : { account: accountId })
          .setProtectedHeader({ alg: 'HS256', kid: key.id })
          .setSubject(userId)
          .setAudience(workspaceId)
          .setIssuedAt(Math.floor(now / 1_000))
          .setExpirationTime(Math.floor((now + TOKEN_MINUTES * MINUTE_MS) / 1_000))
          .sign(createSecretKey(key.material, 'utf8'));
        return c.json({ token }, 200);
      },
    )
    .openapi(
      operation('public', {
        method: 'get',
        path: '/playground/config.json',
        tags,
        summary: 'Say which key the playground embeds the widget with',
        responses: { 200: json(organisation.PlaygroundConfig, 'The configuration') },
      }),
      async (c) => {
        const workspaceId = await demoWorkspace();
        const key = await database
          .forWorkspace(workspaceId)
          .read((db) => keys.findPublishable(db, workspaceId));
        if (!key?.value) throw new AppError('not_found', 'The demo has no publishable key any more.');
        return c.json({ workspaceId, publishableKey: key.value }, 200);
      },
    );
}
