import { organisation } from '@banso/contract';
import { audit, installation, members, organisations, users, workspaces } from '@banso/database';
import type { Context } from 'hono';
import type { AppDeps, AppEnv } from '../../app-env.ts';
import { AppError, invalidField } from '../../errors.ts';
import { digestMail } from '../../digest/digest-mail.ts';
import { USUAL_DIGEST } from '../../digest/usual-digest.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { body, json, operation, router } from '../../operation.ts';
import { hashPassword, verifyPassword } from '../../password-hash.ts';
import { requireUncommon } from '../../password-rules.ts';
import { theMember } from '../../principal.ts';
import { workspaceRecord } from '../../workspace-record.ts';

const tags = ['me'];

/** The signed-in member. Mounted at the root: `/v1/me`. */
export function meRoutes(deps: AppDeps) {
  const { database, clock, auth, limits, settings } = deps;
  async function me(c: Context<AppEnv>) {
    const { id, organisationId } = theMember(c);
    const { control } = database;
    const member = await members.find(control, organisationId, id);
    const own = await organisations.find(control, organisationId);
    if (!member || !own) throw new AppError('unauthenticated', 'Sign in, or send a secret key.');
    const state = await installation.find(control);
    const all = await workspaces.list(control, organisationId, { limit: 200 });
    const { role, permissions } = theMember(c);
    return {
      user: {
        id: member.userId,
        name: member.name,
        email: member.email,
        language: languageOf(member.language),
      },
      member: {
        id,
        role,
        permissions: [...permissions],
        timeZone: member.timeZone,
        digest: member.digest ?? USUAL_DIGEST,
      },
      organisation: own,
      workspaces: all.map(workspaceRecord),
      demo: state?.demo ?? false,
      mail: settings.mail !== undefined,
    };
  }

  return router()
    .openapi(
      operation('member', {
        method: 'get',
        path: '/v1/me',
        tags,
        summary: 'Read who is signed in, with organisation and workspaces',
        responses: { 200: json(organisation.Me, 'You') },
      }),
      async (c) => c.json(await me(c), 200),
    )
    .openapi(
      operation('member', {
        method: 'patch',
        path: '/v1/me',
        tags,
        summary: "Change one's own name, language, time zone, or when the weekly digest comes",
        request: { body: body(organisation.MeUpdate) },
        responses: { 200: json(organisation.Me, 'You') },
      }),
      async (c) => {
        const principal = theMember(c);
        const change = c.req.valid('json');
        const at = clock.now();
        await database.forWorkspace(principal.organisationId).write(async (db) => {
          if (change.name !== undefined) await users.setName(db, principal.userId, change.name, at);
          if (change.language !== undefined)
            await members.setLanguage(db, principal.organisationId, principal.id, change.language);
          if (change.timeZone !== undefined)
            await members.setTimeZone(db, principal.organisationId, principal.id, change.timeZone);
          if (change.digest !== undefined)
            await members.setDigest(db, principal.organisationId, principal.id, change.digest);
          await audit.append(db, principal.organisationId, {
            at,
            principal,
            action: 'member.update',
            target: principal.id,
            change: { fields: Object.keys(change) },
          });
        });
        return c.json(await me(c), 200);
      },
    )
    .openapi(
      operation('member', {
        method: 'post',
        path: '/v1/me/password',
        tags,
        summary: "Change one's own password; every other session of oneself ends",
        request: { body: body(organisation.PasswordChange) },
        responses: { 204: { description: 'Changed' } },
      }),
      async (c) => {
        const principal = theMember(c);
        const { currentPassword, newPassword } = c.req.valid('json');
        await limits.take('signIn', 'password', principal.userId);
        const session = await auth.session(c.req.raw.headers);
        const hash = await users.findPasswordHash(database.control, principal.userId);
        if (!session || hash === undefined || !(await verifyPassword(hash, currentPassword)))
          throw invalidField('currentPassword', 'wrong_password', 'is wrong');
        requireUncommon(newPassword, 'newPassword', [session.email, session.name]);
        const newHash = await hashPassword(newPassword);
        const at = clock.now();
        await database.forWorkspace(principal.organisationId).write(async (db) => {
          await users.setPasswordHash(db, principal.userId, newHash, at);
          await users.endSessions(db, principal.userId, session.token);
          await audit.append(db, principal.organisationId, {
            at,
            principal,
            action: 'member.change_password',
            target: principal.id,
            change: {},
          });
        });
        await limits.reset('signIn', 'password', principal.userId);
        return c.body(null, 204);
      },
    )
    .openapi(
      operation('read', {
        method: 'post',
        path: '/v1/me/digest',
        tags,
        summary: 'Mail the weekly digest of this workspace to oneself now',
        responses: { 200: json(organisation.DigestSent, 'Whether there was something to say') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const principal = theMember(c);
        if (!settings.mail) throw new AppError('conflict', 'This installation has no mail server.');
        await limits.take('resetMail', 'digest', principal.id);
        const member = await members.find(database.control, principal.organisationId, principal.id);
        if (!member) throw new AppError('not_found', 'There is no such member.');
        const mail = await digestMail(deps, workspaceId, member);
        if (mail)
          await database.forWorkspace(workspaceId).write(async (db) => {
            await queueMail(db, { ...mail, dedupeKey: `digest:${deps.newId('mail')}` }, deps);
            await audit.append(db, workspaceId, {
              at: clock.now(),
              principal,
              action: 'member.digest',
              target: principal.id,
              change: {},
            });
          });
        return c.json({ mailed: mail !== undefined }, 200);
      },
    );
}

function languageOf(language: string | null): organisation.Language | null {
  return organisation.LANGUAGES.find((known) => known === language) ?? null;
}
