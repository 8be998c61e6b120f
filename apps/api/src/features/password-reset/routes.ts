import { setTimeout as delay } from 'node:timers/promises';
import { organisation } from '@banso/contract';
import { audit, members, users } from '@banso/database';
import type { MemberRecord } from '@banso/database';
import { addMs, HOUR_MS } from '@banso/domain/time';
import type { AppDeps } from '../../app-env.ts';
import { setCookies } from '../../cookies.ts';
import { credentialHash, newCredential } from '../../credential.ts';
import { AppError } from '../../errors.ts';
import { mailBody } from '../../mail/mail-body.ts';
import { mailWords } from '../../mail/mail-words.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { body, operation, router } from '../../operation.ts';
import { hashPassword } from '../../password-hash.ts';
import { requireUncommon } from '../../password-rules.ts';

const tags = ['sign-in'];
const VALID_MS = HOUR_MS;
/** Longer than it takes to write a mail down, so that the time of the answer tells nothing either. */
const ANSWERED_AFTER_MS = 300;

/** A new password for whoever forgot theirs, by a mail to their address. Mounted at the root. */
export function passwordResetRoutes(deps: AppDeps) {
  const { database, clock, newId, auth, limits, settings } = deps;

  /** @param language - Of the page on which it was asked for. */
  async function mailTo(email: string, language: organisation.Language | undefined): Promise<void> {
    const user = await users.findByEmail(database.control, email);
    const [member] = user ? await members.listOfUser(database.control, user.id) : [];
    if (!user || !member) return;
    const at = clock.now();
    const token = newCredential('bpr');
    const mail = resetMail(member, `${settings.publicUrl}/console/new-password#${token.value}`, language);
    await database.forWorkspace(member.organisationId).write(async (db) => {
      await users.openReset(db, {
        userId: user.id,
        tokenHash: token.hash,
        at,
        until: addMs(at, VALID_MS),
      });
      await queueMail(db, { ...mail, dedupeKey: `password:${newId('mail')}` }, deps);
    });
  }

  return router()
    .openapi(
      operation('public', {
        method: 'post',
        path: '/v1/auth/password-reset',
        tags,
        summary: 'Mail a link to a new password to a member who forgot theirs',
        description:
          'Answers alike whether or not somebody signs in with this e-mail. The link works once, for an hour.',
        request: { body: body(organisation.PasswordResetRequest) },
        responses: { 202: { description: 'Mailed, where somebody signs in with this e-mail' } },
      }),
      async (c) => {
        if (!settings.mail)
          throw new AppError(
            'conflict',
            'This installation has no mail server. Ask an admin for an invitation.',
          );
        const { email, language } = c.req.valid('json');
        const name = email.toLowerCase();
        await limits.take('signInAddress', c.var.clientBucket);
        await limits.take('resetMail', name);
        await Promise.all([mailTo(name, language), delay(ANSWERED_AFTER_MS)]);
        return c.body(null, 202);
      },
    )
    .openapi(
      operation('public', {
        method: 'post',
        path: '/v1/auth/password-reset/use',
        tags,
        summary: 'Choose a new password with a link from a mail',
        description: 'The link works once. Every session ends, and a new one begins here.',
        request: { body: body(organisation.PasswordReset) },
        responses: { 204: { description: 'Changed and signed in' } },
      }),
      async (c) => {
        await limits.take('door', 'password', c.var.clientBucket);
        const { token, password } = c.req.valid('json');
        const tokenHash = credentialHash(token);
        const user = await users.findReset(database.control, tokenHash, clock.now());
        if (!user) throw ended();
        requireUncommon(password, 'password', [user.email, user.name]);
        const passwordHash = await hashPassword(password);
        const [first, ...others] = await members.listOfUser(database.control, user.userId);
        if (!first) throw ended();
        const at = clock.now();
        const changed = ({ id, organisationId, name }: MemberRecord) => ({
          scope: organisationId,
          entry: {
            at,
            principal: { kind: 'member' as const, id, name },
            action: 'member.reset_password',
            target: id,
            change: {},
          },
        });
        await database.forWorkspace(first.organisationId).write(async (db) => {
          if (!(await users.useReset(db, tokenHash))) throw ended();
          await users.setPasswordHash(db, user.userId, passwordHash, at);
          await users.endSessions(db, user.userId);
          const { scope, entry } = changed(first);
          await audit.append(db, scope, entry);
        });
        for (const { scope, entry } of others.map(changed))
          await database.forWorkspace(scope).write((db) => audit.append(db, scope, entry));
        setCookies(c, await auth.startSession(user.userId));
        return c.body(null, 204);
      },
    );
}

const ended = () => new AppError('not_found', 'This link was used, replaced by a newer one, or is too old.');

function resetMail(
  { organisationId, email, language: chosen }: MemberRecord,
  url: string,
  asked: organisation.Language | undefined,
) {
  const { language, words } = mailWords(chosen ?? asked ?? null);
  const { subject, title, what, button, until, footer } = words.reset;
  return {
    workspaceId: organisationId,
    to: email,
    locale: language,
    subject,
    ...mailBody({
      locale: language,
      sender: 'Banso',
      title,
      blocks: [
        { type: 'paragraph', text: what },
        { type: 'button', label: button, url },
        { type: 'paragraph', text: until },
      ],
      footer,
    }),
    purpose: 'password',
  };
}
