import { organisation } from '@banso/contract';
import { installation } from '@banso/database';
import type { AppDeps } from '../../app-env.ts';
import { setCookies } from '../../cookies.ts';
import { found } from '../../founding.ts';
import { body, json, operation, router } from '../../operation.ts';
import { AppError } from '../../errors.ts';
import { hashPassword } from '../../password-hash.ts';
import { requireUncommon } from '../../password-rules.ts';

const tags = ['setup'];

/** The first start: whoever comes first becomes the owner. Mounted at the root: `/v1/setup`. */
export const setupRoutes = (deps: AppDeps) =>
  router()
    .openapi(
      operation('public', {
        method: 'get',
        path: '/v1/setup',
        tags,
        summary: 'Say whether this installation still needs an owner, and whether somebody is signed in',
        responses: { 200: json(organisation.SetupState, 'The state') },
      }),
      async (c) => {
        const state = await installation.find(deps.database.control);
        const signedIn = (await deps.auth.session(c.req.raw.headers)) !== undefined;
        const mail = deps.settings.mail !== undefined;
        return c.json({ needed: !state, demo: state?.demo ?? false, signedIn, mail }, 200);
      },
    )
    .openapi(
      operation('public', {
        method: 'post',
        path: '/v1/setup',
        tags,
        summary: 'Create the owner, the organisation and its first workspace; once and for ever',
        description:
          'Signs the owner in. The publishable key opens widget sessions and may stand in any page.',
        request: { body: body(organisation.SetupRequest) },
        responses: { 201: json(organisation.SetupDone, 'Set up') },
      }),
      async (c) => {
        await deps.limits.take('door', 'setup', c.var.clientBucket);
        const request = c.req.valid('json');
        requireUncommon(request.password, 'password', [request.email, request.name]);
        // the answer to everybody but the first, before any work
        if (await installation.find(deps.database.control))
          throw new AppError('conflict', 'This installation was set up before.');
        const { organisationId, workspaceId, publishableKey, userId } = await found(deps, {
          organisation: request.organisation,
          workspace: {
            name: request.workspace,
            defaultLocale: request.defaultLocale,
            locales: [request.defaultLocale],
            timeZone: request.timeZone,
          },
          owner: {
            name: request.name,
            email: request.email,
            passwordHash: await hashPassword(request.password),
          },
          demo: false,
        });
        setCookies(c, await deps.auth.startSession(userId));
        return c.json({ organisationId, workspaceId, publishableKey }, 201);
      },
    );
