import type { Database } from '@banso/database';
import { DAY_MS, HOUR_MS, MINUTE_MS, msBetween, SECOND_MS } from '@banso/domain/time';
import type { BetterAuthPlugin } from 'better-auth';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint, isAPIError } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { systemClock } from './clock.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { derivedKey } from './sealing.ts';
import type { Settings } from './settings.ts';

/** A session ends after so long without a request, */
const IDLE_MS = 12 * HOUR_MS;
/** and after so long in any case. */
const ABSOLUTE_MS = 14 * DAY_MS;
/** A session is prolonged at most this often, so that not every request writes. */
const PROLONG_EVERY_MS = 15 * MINUTE_MS;

/** Who is signed in. */
export interface Session {
  userId: string;
  name: string;
  email: string;
  token: string;
  /** When it ends unless there is another request. */
  expiresAt: string;
  /** Cookies to send along, when the session was prolonged. */
  cookies: readonly string[];
}

/** Sign-in of members. Nobody signs up by themselves: setup and invitations make users. */
export interface Auth {
  /** Cookies of a new session; undefined for a wrong e-mail or password, which take equally long. */
  signIn(email: string, password: string): Promise<readonly string[] | undefined>;
  /** Cookies of a new session for somebody whom another rule has let in (setup, an invitation, the demo). */
  startSession(userId: string): Promise<readonly string[]>;
  /** Ends the session of these headers, if there is one; cookies that clear it. */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** The session of these headers; undefined when there is none, or it has ended. */
  session(headers: Headers): Promise<Session | undefined>;
}

/** Name of the session cookie. With https the browser itself keeps it to this host and to encrypted connections. */
export const sessionCookieName = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-banso_session' : 'banso_session';

/** An endpoint that no address leads to: only this service's own code calls it. */
const sessionsByUser = {
  id: 'banso-sessions',
  endpoints: {
    startSession: createAuthEndpoint(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        if (!user) throw new TypeError('There is no such user');
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return { token: session.token };
      },
    ),
  },
} satisfies BetterAuthPlugin;

/** better-auth on our own tables, reached through functions only: none of its addresses is exposed. */
export function createAuth({ settings, database }: { settings: Settings; database: Database }): Auth {
  const isSecure = settings.publicUrl.startsWith('https:');
  const auth = betterAuth({
    baseURL: settings.publicUrl,
    basePath: '/v1/auth',
    secret: derivedKey(settings.secret, 'sessions').toString('base64url'),
    database: { db: database.control, type: database.dialect },
    telemetry: { enabled: false },
    logger: { disabled: true }, // it would write e-mails into the log
    rateLimit: { enabled: false }, // ours counts across processes
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    user: { modelName: 'auth_user' },
    session: {
      modelName: 'auth_session',
      expiresIn: IDLE_MS / SECOND_MS,
      updateAge: PROLONG_EVERY_MS / SECOND_MS,
    },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    advanced: {
      useSecureCookies: false, // it would add __Secure-, and __Host- says more
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
      cookies: { session_token: { name: sessionCookieName(settings.publicUrl) } },
      database: { validateSchema: false },
    },
    plugins: [sessionsByUser],
  });

  return {
    async signIn(email, password) {
      try {
        const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
        return headers.getSetCookie();
      } catch (error) {
        if (isAPIError(error) && error.status === 'UNAUTHORIZED') return undefined;
        throw error;
      }
    },
    async startSession(userId) {
      const { headers } = await auth.api.startSession({ body: { userId }, returnHeaders: true });
      return headers.getSetCookie();
    },
    async signOut(headers) {
      const answer = await auth.api.signOut({ headers, returnHeaders: true });
      return answer.headers.getSetCookie();
    },
    async session(headers) {
      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true });
      if (!response) return undefined;
      const { session, user } = response;
      // better-auth writes these times by the machine's clock, so they are compared with that one
      if (msBetween(session.createdAt.toISOString(), systemClock.now()) > ABSOLUTE_MS) {
        await auth.api.signOut({ headers });
        return undefined;
      }
      return {
        userId: user.id,
        name: user.name,
        email: user.email,
        token: session.token,
        expiresAt: session.expiresAt.toISOString(),
        cookies: answered.getSetCookie(),
      };
    },
  };
}
