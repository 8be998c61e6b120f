import { organisation } from '@banso/contract';
import type { Deps } from '../../app-env.ts';
import { activeIdentityKeys } from '../../identity-keys.ts';
import { verifyIdentityToken } from '../../identity.ts';
import { body, json, operation, router } from '../../operation.ts';

/** Tells a customer's developer what is wrong with a token. Mounted at the root: `/v1/identity/check`. */
export const identityCheckRoutes = (deps: Deps) =>
  router().openapi(
    operation('read', {
      method: 'post',
      path: '/v1/identity/check',
      tags: ['keys'],
      summary: 'Check an identity token as a widget session would; nothing is stored',
      request: { body: body(organisation.TokenCheckRequest) },
      responses: { 200: json(organisation.TokenCheck, 'What became of it') },
    }),
    async (c) => {
      const { workspaceId } = c.var;
      const keys = await activeIdentityKeys(deps, workspaceId);
      const now = deps.clock.now();
      const { verdict, claims, keyName } = await verifyIdentityToken(c.req.valid('json').token, {
        workspaceId,
        keys,
        now,
      });
      return c.json(
        {
          verdict,
          subject: claims?.subject ?? null,
          account: claims?.account ?? null,
          expiresAt: claims?.expiresAt ?? null,
          keyName,
        },
        200,
      );
    },
  );
