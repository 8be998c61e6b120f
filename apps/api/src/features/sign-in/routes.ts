import { organisation } from '@banso/contract';
import { setCookies } from '../../cookies.ts';
import type { AppDeps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';

const tags = ['sign-in'];

/** Members' sessions. Mounted at the root: `/v1/auth/…`. */
export const signInRoutes = ({ auth, limits }: AppDeps) =>
  router()
    .openapi(
      operation('public', {
        method: 'post',
        path: '/v1/auth/sign-in/email',
        tags,
        summary: 'Sign in with e-mail and password',
        description: 'Sets the session cookie. A wrong e-mail and a wrong password are answered alike.',
        request: { body: body(organisation.SignInRequest) },
        responses: { 204: { description: 'Signed in' } },
      }),
      async (c) => {
        const { email, password } = c.req.valid('json');
        const name = email.toLowerCase();
        const from = c.var.clientBucket;
        await limits.take('signInAddress', from);
        await limits.take('signIn', name, from);
        await limits.take('signInEmail', name);
        const cookies = await auth.signIn(name, password);
        if (!cookies) throw new AppError('unauthenticated', 'E-mail or password is wrong.');
        await limits.reset('signIn', name, from);
        setCookies(c, cookies);
        return c.body(null, 204);
      },
    )
    .openapi(
      operation('public', {
        method: 'post',
        path: '/v1/auth/sign-out',
        tags,
        summary: 'End the session',
        responses: { 204: { description: 'Signed out, or nobody was signed in' } },
      }),
      async (c) => {
        setCookies(c, await auth.signOut(c.req.raw.headers));
        return c.body(null, 204);
      },
    )
    .openapi(
      operation('public', {
        method: 'get',
        path: '/v1/auth/get-session',
        tags,
        summary: 'Say who is signed in',
        responses: {
          200: json(organisation.SessionState.nullable(), 'The session; null when nobody is signed in'),
        },
      }),
      async (c) => {
        const session = await auth.session(c.req.raw.headers);
        if (!session) return c.json(null, 200);
        setCookies(c, session.cookies);
        const { userId: id, name, email, expiresAt } = session;
        return c.json({ user: { id, name, email }, expiresAt }, 200);
      },
    );
